// The card on the front page that leads those who come back to where they were.

import { coursePages, exerciseIds } from "./course.js";
import { progressOf } from "./kept.js";
import { places } from "./reading.js";

export function beginContinue() {
  const begin = document.querySelector(".sq-front .sq-begin");
  if (!begin) return;
  offer(begin);
  // Never while the reader is at work here: it would push away what is being read.
  addEventListener("pageshow", ({ persisted }) => persisted && offer(begin));
}

function offer(begin) {
  document.querySelector(".sq-continue")?.remove();
  // It has kept the place free.
  delete document.documentElement.dataset.back;
  const { last } = places();
  const goal = coursePages().find(({ page }) => page === last?.page);
  if (!goal && exerciseIds().every((id) => progressOf(id) === "open")) return;
  const card = document.querySelector("[data-continue]").content.cloneNode(true);
  const link = card.querySelector("[data-continue-link]");
  if (goal) lead(link, goal, last);
  else link.remove();
  begin.before(card);
}

function lead(link, goal, { anchor, title }) {
  const [, page, place] = link.children;
  link.href = goal.link.getAttribute("href") + (anchor && `#${encodeURIComponent(anchor)}`);
  page.textContent = goal.title;
  place.textContent = title;
}
