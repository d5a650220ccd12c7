// One self-check on a page: shows the screen that Python gives, hands on what the reader does, and
// takes whoever reads by keyboard or ear along.

import { createNodes, nodesText } from "../nodes.js";
import { keptApart } from "../probe.js";
import { openControls, readAnswer, settle } from "./items.js";
import { moveStep } from "./moving.js";
import { screenNodes, stepsNode } from "./screens.js";
import { Session } from "./session.js";
import { filled } from "./texts.js";

const SAY_STARTING_AFTER = 400; // ms; who waits less is told nothing
const SAY_AGAIN_AFTER = 100; // ms; a text that is the same as before is not said again

export class SelfCheck {
  constructor(element) {
    this.element = element;
    const payload = JSON.parse(this.#part("[data-self-check-payload]").textContent);
    this.words = payload.words;
    this.spec = payload.spec;
    this.place = {
      own: element.id,
      strings: payload.spec.strings,
      language: payload.language,
      level: payload.level,
    };
    this.session = new Session(payload.spec);
    element.selfCheck = this; // for tests and tools
    this.#listen();
  }

  #part(selector) {
    return this.element.querySelector(selector);
  }

  #listen() {
    this.form = this.#part("form");
    this.stage = this.#part("[data-stage]");
    // Click and Enter both arrive here where a button is the one that comes next.
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#press(event.submitter.dataset.word);
    });
    this.form.addEventListener("click", ({ target }) => this.#click(target.closest("button")));
    this.form.addEventListener("input", () => this.#answered());
    addEventListener("storage", ({ key }) => {
      if (key === this.session.key || key === null) this.#follow();
    });
    // Kept in the browser's memory while the reader was elsewhere, the page has heard nothing.
    addEventListener("pageshow", ({ persisted }) => persisted && this.#follow());
  }

  get live() {
    return this.element.dataset.state === "live";
  }

  get screen() {
    return this.session.screen;
  }

  /** Makes the self-check live; asked again, gives the same promise. */
  start() {
    this.started ??= this.#start().finally(this.#busy());
    return this.started;
  }

  async #start() {
    try {
      await this.session.open();
    } catch (error) {
      console.warn(`Self-check ${this.session.name} could not start:`, error);
      this.element.dataset.state = "failed";
      this.#notice([this.words.failed]);
      return;
    }
    this.#begin();
    this.element.dataset.state = "live";
    keptApart().then((apart) => {
      this.apart = apart;
      this.#sayKept();
    });
  }

  /** Shows the first screen. The focus, which may have brought the start about, is not lost. */
  #begin() {
    // The page was built with the screen of a self-check that was not begun.
    if (this.screen.phase === "ready") {
      this.#sayFaults();
      this.#sayKept();
      return;
    }
    const inside = this.stage.contains(document.activeElement);
    this.#draw();
    if (inside) this.#focusHeading();
  }

  /** Says that the start is on its way; gives the function that takes it back. */
  #busy() {
    const hint = this.#part("[data-starting]");
    const late = setTimeout(() => (hint.hidden = false), SAY_STARTING_AFTER);
    return () => {
      clearTimeout(late);
      hint.hidden = true;
    };
  }

  // What the reader does

  #click(button) {
    if (!button || button.type === "submit") return;
    const { word, go, move, reveal } = button.dataset;
    if (word) this.#press(word);
    if (go) this.#happen(this.screen.list[go].event);
    if (move) this.#move(button);
    if (reveal) this.#reveal(this.screen.review[reveal]);
  }

  /** Does what the button with a word says, where the screen has it. */
  async #press(word) {
    await this.start();
    if (!this.live) return;
    const button = this.screen.buttons.find((one) => one.word === word);
    // Pressed before the start, it may find a round that was begun earlier.
    if (button) this.#happen(button.event);
    else this.#focusHeading();
  }

  /** Lets something happen that brings a new screen, and takes the reader there. */
  #happen(event) {
    this.session.do(event);
    this.#draw();
    const { problem, item } = this.screen;
    this.#say(this.screen.say);
    if (problem) openControls(item, this.stage)[0].focus();
    else this.#focusHeading();
  }

  /** Keeps an answer while it is being given; the form stays as it is. */
  #answered() {
    const { item } = this.screen;
    this.session.do({ kind: "answer", value: readAnswer(item, this.stage) });
    const [steps] = this.#nodes([stepsNode(this.screen, this.place)]);
    this.#part(".sq-stepper").replaceWith(steps);
    this.#showProblem();
    this.#sayKept();
  }

  #move(button) {
    const moved = moveStep(button);
    if (!moved) return;
    this.#answered();
    const { text, at, of } = moved;
    this.#say(filled(this.place.strings.moved, { step: text, at, of }));
  }

  /** Shows the answer to a question of the result, and leaves open what is. */
  #reveal({ item, event }) {
    const open = [...this.stage.querySelectorAll("details[open]")].map((one) => one.dataset.item);
    this.session.do(event);
    this.#draw();
    for (const one of this.stage.querySelectorAll("details")) {
      one.open = open.includes(one.dataset.item);
    }
    this.#say([this.place.strings.answer_shown]);
    this.stage.querySelector(`[data-item="${item.id}"] summary`).focus();
  }

  /** Takes over what another tab has done. */
  #follow() {
    if (!this.live || !this.session.follow()) return;
    const inside = this.stage.contains(document.activeElement);
    this.#draw();
    if (inside) this.#focusHeading();
  }

  // What is shown

  #nodes(nodes) {
    return createNodes(nodes, this.place.language);
  }

  #draw() {
    const { screen } = this;
    const asked = this.spec.items.find(({ id }) => id === screen.item?.id);
    const numbers = asked?.mistakes?.map(({ value }) => value) ?? [];
    const negative = [asked?.answer, ...numbers].some((number) => number < 0);
    this.stage.replaceChildren(...this.#nodes(screenNodes(screen, { ...this.place, negative })));
    this.stage.dataset.phase = screen.phase;
    if (screen.phase === "asking") settle(screen.item, this.stage);
    this.#showProblem();
    this.#sayKept();
    this.#sayFaults();
  }

  /** Says what is missing from an answer, and how many questions have none. */
  #showProblem() {
    const { problem, note, item } = this.screen;
    const message = this.#part("[data-problem]");
    if (!message) return;
    message.replaceChildren(...this.#nodes(problem ?? []));
    message.hidden = !problem;
    this.#part("[data-unanswered]").replaceChildren(...this.#nodes(note));
    const field = this.#part(".sq-number-field");
    if (item.type === "numeric" && field) field.setAttribute("aria-invalid", problem !== null);
  }

  /** Says whether answers are kept. */
  #sayKept() {
    const { state } = this.session;
    const texts = { full: "kept_full", blocked: "not_kept", apart: "kept_apart" };
    const name = texts[state || (this.apart ? "apart" : "")];
    const note = this.#part("[data-kept]");
    note.textContent = name ? this.words[name] : this.place.strings.kept;
    note.hidden = state === "locked";
  }

  /** Says what of that which was kept could not be used. */
  #sayFaults() {
    const { fault, dropped } = this.session;
    const texts = dropped.map((nodes) => nodesText(nodes, this.place.language));
    this.#notice(fault ? [this.place.strings[fault], ...texts] : texts);
  }

  #notice(texts) {
    const notice = this.#part("[data-notice]");
    notice.textContent = texts.join(" ");
    notice.hidden = texts.length === 0;
  }

  /** Says something to those who do not see the page. */
  #say(nodes) {
    const text = nodesText(nodes, this.place.language);
    const region = this.#part("[data-announce]");
    clearTimeout(this.saying);
    if (region.textContent !== text) {
      region.textContent = text;
      return;
    }
    region.textContent = "";
    this.saying = setTimeout(() => (region.textContent = text), SAY_AGAIN_AFTER);
  }

  /** Takes whoever reads by keyboard or ear to the beginning of the screen. */
  #focusHeading() {
    const heading = this.#part("[data-heading]") ?? this.#part(".sq-title");
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
    const { top, bottom } = heading.getBoundingClientRect();
    if (top < 0 || bottom > innerHeight / 2) this.stage.scrollIntoView({ block: "start" });
  }
}
