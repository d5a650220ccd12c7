// How far the student is: exercises and self-checks done and begun, cards learnt, pages read.

import { keptOf } from "../kept.js";
import { keptCards, progressOfSelfCheck } from "../practice-kept.js";
import { places } from "../reading.js";
import { cardCounts, selfChecksOf } from "./practice.js";
import { fill } from "./texts.js";

/** Writes it into the page. */
export function drawOverview(element, course) {
  const { ids, pages, strings } = course;
  const states = ids.map((id) => keptOf(id).state);
  const count = (...wanted) => states.filter((state) => wanted.includes(state)).length;
  // What cannot be shown was begun all the same.
  const exercises = { done: count("done"), begun: count("begun", "newer", "damaged"), all: ids.length };
  const { read } = places();
  const seen = { read: pages.filter(({ name }) => Object.hasOwn(read, name)).length };
  drawMeasure(element, "exercises", strings.exercises_done, exercises);
  drawMeasure(element, "self_checks", strings.self_checks_done, selfCheckCounts(course));
  const cards = keptCards().state === "kept" ? cardCounts(course) : { all: 0 };
  drawMeasure(element, "flashcards", strings.flashcards_learnt, cards);
  drawMeasure(element, "pages", strings.pages_read, { ...seen, all: pages.length });
}

function selfCheckCounts(course) {
  const states = selfChecksOf(course).map(progressOfSelfCheck);
  const count = (wanted) => states.filter((state) => state === wanted).length;
  return { done: count("done"), begun: count("begun"), all: states.length };
}

/** Shows a measure; one of nothing at all is not shown. */
function drawMeasure(element, name, text, counts) {
  const line = element.querySelector(`[data-count="${name}"]`);
  line.textContent = counts.all > 0 ? fill(text, counts) : "";
  line.hidden = counts.all === 0;
  element.querySelector(`[data-bar="${name}"]`).hidden = counts.all === 0;
  for (const part of element.querySelectorAll(`[data-bar="${name}"] [data-part]`)) {
    part.style.width = `${(100 * counts[part.dataset.part]) / counts.all || 0}%`;
  }
}
