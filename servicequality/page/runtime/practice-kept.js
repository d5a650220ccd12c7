// What the browser keeps of self-checks and flashcards, and how far a reader is with self-checks:
// read without Python, for pages that only tell of it.
//
// servicequality/core/self_check.py and core/flashcards.py describe the records. A self-check is
// given as `{ topic, name, items }`, the name of its run and the ids of the questions it asks.

import { FLASHCARDS, getRecord, getText, selfCheckKey } from "./kept.js";
import { isRecord } from "./plain.js";

// VERSION of servicequality/core/self_check_run.py, KEPT_VERSION of core/flashcards.py.
const SELF_CHECK_VERSION = 1;
const CARDS_VERSION = 1;

/**
 * What is kept under a key, a record that has all of `parts`: `{ state, record }`. `state` is "open"
 * (nothing), "kept", "newer" (kept by a newer edition) or "damaged"; `record` is there but for the
 * first and last.
 */
function keptUnder(key, newest, parts) {
  if (getText(key) === null) return { state: "open" };
  const record = getRecord(key);
  if (!Number.isInteger(record?.version) || record.version < 1) return { state: "damaged" };
  if (record.version > newest) return { state: "newer", record };
  const whole = parts.every((part) => isRecord(record[part]));
  return whole ? { state: "kept", record } : { state: "damaged" };
}

/** What is kept of a topic's self-checks, as `keptUnder`. */
export const keptTopic = (topic) =>
  keptUnder(selfCheckKey(topic), SELF_CHECK_VERSION, ["items", "runs"]);

/** Whether there is anything to show of a topic's self-checks: a page may keep a mere start. */
export function isBegun(topic) {
  const { state, record } = keptTopic(topic);
  if (state !== "kept") return state !== "open";
  const runs = Object.values(record.runs);
  return Object.keys(record.items).length > 0 || runs.some((run) => run?.stage !== "ready");
}

/** What is kept of the flashcards, as `keptUnder`; "open" where no card was ever rated. */
export function keptCards() {
  const found = keptUnder(FLASHCARDS, CARDS_VERSION, ["cards"]);
  const none = found.state === "kept" && Object.keys(found.record.cards).length === 0;
  return none ? { state: "open" } : found;
}

/** What came of a question: `{ count, history, best, when }`; undefined where nothing did. */
export function storyOf({ items }, id) {
  const story = Object.hasOwn(items, id) ? items[id] : undefined;
  return Array.isArray(story?.history) ? story : undefined;
}

/** How far a self-check is by its topic's record: `progress` of core/self_check_run.py. */
export function selfCheckProgress(record, { name, items }) {
  const stories = items.map((id) => storyOf(record, id));
  const finished = (story) => story?.best === "right" || story?.history.at(-1) === "revealed";
  if (stories.every(finished)) return "done";
  const run = Object.hasOwn(record.runs, name) ? record.runs[name] : undefined;
  const begun = stories.some(Boolean) || (run?.stage ?? "ready") !== "ready";
  return begun ? "begun" : "open";
}

/** How far a self-check is: "open", "begun" or "done". What cannot be shown was begun too. */
export function progressOfSelfCheck(check) {
  const { state, record } = keptTopic(check.topic);
  if (state === "kept") return selfCheckProgress(record, check);
  return state === "open" ? "open" : "begun";
}
