// How far the reader is: marks in the contents, what is done in all, and taking the work along.

import { beginContinue } from "./continue.js";
import { coursePages, exerciseIds } from "./course.js";
import { KEPT, PREFIX, progressOf } from "./kept.js";
import { keptCards, progressOfSelfCheck } from "./practice-kept.js";
import { places } from "./reading.js";
import { takeAlong } from "./takealong.js";

/**
 * How far a page is; it is "done" where it was read to the end and its exercises and self-checks
 * are done. Flashcards come back for ever, so they do not count.
 */
function stateOf({ page, exercises, selfChecks }, read) {
  const states = [...exercises.map(progressOf), ...selfChecks.map(progressOfSelfCheck)];
  states.push(Object.hasOwn(read, page) ? "done" : "open");
  if (states.every((state) => state === "done")) return "done";
  return states.every((state) => state === "open") ? "open" : "begun";
}

function show() {
  const pages = coursePages();
  const { read } = places();
  const states = pages.map((page) => stateOf(page, read));
  // What can be taken along is more than what is marked.
  const any = states.some((state) => state !== "open") || keptCards().state !== "open";
  const work = document.querySelector("[data-work]");
  if (work.hidden === any) {
    work.hidden = !any;
    // It takes room from the list, where what has the focus is to stay in sight.
    document.querySelector("#contents :focus")?.scrollIntoView({ block: "nearest" });
  }
  // Who has done nothing sees nothing; from then on, what is still open is marked too.
  pages.forEach(({ link }, number) => mark(link, any ? states[number] : ""));
  showCount();
}

function mark(link, state) {
  const place = link.querySelector("[data-progress]");
  if (place.dataset.progress === state) return;
  place.dataset.progress = state;
  const shape = document.querySelector(`template[data-mark="${state}"]`);
  place.replaceChildren(...(shape ? [shape.content.cloneNode(true)] : []));
}

/** How many exercises are done, where one was begun. */
function showCount() {
  const states = exerciseIds().map(progressOf);
  const done = states.filter((state) => state === "done").length;
  for (const count of document.querySelectorAll("[data-course-count]")) {
    const [text, bar] = count.children;
    count.hidden = states.every((state) => state === "open");
    text.textContent = count.dataset.courseCount
      .replace("{done}", done)
      .replace("{all}", states.length);
    bar.max = states.length;
    bar.value = done;
  }
}

function offerToTake() {
  const said = document.querySelector("[data-taken]");
  document.querySelector("[data-take]").addEventListener("click", () => {
    takeAlong(exerciseIds());
    // A text that is the same as before is not said again.
    said.textContent = "";
    setTimeout(() => (said.textContent = said.dataset.taken), 100);
  });
}

export function beginProgress() {
  beginContinue();
  offerToTake();
  show();
  addEventListener("storage", ({ key }) => (key ?? PREFIX).startsWith(PREFIX) && show());
  addEventListener("pageshow", ({ persisted }) => persisted && show());
  document.addEventListener(KEPT, show);
}
