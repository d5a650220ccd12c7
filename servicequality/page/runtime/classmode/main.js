// Being in a class: fetched by pages of a visit that has the code of a room, and by no others.

import { ready } from "../ready.js";
import { urlOf } from "../scripts.js";
import { Bar } from "./bar.js";
import { ExerciseSubject } from "./exercise-subject.js";
import { Line } from "./line.js";
import { CHANGED, findVisit, Membership } from "./membership.js";
import { splitSubject } from "./places.js";
import { findItem, QuestionSubject } from "./question-subject.js";
import { latestRounds } from "./states.js";
import { fetchWords } from "./words.js";

/** Adds the styles of class mode; resolves once they are there, or will not be. */
function addStyles() {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = urlOf("classStyles");
  return new Promise((resolve) => {
    link.onload = resolve;
    link.onerror = () => {
      console.warn(`${link.href} could not be loaded`);
      resolve();
    };
    document.head.append(link);
  });
}

async function begin() {
  await ready;
  const membership = new Membership(findVisit());
  const [words] = await Promise.all([fetchWords(), addStyles()]);
  new Line(membership, words);
  showBars(membership, words);
  membership.begin();
}

/** Keeps a bar below each exercise and question of the page that the class was asked about. */
function showBars(membership, words) {
  const bars = new Map();
  membership.addEventListener(CHANGED, () => {
    if (membership.phase === "left") {
      for (const bar of bars.values()) bar?.remove();
      bars.clear();
      return;
    }
    for (const id of latestRounds(membership.rounds).keys()) {
      if (!bars.has(id)) bars.set(id, barFor(membership, id, words));
    }
  });
}

/** The bar of a subject; null where the page does not have it. */
function barFor(membership, subject, words) {
  const found = subjectHere(membership, subject, words);
  return found && new Bar(membership, found, subject, words);
}

function subjectHere(membership, subject, words) {
  const { kind, id } = splitSubject(subject);
  if (kind === "exercise") {
    const element = document.getElementById(`exercise-${id}`);
    return element && new ExerciseSubject(element);
  }
  const found = findItem(id);
  return found ? new QuestionSubject(found, words, sentBefore(membership, subject)) : null;
}

/** What this browser sent, or is about to send, in the latest round on a subject in which it did. */
function sentBefore(membership, subject) {
  const rounds = membership.rounds.filter((round) => round.subject === subject);
  const records = rounds.map((round) => membership.recordOf(round)).reverse();
  const one = records.find(({ sent, waiting }) => sent ?? waiting);
  return (one?.waiting ?? one?.sent)?.values;
}

begin();
