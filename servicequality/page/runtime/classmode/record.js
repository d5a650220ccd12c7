// What a browser keeps of a student's answer to one round, and how that changes. A record is
//
//   { version, sequence, sent, waiting, refused }
//
// `sequence` is the highest number that an answer went, or is to go, under. `sent` is the answer
// that the class has: { values, at, sequence }; `waiting` the one that is on its way: { values };
// `refused` the one that was not taken: { values, code, message }. Each may be null.

import { isRecord, same } from "../plain.js";

export const VERSION = 1;

const EMPTY = { version: VERSION, sequence: 0, sent: null, waiting: null, refused: null };

/** A kept record, or an empty one where there is none that can be read. */
export function readRecord(kept) {
  const whole = Number.isSafeInteger(kept?.sequence) && kept.sequence >= 1;
  if (kept?.version !== VERSION || !whole) return EMPTY;
  const part = (name) => (isRecord(kept[name]) && isRecord(kept[name].values) ? kept[name] : null);
  const [sent, waiting, refused] = ["sent", "waiting", "refused"].map(part);
  return { version: VERSION, sequence: kept.sequence, sent, waiting, refused };
}

/** After the student has pressed send; `standing` is the sequence that the class is known to have. */
export const pressed = (record, values, standing) => ({
  ...record,
  sequence: Math.max(record.sequence, standing ?? 0) + 1,
  waiting: { values },
  refused: null,
});

// What has been pressed meanwhile waits on: under a higher number or, where two tabs have pressed in
// one moment, under the same.
const isLater = ({ sequence, waiting }, sent, values) =>
  waiting !== null && (sequence > sent || !same(waiting.values, values));

/** After the class has taken `values` under `sequence`. */
export function taken(record, sequence, values, at) {
  const older = record.sent !== null && record.sent.sequence > sequence;
  return {
    ...record,
    sequence: Math.max(record.sequence, sequence),
    sent: older ? record.sent : { values, at, sequence },
    waiting: isLater(record, sequence, values) ? record.waiting : null,
  };
}

/** After the class has refused `values`, which went under `sequence`, for good. */
export function refused(record, sequence, values, { code, message }) {
  if (record.waiting === null || isLater(record, sequence, values)) return record;
  return { ...record, waiting: null, refused: { values, code, message } };
}

/**
 * After it turned out that what went under `sequence` counts for nothing, as the class has something
 * else under it, or a later one: `standing` is the highest that it is known to have.
 */
export function raised(record, sequence, standing) {
  if (record.waiting === null || record.sequence !== sequence) return record;
  return { ...record, sequence: Math.max(sequence, standing) + 1 };
}
