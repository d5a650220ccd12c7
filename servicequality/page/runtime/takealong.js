// The student's work as a file, made from what the browser keeps: the same bytes for the same work.

import { getRecord, keptOf, PAGES, PRACTICE, selfCheckTopics, today, WORKBOOK } from "./kept.js";
import { sorted } from "./plain.js";
import { keptCards, keptTopic } from "./practice-kept.js";

export const FORMAT = "service-quality-workbook";
export const FILE_VERSION = 2;

/**
 * The workbook of some exercises as an object; `alias` and `date` where they differ from those
 * kept; `parts` are those of `PRACTICE` that go in.
 */
export function workbookOf(ids, { alias, date, parts = PRACTICE } = {}) {
  const own = getRecord(WORKBOOK) ?? {};
  const read = getRecord(PAGES)?.read ?? {};
  return {
    format: FORMAT,
    version: FILE_VERSION,
    alias: alias ?? own.alias ?? "",
    date: date ?? (own.date || today()),
    pages: Object.keys(read)
      .sort()
      .map((page) => ({ page, read: read[page] })),
    exercises: ids.flatMap((id) => {
      // What is damaged is not there; with it, the file could not be loaded.
      const { record } = keptOf(id);
      return record === undefined ? [] : [{ id, ...record }];
    }),
    ...practiceOf(parts),
  };
}

/** What of `PRACTICE` is kept and among `parts`: records by topic, and the flashcards' record. */
function practiceOf(parts) {
  const topics = selfCheckTopics()
    .map((topic) => [topic, keptTopic(topic).record])
    .filter(([, record]) => record !== undefined);
  const cards = keptCards().record;
  const found = {};
  if (parts.includes("self_checks") && topics.length > 0) {
    found.self_checks = Object.fromEntries(topics);
  }
  if (parts.includes("flashcards") && cards !== undefined) found.flashcards = cards;
  return sorted(found);
}

export const workbookText = (workbook) => `${JSON.stringify(workbook, null, 2)}\n`;

/** A name for a file of the student's: workbook-ALIAS-DATE.ENDING. */
export function fileName({ alias, date }, ending) {
  const safe = alias.replace(/[^\p{Letter}\p{Number}]+/gu, "-").replace(/^-+|-+$/g, "");
  return `${["workbook", safe, date].filter(Boolean).join("-")}.${ending}`;
}

/** Has the browser save a blob as a file. */
export function download(name, blob) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // Browsers read it after the click; an address that goes too early gives an empty file.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Saves the work on some exercises as a JSON file; gives how many of them have entries. */
export function takeAlong(ids, own) {
  const workbook = workbookOf(ids, own);
  const blob = new Blob([workbookText(workbook)], { type: "application/json" });
  download(fileName(workbook, "json"), blob);
  return workbook.exercises.length;
}
