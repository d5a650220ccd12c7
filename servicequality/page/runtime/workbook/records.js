// What the browser keeps of an exercise, as far as it can be shown. Nothing here changes it.

import { keptOf } from "../kept.js";

/** `{ state, changed, values }`: the state of `keptOf`, when it was changed (a Date or null), values. */
export function shownOf(id) {
  const { state, record } = keptOf(id);
  if (state === "newer" || !record) return { state };
  const changed = new Date(typeof record.changed === "string" ? record.changed : NaN);
  return { state, changed: Number.isNaN(changed.getTime()) ? null : changed, values: record.values };
}

/** Whether there is anything to show of an exercise. */
export const hasEntries = ({ state }) => state !== "open";
