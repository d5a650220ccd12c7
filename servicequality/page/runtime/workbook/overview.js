// How far the student is: exercises done and begun, pages read to the end.

import { keptOf } from "../kept.js";
import { places } from "../reading.js";
import { fill } from "./texts.js";

/** Writes it into the page. */
export function drawOverview(element, { ids, pages, strings }) {
  const states = ids.map((id) => keptOf(id).state);
  const count = (...wanted) => states.filter((state) => wanted.includes(state)).length;
  // What cannot be shown was begun all the same.
  const exercises = { done: count("done"), begun: count("begun", "newer", "damaged"), all: ids.length };
  const { read } = places();
  const seen = { read: pages.filter(({ name }) => Object.hasOwn(read, name)).length };
  drawMeasure(element, "exercises", strings.exercises_done, exercises);
  drawMeasure(element, "pages", strings.pages_read, { ...seen, all: pages.length });
}

function drawMeasure(element, name, text, counts) {
  element.querySelector(`[data-count="${name}"]`).textContent = fill(text, counts);
  for (const part of element.querySelectorAll(`[data-bar="${name}"] [data-part]`)) {
    part.style.width = `${(100 * counts[part.dataset.part]) / counts.all}%`;
  }
}
