// Brings the exercises of a page to life. One classic script, so that it also runs from a file.

import { Exercise } from "./exercise.js";
import { enterLecture, inLecture, leaveLectureFor, offerLecture } from "./lecture.js";
import { readFragment } from "./link.js";
import { ready } from "./ready.js";
import { startOnDemand, watchForSigns } from "./start.js";

// What is done before the page may ask for its storage (ready.js) counts.
const early = watchForSigns();

function begin() {
  const exercises = [...document.querySelectorAll("[data-exercise]")].map(
    (element) => new Exercise(element),
  );
  startOnDemand(exercises, early);
  offerLecture(exercises);
  addEventListener("hashchange", () => follow(exercises));
  follow(exercises);
}

/** Does what the address asks for: an exercise alone, values from a link. */
function follow(exercises) {
  const asks = readFragment(location.hash);
  const exercise = exercises.find(({ spec }) => spec.id === asks?.id);
  if (!asks?.lecture && exercises.some(inLecture)) leaveLectureFor(location.hash);
  if (!exercise || !asks.query) return;
  if (!asks.lecture) exercise.element.scrollIntoView({ behavior: "instant" });
  else if (!inLecture(exercise)) enterLecture(exercise);
  exercise.focusTitle();
  if (asks.values !== undefined) exercise.openLink(asks.values);
}

ready.then(() => {
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin);
  else begin();
});
