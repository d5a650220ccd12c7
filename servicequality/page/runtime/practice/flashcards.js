// The flashcards on their page: cards are turned and rated, and what is learned is kept.

import { FLASHCARDS } from "../kept.js";
import { keptApart } from "../probe.js";
import { ready } from "../ready.js";
import { startOnDemand } from "../start.js";
import { cardsPython } from "./cards-python.js";
import { CardsStore } from "./cards-store.js";
import { CardsView } from "./cards-view.js";

const SAY_STARTING_AFTER = 400; // ms; who waits less is told nothing
const SAY_AFTER = 100; // ms
const LONGEST_TIMER = 2 ** 31 - 1; // ms; browsers take a longer wait for none

/** Brings the flashcards in an element to life, once their reader comes near. */
export function beginFlashcards(element) {
  startOnDemand([new Flashcards(element)]);
}

class Flashcards {
  constructor(element) {
    this.element = element;
    this.payload = JSON.parse(element.querySelector("[data-cards-payload]").textContent);
    this.strings = this.payload.strings;
    this.view = new CardsView(element, this.payload);
    this.notices = new Map();
    element.flashcards = this; // for tests and tools
    element.addEventListener("click", ({ target }) => this.#press(target.closest("button")));
    this.view.find("[data-card]").addEventListener("keydown", (event) => this.#key(event));
  }

  /** Makes the cards live; asked again, gives the same promise. */
  start() {
    this.started ??= this.#start();
    return this.started;
  }

  get live() {
    return this.element.dataset.state === "live";
  }

  async #start() {
    const counts = this.view.find("[data-counts]");
    const late = setTimeout(
      () => (counts.textContent = this.strings.starting),
      SAY_STARTING_AFTER,
    );
    try {
      const ids = this.payload.cards.map(({ id }) => id);
      this.cards = await cardsPython(ids, -new Date().getTimezoneOffset());
      await ready;
    } catch (error) {
      console.warn("The flashcards could not start:", error);
      this.element.dataset.state = "failed";
      this.#notice("failed", this.strings.failed);
      this.#say(this.strings.failed);
      return;
    } finally {
      clearTimeout(late);
    }
    this.store = new CardsStore();
    this.#read();
    this.element.dataset.state = "live";
    this.#draw();
    this.#follow();
    keptApart().then((apart) => {
      this.apart = apart;
      this.#sayKept();
    });
  }

  /** Listens for what happens elsewhere: in another tab, and while the reader was away. */
  #follow() {
    addEventListener("storage", ({ key }) => {
      if (key === FLASHCARDS || key === null) this.#catchUp();
    });
    addEventListener("pageshow", ({ persisted }) => persisted && this.#catchUp());
    document.addEventListener("visibilitychange", () => document.hidden || this.#catchUp());
  }

  // What the reader does

  async #press(button) {
    if (!button) return;
    const { action, rating } = button.dataset;
    if (rating) this.#act({ kind: "rate", rating: Number(rating) });
    else if (action === "start") {
      await this.start();
      if (this.live) this.#act({ kind: "start" });
    } else this.#act({ kind: action });
  }

  /** Keys that count while the focus is inside the card, and nowhere else. */
  #key(event) {
    const { key, target } = event;
    if (!this.live || event.repeat || event.ctrlKey || event.altKey || event.metaKey) return;
    const { status } = this.screen;
    if (status === "back" && ["1", "2", "3", "4"].includes(key)) {
      this.#act({ kind: "rate", rating: Number(key) });
    } else if (status === "front" && target.dataset.focus === "front" && [" ", "Enter"].includes(key)) {
      this.#act({ kind: "turn" });
    } else return;
    event.preventDefault();
  }

