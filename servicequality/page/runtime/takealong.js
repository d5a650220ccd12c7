// The student's work as a file, made from what the browser keeps: the same bytes for the same work.

import { getRecord, keptOf, PAGES, today, WORKBOOK } from "./kept.js";

export const FORMAT = "service-quality-workbook";
export const FILE_VERSION = 1;

/** The workbook of some exercises as an object; `alias` and `date` where they differ from those kept. */
export function workbookOf(ids, { alias, date } = {}) {
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
  };
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
