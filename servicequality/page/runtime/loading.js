// Reading a workbook file back: checked whole before anything is kept.

import {
  DEEPEST,
  exerciseKey,
  FLASHCARDS,
  getRecord,
  getText,
  PAGES,
  putRecord,
  putText,
  RECORD_VERSION,
  removeText,
  selfCheckKey,
  WORKBOOK,
} from "./kept.js";
import { nodesText } from "./nodes.js";
import { parsed, same, sorted } from "./plain.js";
import { keptTopic } from "./practice-kept.js";
import { python } from "./python-page.js";

// All that a course of this kind can hold is far below this.
const LARGEST = 2_000_000; // bytes

/**
 * Reads a workbook file: `{ workbook }` as servicequality/core/workbook.py gives it, or
 * `{ message }`, a text that says what is wrong. `specs` are the exercises to read, `strings` the
 * texts of the interface. With `practice`, the course's `{ topics, deck }`, the workbook has
 * `practice`, the answer of core/workbook_practice.py. Nothing is kept yet.
 */
export async function readWorkbook(file, { specs, strings, language, practice }) {
  if (file.size > LARGEST) return { message: strings.file_too_large };
  // A byte order mark, which some editors put in front, is no part of it.
  const data = parsed((await file.text()).replace(/^\uFEFF/, ""), DEEPEST);
  if (data === undefined) return { message: strings.file_not_json };
  const answer = (await python()).readWorkbook(specs, strings, data, practice);
  if (answer.message) return { message: nodesText(answer.message, language) };
  return { workbook: { ...answer.workbook, exercises: inOrder(answer.workbook.exercises, specs) } };
}

/** Records with their keys in the order in which an exercise keeps them; Python has none. */
function inOrder(records, specs) {
  return records.map(({ id, changed, progress, values }) => {
    const { fields } = specs.find((spec) => spec.id === id);
    const ordered = fields.map((field) => [field.name, cellsInOrder(field, values[field.name])]);
    return { id, version: RECORD_VERSION, changed, progress, values: Object.fromEntries(ordered) };
  });
}

function cellsInOrder(field, value) {
  if (field.kind !== "rows") return value;
  const names = ["id", ...field.columns.map(({ name }) => name)];
  return value.map((row) => Object.fromEntries(names.map((name) => [name, row[name]])));
}

/** The topics of self-checks that were begun here, and in a workbook, and came to other points. */
export const selfCheckConflicts = ({ practice }) =>
  Object.entries(practice.self_checks)
    .filter(([topic, { runs }]) => {
      const { state, record } = keptTopic(topic);
      const own = state === "kept" ? record.runs : {};
      const begun = (run) => run && run.stage !== "ready";
      const differ = ([name, run]) =>
        begun(run) && begun(own[name]) && !same(sorted(run), sorted(own[name]));
      return Object.entries(runs).some(differ);
    })
    .map(([topic]) => topic);

/**
 * Puts a workbook's self-checks and flashcards together with those kept here; of runs that differ,
 * those that `first` ("mine" or "file") names stay. Gives `{ records, untouched }`: what is to be
 * kept, by key, and which of those here are of a newer edition.
 */
export async function joinPractice({ practice: theirs }, practice, first) {
  const answers = await python();
  const own = Object.keys(theirs.self_checks).map((name) => [name, getRecord(selfCheckKey(name))]);
  const mine = {
    self_checks: Object.fromEntries(own),
    flashcards: getRecord(FLASHCARDS),
  };
  const found = sorted(answers.joinPractice(practice, mine, theirs, first));
  const records = Object.entries(found.self_checks).map(([name, one]) => [selfCheckKey(name), one]);
  if (found.flashcards !== null) records.push([FLASHCARDS, found.flashcards]);
  return { records, untouched: found.untouched };
}

/** The ids of exercises for which something else is kept here than a workbook holds. */
export function conflicts({ exercises }) {
  return exercises
    .filter(({ id, values }) => {
      const own = getRecord(exerciseKey(id));
      return own !== null && !same(own.values, values);
    })
    .map(({ id }) => id);
}

/**
 * Keeps what a workbook holds, the exercises in `left` as they are here, and `joined` records by
 * key; gives "", or why the browser refused: then all is as it was.
 */
export function keepWorkbook({ alias, date, pages, exercises }, left, joined) {
  const own = getRecord(WORKBOOK) ?? {};
  const places = getRecord(PAGES) ?? { version: 1 };
  const read = { ...places.read, ...Object.fromEntries(pages.map((one) => [one.page, one.read])) };
  const records = exercises
    .filter(({ id }) => !left.includes(id))
    .map(({ id, ...record }) => [exerciseKey(id), record]);
  records.push(...joined);
  records.push([PAGES, { ...places, read }]);
  records.push([WORKBOOK, { version: 1, ...own, alias, date }]);
  return putAll(records);
}

/** Keeps several records, or none of them: gives "" or why the browser refused. */
function putAll(records) {
  const before = records.map(([key]) => [key, getText(key)]);
  for (const [key, record] of records) {
    const refused = putRecord(key, record);
    if (!refused) continue;
    for (const [earlier, text] of before) {
      if (text === null) removeText(earlier);
      else putText(earlier, text);
    }
    return refused;
  }
  return "";
}
