// The browser's storage: what the site keeps in it, and steps on it that a browser may refuse.
//
// servicequality/exercise/ID       a record: { version, changed, progress, values }
// servicequality/self-check/TOPIC  all self-checks on a topic: { version, items, runs }
//                                  (servicequality/core/self_check.py)
// servicequality/flashcards        { version, cards, today } (servicequality/core/flashcards.py)
// servicequality/pages             { version, read: { PAGE: moment }, last: { page, anchor, title } }
// servicequality/workbook          { version, alias, date, left_out: [ID, or one of PRACTICE] }
// servicequality/told              what the reader has been told once
// servicequality/class/client      a random id, under which answers are sent to a class
// servicequality/class/answer/ROOM/ROUND  an answer to a class (classmode/record.js)
// servicequality/aside/ID          a record that could not be read, put aside; ID is that of an
//                                  exercise, "self-check/TOPIC" or "flashcards"

import { isRecord, parsed } from "./plain.js";

export const PREFIX = "servicequality/";
export const PAGES = `${PREFIX}pages`;
export const WORKBOOK = `${PREFIX}workbook`;
export const TOLD = `${PREFIX}told`;
export const exerciseKey = (id) => `${PREFIX}exercise/${id}`;
const SELF_CHECK = `${PREFIX}self-check/`;
export const selfCheckKey = (topic) => `${SELF_CHECK}${topic}`;
export const FLASHCARDS = `${PREFIX}flashcards`;
/** What a workbook file may hold besides exercises, and readers may leave out of it. */
export const PRACTICE = ["self_checks", "flashcards"];
export const asideKey = (id) => `${PREFIX}aside/${id}`;
export const RECORD_VERSION = 2;
// Lists and objects within each other: a workbook has 8, what it keeps has fewer.
export const DEEPEST = 12;

/** Dispatched on the document after the page has kept or forgotten something. */
export const KEPT = "servicequality:kept";
export const tellKept = () => document.dispatchEvent(new CustomEvent(KEPT));

/** Why the browser refuses a step: "full", "blocked", or "" where it was done. */
function refusal(step) {
  try {
    step();
    return "";
  } catch (error) {
    console.warn("Storage:", error);
    return error.name === "QuotaExceededError" ? "full" : "blocked";
  }
}

/** The text kept under a key; null where there is none or the browser gives none. */
export function getText(key) {
  let text = null;
  refusal(() => (text = localStorage.getItem(key)));
  return text;
}

/** Keeps a text; gives "", or why it is not kept: "full" or "blocked". */
export const putText = (key, text) => refusal(() => localStorage.setItem(key, text));

export const removeText = (key) => refusal(() => localStorage.removeItem(key));

/** Whether the browser keeps anything: "" if so, else "full" or "blocked". */
export function storageState() {
  const key = `${PREFIX}probe`;
  return putText(key, "1") || removeText(key);
}

/** All keys of the course. */
export function courseKeys() {
  let found = [];
  refusal(() => (found = Object.keys(localStorage).filter((key) => key.startsWith(PREFIX))));
  return found;
}

/** The topics of which self-checks are kept, sorted. */
export const selfCheckTopics = () =>
  courseKeys()
    .filter((key) => key.startsWith(SELF_CHECK))
    .map((key) => key.slice(SELF_CHECK.length))
    .sort();

/** A kept object, parsed; null where there is none or it is damaged. */
export function getRecord(key) {
  const text = getText(key);
  const found = text === null ? null : parsed(text, DEEPEST);
  return isRecord(found) ? found : null;
}

export const putRecord = (key, record) => putText(key, JSON.stringify(record));

const STATES = ["open", "begun", "done"];

/**
 * What is kept of an exercise: `{ state, record }`. `state` is "open" (nothing), "begun", "done",
 * "newer" (kept by a newer edition) or "damaged"; `record` is there but for the first and last.
 */
export function keptOf(id) {
  const key = exerciseKey(id);
  if (getText(key) === null) return { state: "open" };
  const record = getRecord(key);
  if (!Number.isInteger(record?.version) || record.version < 1) return { state: "damaged" };
  if (record.version > RECORD_VERSION) return { state: "newer", record };
  if (!isRecord(record.values)) return { state: "damaged" };
  // Records of version 1 do not say how far they are.
  return { state: STATES.includes(record.progress) ? record.progress : "begun", record };
}

/** How far an exercise is: "open", "begun" or "done". What cannot be shown was begun all the same. */
export function progressOf(id) {
  const { state } = keptOf(id);
  return STATES.includes(state) ? state : "begun";
}

/** Today as YYYY-MM-DD, where the reader is. */
export function today() {
  const now = new Date();
  const two = (number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