  #act(event) {
    const before = this.screen;
    if (this.#takeOver() && before.card?.id !== this.#look().card?.id) {
      // What was meant for one card must not happen to another.
      this.#moved();
      return;
    }
    const now = Date.now();
    this.cards.step(event, now);
    this.#look(now);
    // Out of place, as a second click may be, it has done nothing.
    if (this.screen.message) return;
    if (event.kind === "rate" || event.kind === "undo") this.store.save(this.cards.kept());
    this.#notice("tab", "");
    this.#draw(now);
    this.view.focus(this.screen);
    this.#say(this.#saidOf(event, before, now));
  }

  #saidOf({ kind, rating }, before, now) {
    const { strings, screen, view } = this;
    if (kind === "turn") return strings.say_turned;
    if (kind === "undo") return strings.say_undone;
    if (kind === "stop") return strings.say_stopped;
    if (kind === "rate" && screen.card) return view.saidOfRating(rating, before.waits);
    return view.said(screen, now);
  }

  // What is kept

  /** Takes over what is kept; what cannot be used is put aside, and said. */
  #read() {
    const { store } = this;
    const record = store.look();
    if (record === undefined) return false;
    const found = this.cards.restore(record, store.state === "", Date.now());
    if (found.fault === "record_newer") store.lock();
    else if (found.fault) store.putAside();
    if (found.fault) {
      this.#notice("kept", this.strings[found.fault]);
      return false;
    }
    store.remember(record, found.dropped);
    if (found.dropped.some(({ reason }) => reason === "damaged")) {
      store.putAside();
      this.#notice("kept", this.strings.some_damaged);
    }
    return true;
  }

  /** Takes over what another tab has kept meanwhile; gives whether there was something. */
  #takeOver() {
    const { store } = this;
    if (store.state === "locked" || !store.isNews) return false;
    const had = store.text !== null;
    if (this.#read()) return true;
    if (!had || store.text !== null || store.state !== "") return false;
    this.cards.restore({ version: 1, cards: {}, today: NO_DAY }, true, Date.now());
    store.remember({ cards: {} }, []);
    this.#notice("tab", this.strings.tab_erased);
    return true;
  }

  /** Brings the page up to date with the clock, and with what another tab has kept. */
  #catchUp() {
    const before = this.screen;
    const inside = this.view.find("[data-card]").contains(document.activeElement);
    if (this.#takeOver() && before.card && before.card.id !== this.#look().card?.id) {
      this.#moved(inside);
      return;
    }
    this.#draw();
    if (this.screen.status === before.status) return;
    if (inside) this.view.focus(this.screen);
    this.#say(this.view.said(this.screen, Date.now()));
  }

  /** Another card than before is shown, because another tab has rated that one. */
  #moved(focus = true) {
    this.#draw();
    if (focus) this.view.focus(this.screen);
    this.#say(this.screen.card ? this.strings.tab_moved : this.view.said(this.screen, Date.now()));
  }

  // What is shown

  #look(now = Date.now()) {
    this.screen = this.cards.screen(now);
    return this.screen;
  }

  #draw(now = Date.now()) {
    this.view.show(this.#look(now), now);
    this.#sayKept();
    this.#wait(now);
  }

  /** Looks again when the next card is due, or when the next day brings new ones. */
  #wait(now) {
    clearTimeout(this.waiting);
    if (this.screen.card) return;
    const midnight = new Date(now).setHours(24, 0, 0, 0);
    const next = Math.min(this.screen.next_due ?? midnight, midnight);
    this.waiting = setTimeout(() => this.#catchUp(), Math.min(next - now + 1, LONGEST_TIMER));
  }

  /** Says whether what is learned is kept. */
  #sayKept() {
    const { store, strings } = this;
    const texts = { full: strings.kept_full, blocked: strings.not_kept };
    const note = this.view.find("[data-kept]");
    note.textContent = texts[store.state] ?? (this.apart ? strings.kept_apart : strings.kept);
    note.hidden = store.state === "locked";
  }

  /** Shows what the reader has to know of one kind; an empty text takes it back. */
  #notice(kind, text) {
    this.notices.set(kind, text);
    const notice = this.view.find("[data-notice]");
    notice.textContent = [...this.notices.values()].filter(Boolean).join(" ");
    notice.hidden = notice.textContent === "";
  }

  /** Says something to those who do not see the page. */
  #say(text) {
    const place = this.view.find("[data-announce]");
    // A text that is the same as before is not said again.
    place.textContent = "";
    clearTimeout(this.saying);
    this.saying = setTimeout(() => (place.textContent = text), SAY_AFTER);
  }
}

const NO_DAY = { day: 0, new: 0, reviews: 0 };
