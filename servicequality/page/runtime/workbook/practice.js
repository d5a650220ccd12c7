// Self-checks and flashcards in the workbook: what came of them, in numbers and in words.

import { isBegun, keptCards, keptTopic, progressOfSelfCheck, storyOf } from "../practice-kept.js";
import { dayText, fill } from "./texts.js";

const LEARNT = "review"; // of servicequality/core/memory.py: the first steps are over

/** The topics of which there is anything to show, in the order of their chapters. */
const begunTopics = ({ practice }) => Object.keys(practice.topics).filter(isBegun);

/** Which of `PRACTICE` there is anything to show of. */
export function practised(course) {
  const parts = [];
  if (begunTopics(course).length > 0) parts.push("self_checks");
  if (keptCards().state !== "open") parts.push("flashcards");
  return parts;
}

/** All self-checks on the pages of a course, each once: `{ topic, name, items, href }`. */
export function selfChecksOf({ pages }) {
  const found = new Map();
  for (const { href, self_checks: checks } of pages) {
    for (const check of checks) {
      const key = `${check.topic}/${check.name}`;
      if (!found.has(key)) found.set(key, { ...check, href: `${href}#${check.anchor}` });
    }
  }
  return [...found.values()];
}

/** The blocks of the parts of practice that go in. */
export const practiceBlocks = (course, parts) => [
  ...(parts.includes("self_checks") ? selfCheckBlocks(course) : []),
  ...(parts.includes("flashcards") ? cardBlocks(course) : []),
];

// Self-checks

function selfCheckBlocks(course) {
  const { strings, practice } = course;
  const blocks = begunTopics(course).flatMap((topic) => topicBlocks(practice.topics[topic], course));
  const heading = { kind: "heading", level: 1, text: strings.self_checks };
  return blocks.length > 0 ? [heading, ...blocks] : [];
}

function topicBlocks({ topic, title, items: questions }, course) {
  const { strings, language } = course;
  const checks = selfChecksOf(course).filter((check) => check.topic === topic);
  const heading = { kind: "heading", level: 2, text: title, href: checks[0]?.href };
  const { state, record } = keptTopic(topic);
  if (state !== "kept") return [heading, { kind: "note", text: strings[state] }];
  const done = checks.length > 0 && checks.every((one) => progressOfSelfCheck(one) === "done");
  const sum = summary(record, questions);
  const when = sum.when && fill(strings.changed, { date: dayText(sum.when, language) });
  const note = [done ? strings.done : strings.begun, when].filter(Boolean).join(" · ");
  if (sum.asked === 0) {
    return [heading, { kind: "note", text: note }, { kind: "note", text: strings.none_checked }];
  }
  const items = [pair(strings.right_end, share(sum.end, sum.asked, strings))];
  if (sum.known > 0) items.unshift(pair(strings.right_first, share(sum.first, sum.known, strings)));
  const missed = { kind: "list", label: strings.missed, texts: sum.missed };
  return [
    heading,
    { kind: "note", text: note },
    { kind: "pairs", items },
    ...(sum.missed.length > 0 ? [missed] : []),
  ];
}

const pair = (label, text) => ({ label, texts: [text], start: "", quiet: false });
const share = (of, all, strings) => fill(strings.share, { of, all });

/**
 * What came of a topic's questions: how many were `asked`, `first` right at the first try (of those
 * whose first try is `known`: only the last twelve are kept), right in the `end`, that is the last
 * time; which were `missed` then, as questions; and `when` that was (a Date or null).
 */
function summary(record, questions) {
  const told = questions
    .map(({ id, question }) => ({ question, story: storyOf(record, id) }))
    .filter(({ story }) => story?.history.length > 0);
  const right = ({ story: { history } }, place) => history.at(place) === "right";
  const known = told.filter(({ story: { count, history } }) => count === history.length);
  const ended = told.filter((one) => right(one, -1));
  const moments = told.map(({ story }) => Date.parse(story.when)).filter(Number.isFinite);
  return {
    asked: told.length,
    known: known.length,
    first: known.filter((one) => right(one, 0)).length,
    end: ended.length,
    missed: told.filter((one) => !ended.includes(one)).map(({ question }) => question),
    when: moments.length > 0 ? new Date(Math.max(...moments)) : null,
  };
}

// Flashcards

/** `{ learnt, learning, due, all }`: numbers of cards; those of which nothing is kept are in `all`. */
export function cardCounts({ practice: { deck } }) {
  const kept = keptCards().record?.cards ?? {};
  const cards = deck.filter((id) => Object.hasOwn(kept, id)).map((id) => kept[id]);
  const learnt = cards.filter((card) => card?.state === LEARNT).length;
  const due = cards.filter((card) => card?.due <= Date.now()).length;
  return { learnt, learning: cards.length - learnt, due, all: deck.length };
}

function cardBlocks(course) {
  const { strings, flashcards: href } = course;
  const { state } = keptCards();
  if (state === "open") return [];
  const heading = { kind: "heading", level: 1, text: strings.flashcards, href };
  if (state !== "kept") return [heading, { kind: "note", text: strings[state] }];
  const { learnt, learning, due, all } = cardCounts(course);
  const items = [
    pair(strings.cards_learnt, share(learnt, all, strings)),
    pair(strings.cards_learning, String(learning)),
    pair(strings.cards_due, String(due)),
  ];
  return [heading, { kind: "pairs", items }];
}
