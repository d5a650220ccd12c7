// An exercise of the page as something that a class is asked about.

import { exerciseKey, getRecord, KEPT } from "../kept.js";
import { sayIn } from "./saying.js";

export class ExerciseSubject {
  constructor(element) {
    this.element = element;
  }

  /** The exercise's own object; undefined until its script has run. */
  get #exercise() {
    return this.element.exercise;
  }

  /** Puts the bar below the exercise's answer. */
  mount(bar) {
    this.element.querySelector(".sq-foot").before(bar);
  }

  unmount() {}

  /** What the form holds or, before it is live, is about to; undefined where that is not known. */
  values() {
    const exercise = this.#exercise;
    if (!exercise) return undefined;
    const isAsBuilt = this.element.dataset.state === "static" && exercise.fields.touched.size === 0;
    const kept = isAsBuilt ? getRecord(exerciseKey(exercise.spec.id))?.values : undefined;
    return kept ?? exercise.fields.read();
  }

  /** What is to be sent, read once the form holds what was kept; undefined where that fails. */
  async answer() {
    await this.#exercise?.start();
    return this.#exercise?.fields.read();
  }

  /** Calls whenever the form may hold something else. */
  onChange(call) {
    // Buttons of the exercise write into its form, after this has heard of them.
    this.element.addEventListener("click", () => setTimeout(call));
    this.element.addEventListener("input", call);
    document.addEventListener(KEPT, call);
  }

  say(text) {
    sayIn(this.element.querySelector("[data-announce]"), text);
  }
}
