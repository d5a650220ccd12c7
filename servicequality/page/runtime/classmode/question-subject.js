// A question of the bank as something that a class is asked about: a card of its own, above the
// self-check that asks it too, so that no feedback comes before the class has voted.

import { DEEPEST } from "../kept.js";
import { createNodes, nodesText } from "../nodes.js";
import { isRecord, parsed } from "../plain.js";
import {
  askNodes,
  openControls,
  problemId,
  questionId,
  readAnswer,
  settle,
} from "../practice/items.js";
import { moveStep } from "../practice/moving.js";
import { filled } from "../practice/texts.js";
import { clientId } from "./kept-answers.js";
import { askedItem, isComplete, seedOf } from "./questions.js";
import { sayIn } from "./saying.js";
import { VISIT } from "./visit.js";
import { getOfVisit, putOfVisit } from "./visit-store.js";

/** The id of the card of a question. */
export const cardId = (id) => `class-question-${id}`;

let checks; // those of the page, read once

/** Where the page asks a question of the bank: `{ element, payload, item }`, or undefined. */
export function findItem(id) {
  checks ??= [...document.querySelectorAll("[data-self-check]")].map((element) => ({
    element,
    payload: JSON.parse(element.querySelector("[data-self-check-payload]").textContent),
  }));
  for (const { element, payload } of checks) {
    const item = payload.spec.items.find((one) => one.id === id);
    if (item) return { element, payload, item };
  }
  return undefined;
}

// What was entered and perhaps not sent, so that a look at another page costs nothing.
const draftKey = (id) => `${VISIT}/draft/${id}`;

function readDraft(id) {
  const draft = parsed(getOfVisit(draftKey(id)) ?? "null", DEEPEST);
  return isRecord(draft) ? draft : undefined;
}

export class QuestionSubject {
  /** `sent` holds what was sent before, `{ answer }`, if anything was. */
  constructor({ element, payload, item }, words, sent) {
    this.words = words;
    this.calls = [];
    const numbers = item.mistakes?.map(({ value }) => value) ?? [];
    this.place = {
      own: cardId(item.id),
      strings: payload.spec.strings,
      language: payload.language,
      negative: [item.answer, ...numbers].some((number) => number < 0),
    };
    const { answer = null } = readDraft(item.id) ?? sent ?? {};
    this.item = askedItem(item, seedOf(clientId() + item.id), answer);
    [this.element] = createNodes([this.#card(payload.level)], payload.language);
    element.before(this.element);
    this.form = this.element.querySelector("form");
    settle(this.item, this.form);
    this.#listen();
    this.#arrive();
  }

  #card(level) {
    const { item, place, words } = this;
    const title = `${place.own}-title`;
    return [
      "section",
      {
        class: "sq-exercise sq-practice sq-class-question",
        id: place.own,
        "data-class-question": item.id,
        "aria-labelledby": title,
      },
      [`h${level}`, { id: title, class: "sq-title", tabindex: "-1" }, words.of("question")],
      [
        "form",
        { class: "sq-practice-form", method: "dialog", autocomplete: "off" },
        [
          "div",
          { class: "sq-asked", "data-item": item.id },
          ["p", { class: "sq-question", id: questionId(place) }, item.question],
          ...askNodes(item, place),
          ["p", { class: "sq-notice", id: problemId(place), hidden: "hidden" }],
        ],
      ],
      ["p", { class: "sq-hidden", role: "status", "data-announce": "true" }],
    ];
  }

  #listen() {
    // Enter in a field must not reload the page, and sends nothing: that is for the button alone.
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.form.addEventListener("input", () => this.#changed());
    this.form.addEventListener("click", ({ target }) => {
      const button = target.closest("[data-move]");
      const moved = button && moveStep(button);
      if (!moved) return;
      this.#changed();
      const { text, at, of } = moved;
      this.say(nodesText(filled(this.place.strings.moved, { step: text, at, of })));
    });
  }

  #changed() {
    this.#problem("");
    putOfVisit(draftKey(this.item.id), JSON.stringify(this.values()));
    for (const call of this.calls) call();
  }

  /** Whoever came by a link to the card is taken there: it was not on the page yet. */
  #arrive() {
    if (location.hash !== `#${this.element.id}`) return;
    this.element.scrollIntoView({ behavior: "instant" });
    this.element.querySelector(".sq-title").focus({ preventScroll: true });
  }

  #problem(text) {
    const problem = this.form.querySelector(`#${CSS.escape(problemId(this.place))}`);
    problem.textContent = text;
    problem.hidden = text === "";
  }

  mount(bar) {
    this.form.append(bar);
  }

  unmount() {
    this.element.remove();
  }

  values() {
    return { answer: readAnswer(this.item, this.form) };
  }

  /** What is to be sent; undefined, and said, where something is missing. */
  async answer() {
    const values = this.values();
    if (isComplete(this.item, values.answer)) return values;
    const text = this.words.of("incomplete");
    this.#problem(text);
    this.say(text);
    openControls(this.item, this.form)[0]?.focus();
    return undefined;
  }

  onChange(call) {
    this.calls.push(call);
  }

  say(text) {
    sayIn(this.element.querySelector("[data-announce]"), text);
  }
}
