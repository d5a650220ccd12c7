// The answers to a class that this browser keeps, and the random id under which it sends them.

import { courseKeys, getRecord, getText, PREFIX, putRecord, putText, removeText } from "../kept.js";
import { readRecord } from "./record.js";

const CLASS = `${PREFIX}class/`;
const CLIENT = `${CLASS}client`;
const BYTES = 24;
const FORM = /^[A-Za-z0-9_-]{20,64}$/;

// Where the browser keeps nothing, this lasts as long as the page.
const memory = new Map();

const keyOf = (code, round) => `${CLASS}answer/${code}/${round}`;

/** Whether a key of the browser's storage, null for all of them, holds an answer to a class. */
export const isAnswerKey = (key) => key === null || key.startsWith(`${CLASS}answer/`);

/** The random id of this browser, where one was made; undefined where it is damaged. */
export function knownClient() {
  const kept = getText(CLIENT) ?? memory.get(CLIENT);
  return FORM.test(kept ?? "") ? kept : undefined;
}

/** The random id of this browser: what a class tells its students apart by, made when needed. */
export function clientId() {
  const kept = knownClient();
  if (kept) return kept;
  const made = randomId();
  memory.set(CLIENT, made);
  putText(CLIENT, made);
  return made;
}

// On pages that came over plain http there is no randomUUID().
function randomId() {
  const bytes = crypto.getRandomValues(new Uint8Array(BYTES));
  return btoa(String.fromCharCode(...bytes)).replace(/\+/g, "-").replace(/\//g, "_");
}

/** What is kept of the answer to a round, as record.js describes it. */
export function recordOf(code, round) {
  const key = keyOf(code, round);
  return readRecord(getRecord(key) ?? memory.get(key));
}

/** Keeps a record; gives "", or why it lasts no longer than the page: "full" or "blocked". */
export function keepRecord(code, round, record) {
  const key = keyOf(code, round);
  const refusal = putRecord(key, record);
  if (refusal) {
    // An older one must not come back instead.
    removeText(key);
    memory.set(key, record);
  } else memory.delete(key);
  return refusal;
}

const keysOf = (code) =>
  [...courseKeys(), ...memory.keys()].filter((key) => key.startsWith(keyOf(code, "")));

/** The ids of the rounds of a room of which an answer waits to be sent. */
export const waitingRounds = (code) =>
  keysOf(code)
    .map((key) => Number(key.slice(keyOf(code, "").length)))
    .filter((round) => recordOf(code, round).waiting !== null);

function forget(keys) {
  for (const key of keys) {
    removeText(key);
    memory.delete(key);
  }
}

/** Forgets the answers to a room. */
export const forgetRoom = (code) => forget(keysOf(code));

/** Has no answer to a room wait any longer; what was sent stays known. */
export function forgetWaiting(code) {
  for (const round of waitingRounds(code)) {
    keepRecord(code, round, { ...recordOf(code, round), waiting: null });
  }
}

/** Forgets the answers to all rooms but one; those that wait to be sent stay. */
export function forgetOthers(code) {
  const others = courseKeys().filter(
    (key) => isAnswerKey(key) && !key.startsWith(keyOf(code, "")),
  );
  forget(others.filter((key) => readRecord(getRecord(key)).waiting === null));
}
