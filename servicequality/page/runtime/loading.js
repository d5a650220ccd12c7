// Reading a workbook file back: checked whole before anything is kept.

import {
  DEEPEST,
  exerciseKey,
  getRecord,
  getText,
  PAGES,
  putRecord,
  putText,
  RECORD_VERSION,
  removeText,
  WORKBOOK,
} from "./kept.js";
import { nodesText } from "./nodes.js";
import { parsed, same } from "./plain.js";
import { python } from "./python-page.js";

// All that a course of this kind can hold is far below this.
const LARGEST = 2_000_000; // bytes

/**
 * Reads a workbook file: `{ workbook }` as servicequality/core/workbook.py gives it, or
 * `{ message }`, a text that says what is wrong. `specs` are the exercises to read, `strings` the
 * texts of the interface. Nothing is kept yet.
 */
export async function readWorkbook(file, { specs, strings, language }) {
  if (file.size > LARGEST) return { message: strings.file_too_large };
  // A byte order mark, which some editors put in front, is no part of it.
  const data = parsed((await file.text()).replace(/^\uFEFF/, ""), DEEPEST);
  if (data === undefined) return { message: strings.file_not_json };
  const answer = (await python()).readWorkbook(specs, strings, data);
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
 * Keeps what a workbook holds, the exercises in `left` as they are here; gives "", or why the
 * browser refused: then all is as it was.
 */
export function keepWorkbook({ alias, date, pages, exercises }, left = []) {
  const own = getRecord(WORKBOOK) ?? {};
  const places = getRecord(PAGES) ?? { version: 1 };
  const read = { ...places.read, ...Object.fromEntries(pages.map((one) => [one.page, one.read])) };
  const records = exercises
    .filter(({ id }) => !left.includes(id))
    .map(({ id, ...record }) => [exerciseKey(id), record]);
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
