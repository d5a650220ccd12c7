// What stands below an exercise or question while the class is asked about it: a button that sends,
// and one sentence on how the answer stands.

import { createNodes } from "../nodes.js";
import { isAnswerKey } from "./kept-answers.js";
import { CHANGED } from "./membership.js";
import { latestRounds, stateOf } from "./states.js";

// What comes about without the student's doing, or after a while, is said aloud.
const SAID = ["sent", "waiting", "refused", "refused_earlier", "closed_sent", "closed_unsent"];

export class Bar {
  /** `subject` is an ExerciseSubject or QuestionSubject, `id` what rounds call it. */
  constructor(membership, subject, id, words) {
    this.membership = membership;
    this.subject = subject;
    this.id = id;
    this.words = words;
    this.given = new AbortController();
    [this.element] = createNodes([this.#nodes()]);
    this.button = this.element.querySelector("button");
    this.sentence = this.element.querySelector("[data-class-state]");
    const { signal } = this.given;
    this.button.addEventListener("click", () => this.#press());
    membership.addEventListener(CHANGED, () => this.show(), { signal });
    addEventListener("storage", ({ key }) => isAnswerKey(key) && this.show(), { signal });
    subject.onChange(() => this.show());
    this.show();
    subject.mount(this.element);
  }

  #nodes() {
    const own = `class-state-${this.id.replace("/", "-")}`;
    return [
      "div",
      { class: "sq-class-bar", "data-class-bar": this.id },
      ["button", { type: "button", "aria-describedby": own }, this.words.of("send")],
      ["p", { id: own, "data-class-state": "unsent" }],
    ];
  }

  /** The round that is asked now, or was asked last; undefined while there is none. */
  get round() {
    return latestRounds(this.membership.rounds).get(this.id);
  }

  /** Brings button and sentence up to date. */
  show() {
    if (this.given.signal.aborted) return;
    const { membership, round, words } = this;
    const record = membership.recordOf(round);
    const ended = membership.phase !== "in";
    const { name, again } = stateOf({
      round,
      record,
      ended,
      values: this.subject.values(),
      standing: membership.standing.get(round.id),
      failing: membership.outbox.failing,
    });
    this.button.textContent = words.of(again ? "send_again" : "send");
    this.button.setAttribute("aria-disabled", ended || !round.open);
    const text = this.#textOf(name, round, record);
    const shown = `${round.id} ${name} ${record.sequence}`;
    const isNews = this.shown !== undefined && this.shown !== shown && !this.shown.includes("changed");
    this.shown = shown;
    this.sentence.dataset.classState = name;
    if (this.sentence.textContent !== text) this.sentence.textContent = text;
    if (isNews && SAID.includes(name)) this.subject.say(text);
  }

  #textOf(name, round, record) {
    const { words, membership } = this;
    const { sent, refused } = record;
    const number = round.number;
    if (name.startsWith("refused")) return words.of(name, { message: refused.message });
    if (name === "waiting") return this.#waitingText(membership.outbox.why);
    if (name === "sent" && sent === null) return words.of("sent_before", { number });
    return words.of(name, { number, time: words.timeOf(sent?.at) });
  }

  #waitingText(why) {
    const { words, membership } = this;
    const text = why ? words.of("waiting_why", { message: why }) : words.of("waiting");
    return membership.stored ? `${text} ${words.of("not_kept")}` : text;
  }

  async #press() {
    if (this.button.getAttribute("aria-disabled") === "true") {
      this.subject.say(this.sentence.textContent);
      return;
    }
    if (this.busy) return;
    this.busy = true;
    try {
      const values = await this.subject.answer();
      const { round, membership } = this;
      // It may have been closed while the exercise was starting.
      if (values !== undefined && round.open && membership.phase === "in") {
        membership.press(round, values);
      }
    } finally {
      this.busy = false;
    }
  }

  remove() {
    this.given.abort();
    this.element.remove();
    this.subject.unmount();
  }
}
