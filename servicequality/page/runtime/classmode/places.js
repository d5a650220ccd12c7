// Where in the course stands what a class is asked about.

import { coursePages } from "../course.js";
import { cardId, findItem } from "./question-subject.js";

/** The kind of a subject, "exercise" or "item", and its id there. */
export function splitSubject(subject) {
  const at = subject.indexOf("/");
  return { kind: subject.slice(0, at), id: subject.slice(at + 1) };
}

/** A link to a subject, on this page where it is here; undefined where the course has no page. */
export function linkTo(subject) {
  const { kind, id } = splitSubject(subject);
  const isExercise = kind === "exercise";
  const anchor = isExercise ? `#exercise-${id}` : `#${cardId(id)}`;
  const isHere = isExercise ? document.getElementById(anchor.slice(1)) : findItem(id);
  if (isHere) return anchor;
  const page = coursePages().find(({ exercises, selfChecks }) =>
    isExercise ? exercises.includes(id) : selfChecks.some(({ items }) => items.includes(id)),
  );
  return page && page.link.getAttribute("href") + anchor;
}
