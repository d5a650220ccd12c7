// The lecture view: one exercise alone, large, for the projector. What it looks like and what is
// left out is in lecture.css, which goes by the attributes set here.

import { readFragment, readdress, writeFragment } from "./link.js";

const SHOWN = "data-lecture-shown";
const CHAIN = "data-lecture-chain"; // what holds the exercise
const root = document.documentElement;

let current; // the exercise in the view
let before; // where the page stood, where it was there first

/** Whether an exercise is in the lecture view. */
export const inLecture = (exercise) => current === exercise;

/** Shows an exercise alone. `place` is where to go back to, if the reader has been on the page. */
export function enterLecture(exercise, place) {
  hide();
  current = exercise;
  before = place;
  root.dataset.lecture = exercise.spec.id;
  mark(true);
  scrollTo({ left: 0, top: 0, behavior: "instant" });
  readdress(fragment(exercise, true));
  exercise.start();
}

/** Back to the page, to where it stood. */
export function leaveLecture() {
  const exercise = current;
  hide();
  readdress(before?.hash || fragment(exercise, false));
}

/** Back to the page for an address that asks for something else on it. */
export function leaveLectureFor(hash) {
  hide();
  document.getElementById(hash.slice(1))?.scrollIntoView({ behavior: "instant" });
}

function hide() {
  if (!current) return;
  const { element } = current;
  delete root.dataset.lecture;
  mark(false);
  current = undefined;
  if (before) scrollTo({ left: before.left, top: before.top, behavior: "instant" });
  else element.scrollIntoView({ behavior: "instant" });
}

/** Readers enter and leave by the exercise's own button, or leave by Escape. */
export function offerLecture(exercises) {
  for (const exercise of exercises) {
    const button = buttonOf(exercise);
    button.hidden = false;
    button.addEventListener("click", () => {
      if (inLecture(exercise)) leaveLecture();
      else enterLecture(exercise, placeNow());
    });
  }
  document.addEventListener("keydown", (event) => {
    if (current && event.key === "Escape" && !isUsed(event)) leaveLecture();
  });
}

const buttonOf = ({ element }) => element.querySelector('[data-action="lecture"]');

function placeNow() {
  // An address that asks for something of an exercise is not a place to go back to.
  const asks = readFragment(location.hash);
  const hash = asks?.lecture || asks?.values !== undefined ? "" : location.hash;
  return { left: scrollX, top: scrollY, hash };
}

function mark(on) {
  const { element, strings } = current;
  element.toggleAttribute(SHOWN, on);
  for (let holder = element.parentElement; holder !== document.body; ) {
    holder.toggleAttribute(CHAIN, on);
    holder = holder.parentElement;
  }
  // Results that scroll by themselves are scrolled by keyboard once they have the focus.
  const results = element.querySelector(".sq-results");
  if (on && getComputedStyle(results).overflowY !== "visible") results.tabIndex = 0;
  else results.removeAttribute("tabindex");
  const label = buttonOf(current).querySelector("span");
  label.textContent = on ? strings.leave_lecture : strings.lecture;
}

// The address with or without the lecture view; values that are still to be decided on stay in it.
function fragment(exercise, lecture) {
  const { id } = exercise.spec;
  const asks = readFragment(location.hash);
  return writeFragment({ id, lecture, values: asks?.id === id ? asks.values : undefined });
}

/** Whether Escape means something else: it ends a composed letter, or closes an open list. */
function isUsed({ defaultPrevented, isComposing, target }) {
  if (defaultPrevented || isComposing) return true;
  if (!(target instanceof HTMLSelectElement)) return false;
  // Where a browser cannot tell, a list may be open.
  return !CSS.supports("selector(:open)") || target.matches(":open");
}
