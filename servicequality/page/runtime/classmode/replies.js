// What the answer of a server means for what was asked.

import { isRecord } from "../plain.js";

// The connection or the server may be better in a while; what was asked is still to be asked.
const LATER = (status) => status === 429 || status >= 500;

/**
 * Reads `{ status, json, wait }`; `json` is undefined where no JSON came, `wait` is in seconds.
 * Gives an object with `kind`:
 *
 * - "done", with `json`;
 * - "later", with `message` ("" where there is none) and `wait`, ms, undefined where it is not said;
 * - "refused", for good, with `code` and `message`;
 * - "absent": there is no class mode at this address.
 */
export function readReply({ status, json, wait }) {
  if (status === 200 && isRecord(json)) return { kind: "done", json };
  const { code, message } = isRecord(json?.error) ? json.error : {};
  const told = typeof code === "string" && typeof message === "string";
  if (LATER(status)) {
    return { kind: "later", message: told ? message : "", wait: wait > 0 ? wait * 1000 : undefined };
  }
  if (told) return { kind: "refused", code, message };
  // Where no class mode is, an error of other making comes, and to what is sent another one.
  if (status === 404 || status === 405) return { kind: "absent" };
  return { kind: "later", message: "", wait: undefined };
}

const FIRST = 1000; // ms
const LONGEST = 30_000; // ms
const SPREAD = 0.25;

/**
 * How long to wait, in ms, after so many failures in a row: longer each time, up to half a minute.
 * `chance`, from 0 to 1, keeps a class from coming back in the same moment.
 */
export function pauseAfter(failures, chance = Math.random()) {
  const pause = Math.min(FIRST * 2 ** (failures - 1), LONGEST);
  return Math.round(pause * (1 - SPREAD + 2 * SPREAD * chance));
}

/**
 * How long to wait, in ms, where the server has said `wait`, undefined where it has not. It is never
 * asked earlier than it said, and not by a whole class in the same moment.
 */
export function nextTry(wait, failures, chance = Math.random()) {
  const pause = pauseAfter(failures, chance);
  return wait === undefined ? pause : wait + Math.round(chance * pause);
}
