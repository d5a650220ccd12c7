// What of the flashcards is to be seen: a screen of core/flashcards.py put into the page.

import { formatNumber } from "../numbers.js";
import { fill } from "../workbook/texts.js";
import { nextText, waitText } from "./wording.js";

const PARTS = {
  idle: ["idle"],
  front: ["front"],
  back: ["front", "back", "ratings"],
  ready: ["end"],
  waiting: ["end"],
  done: ["end"],
};

export class CardsView {
  /** `payload` is what the page carries: `{ strings, language, cards }`. */
  constructor(element, payload) {
    this.element = element;
    this.payload = payload;
    this.cards = new Map(payload.cards.map((card) => [card.id, card]));
  }

  get #strings() {
    return this.payload.strings;
  }

  find(selector) {
    return this.element.querySelector(selector);
  }

  /** Shows a screen as it is at `now`. */
  show(screen, now) {
    for (const part of this.element.querySelectorAll("[data-part]")) {
      part.hidden = !PARTS[screen.status].includes(part.dataset.part);
    }
    this.find("[data-counts]").textContent = this.#filled("counts", counts(screen));
    this.#hide("undo", !screen.can_undo);
    this.#hide("stop", screen.status === "idle");
    if (screen.card) this.#showCard(screen);
    else this.#showNext(screen, now);
  }

  #hide(action, hidden) {
    this.find(`[data-action="${action}"]`).hidden = hidden;
  }

  #showCard({ status, card: { id }, waits }) {
    const card = this.cards.get(id);
    this.find("[data-card]").dataset.kind = card.kind;
    this.find("[data-asks]").textContent = this.#strings[`ask_${card.kind}`];
    this.find("[data-front]").textContent = card.front;
    this.#hide("turn", status === "back");
    // Not even hidden: what is not asked for yet is nowhere on the page.
    const back = status === "back" ? card : {};
    const term = back.kind === "meaning" ? back.front : back.back;
    this.find("[data-answer]").textContent = back.back ?? "";
    this.#line("english", back.english === term ? "" : back.english);
    this.#line("bulgarian", back.bulgarian);
    this.find("[data-proposal]").hidden = !back.own_proposal;
    this.#line("more", back.more, back.kind && this.#strings[`more_${back.kind}`]);
    this.element.querySelectorAll("[data-wait]").forEach((place, number) => {
      place.textContent = waits ? waitText(waits[number], this.payload.language) : "";
    });
  }

  #line(name, text = "", label = undefined) {
    const line = this.find(`[data-${name}]`);
    line.hidden = text === "";
    line.querySelector("dd span").textContent = text;
    if (label) line.querySelector("dt").textContent = label;
  }

  /** What stands in the place of a card: before a session, and when none is due. */
  #showNext(screen, now) {
    const { status, next_due: moment } = screen;
    const idle = status === "idle";
    const some = screen.due.learning + screen.due.review + screen.new > 0;
    const place = this.find(`[data-part="${idle ? "idle" : "end"}"]`);
    const next = place.querySelector("[data-next]");
    next.textContent = this.#nextOf(screen, now);
    next.hidden = some || moment === null;
    place.querySelector('[data-action="start"]').hidden = !some;
    if (idle) return;
    this.find("[data-end]").textContent = this.#strings[`${status}_title`];
    this.find("[data-waiting]").hidden = status !== "waiting";
    this.find("[data-today]").textContent = this.#filled("today", screen.today);
  }

  #nextOf({ next_due: moment }, now) {
    return moment === null ? "" : nextText(moment, now, this.payload);
  }

  /** A text of the cards with numbers in it. */
  #filled(name, numbers) {
    const { language } = this.payload;
    const written = Object.entries(numbers).map(([key, number]) => [
      key,
      formatNumber(number, 0, false, language),
    ]);
    return fill(this.#strings[name], Object.fromEntries(written));
  }

  /** One sentence on where a screen has brought the reader, for those who do not see it. */
  said(screen, now) {
    if (screen.card || screen.status === "idle") return this.#filled("say_counts", counts(screen));
    const title = this.#strings[`${screen.status}_title`];
    const next = screen.status === "ready" ? "" : this.#nextOf(screen, now);
    return fill(this.#strings.say_end, { title, next }).trim();
  }

  /** What a rating does, in one sentence. */
  saidOfRating(rating, waits) {
    const button = this.find(`[data-rating="${rating}"] .sq-rate-name`);
    const wait = waitText(waits[rating - 1], this.payload.language);
    return fill(this.#strings.say_rated, { rating: button.textContent, wait });
  }

  /** Takes the focus to where a screen is read on: the front, the answer, or the end. */
  focus({ status }) {
    const goal = ["idle", "front", "back"].includes(status) ? status : "end";
    this.find(`[data-focus="${goal}"]`).focus({ preventScroll: true });
    // The card from its top, or, once it is turned, with its ratings.
    const seen = status === "back" ? this.find('[data-part="ratings"]') : this.find("[data-card]");
    seen.scrollIntoView({ block: "nearest", behavior: "instant" });
  }
}

const counts = ({ due, new: fresh }) => ({ due: due.learning + due.review, new: fresh });
