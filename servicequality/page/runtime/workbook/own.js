// What the workbook itself keeps: alias, date, and which exercises are left out.

import { getRecord, putRecord, today, WORKBOOK } from "../kept.js";

const DAY = /^\d{4}-\d\d-\d\d$/;
const text = (value) => (typeof value === "string" ? value : "");

/** `{ alias, date, left_out }` as kept; `date` is empty where it is always today. */
export function ownOf() {
  const kept = getRecord(WORKBOOK) ?? {};
  return {
    alias: text(kept.alias),
    date: DAY.test(kept.date) ? kept.date : "",
    left_out: Array.isArray(kept.left_out) ? kept.left_out : [],
  };
}

/** Keeps a change of what the workbook keeps; gives "" or why the browser refused. */
export const keepOwn = (change) => putRecord(WORKBOOK, { version: 1, ...ownOf(), ...change });

/** A day as a file can hold it: today where none, or none such, is given. */
export const dayOrToday = (day) => (DAY.test(day) ? day : today());
