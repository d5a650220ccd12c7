// The choice of what goes in: a checkbox for each exercise, by page, and for each part of practice.

import { keptOf, PRACTICE } from "../kept.js";
import { exercisesOf } from "./document.js";
import { make } from "./html.js";
import { keepOwn, ownOf } from "./own.js";
import { practised } from "./practice.js";
import { fill } from "./texts.js";

export class Choices {
  /** `changed` is called with what came of keeping a choice: "" or why the browser refused. */
  constructor(element, course, changed) {
    this.course = course;
    this.summary = element.querySelector("[data-chosen]");
    this.changed = changed;
    // Where nothing can be kept, a choice lasts as long as the page.
    this.leftOut = ownOf().left_out;
    const list = element.querySelector("[data-choices]");
    list.append(...course.pages.map((page) => this.#fieldset(page)).filter(Boolean));
    this.practice = this.#practice();
    list.append(this.practice);
    this.boxes = [...list.querySelectorAll("input")];
    list.addEventListener("change", () => this.#keep());
    for (const [action, checked] of [["choose-all", true], ["choose-none", false]]) {
      element.querySelector(`[data-action="${action}"]`).addEventListener("click", () => {
        for (const box of this.boxes) {
          if (!box.closest("[hidden]")) box.checked = checked;
        }
        this.#keep();
      });
    }
  }

  #fieldset(page) {
    const ids = exercisesOf(page, this.course);
    if (ids.length === 0) return undefined;
    const lines = ids.map((id) => {
      const state = make("span", { class: "sq-state", "data-state-of": id });
      return tick(id, this.course.specs[id].title, " ", state);
    });
    return make("fieldset", {}, make("legend", {}, page.title), ...lines);
  }

  #practice() {
    const { strings } = this.course;
    const note = make("p", { class: "sq-note", id: "workbook-practice-note" }, strings.practice_note);
    const about = { "aria-describedby": note.id };
    const lines = PRACTICE.map((part) => tick(part, strings[part]));
    return make("fieldset", about, make("legend", {}, strings.practice), note, ...lines);
  }

  #keep() {
    const known = this.boxes.map(({ value }) => value);
    // What this edition of the course does not have stays left out in the next one.
    const others = this.leftOut.filter((id) => !known.includes(id));
    const out = this.boxes.filter(({ checked }) => !checked).map(({ value }) => value);
    this.leftOut = [...others, ...out];
    this.changed(keepOwn({ left_out: this.leftOut }));
  }

  /** The ids of the exercises that go in. */
  get chosen() {
    return this.course.ids.filter((id) => !this.leftOut.includes(id));
  }

  /** The parts of practice of which something is kept: only these can be chosen. */
  get #offered() {
    return practised(this.course);
  }

  /** What goes in of the parts of practice. */
  get parts() {
    return this.#offered.filter((part) => !this.leftOut.includes(part));
  }

  /** Takes over what is kept, where anything is. */
  read(kept) {
    if (kept) this.leftOut = ownOf().left_out;
  }

  draw() {
    const { strings, ids } = this.course;
    for (const box of this.boxes) {
      box.checked = !this.leftOut.includes(box.value);
      if (PRACTICE.includes(box.value)) continue;
      const { state } = keptOf(box.value);
      const shown = box.parentElement.querySelector("[data-state-of]");
      shown.textContent = strings[`state_${state}`];
      shown.dataset.state = state;
    }
    const offered = this.#offered;
    this.practice.hidden = offered.length === 0;
    for (const line of this.practice.querySelectorAll(".sq-tick")) {
      line.hidden = !offered.includes(line.querySelector("input").value);
    }
    const counts = {
      chosen: this.chosen.length + this.parts.length,
      all: ids.length + offered.length,
    };
    this.summary.textContent = fill(strings.choose, counts);
  }
}

/** A checkbox with its label. */
function tick(value, ...label) {
  const id = `workbook-choice-${value}`;
  return make(
    "div",
    { class: "sq-tick" },
    make("input", { type: "checkbox", id, value }),
    make("label", { for: id }, ...label),
  );
}
