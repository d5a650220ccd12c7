// Asking class mode, on the server that the page came from. servicequality/classmode/handlers.py
// says what there is to ask.

import { readReply } from "./replies.js";

const ROOT = "/class/api/rooms";
const LONGEST_WAIT = 15_000; // ms

/** What there is to know of a room; for who names `client`, what is kept of it too. */
export const askRoom = (code, client) =>
  ask(`${ROOT}/${code}`, { headers: client ? { "X-Class-Client": client } : {} });

/** Sends an answer to a round. */
export const putAnswer = (code, round, answer) =>
  ask(`${ROOT}/${code}/rounds/${round}/answer`, {
    method: "PUT",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(answer),
  });

/** One request; gives what `readReply` gives. Without a connection that is "later". */
async function ask(path, options) {
  const late = new AbortController();
  const waiting = setTimeout(() => late.abort(), LONGEST_WAIT);
  try {
    const answer = await fetch(path, { ...options, cache: "no-store", signal: late.signal });
    const text = await answer.text();
    const wait = Number(answer.headers.get("Retry-After"));
    return readReply({ status: answer.status, json: jsonOf(text), wait });
  } catch (error) {
    console.info("The class was not reached:", error);
    return { kind: "later", message: "", wait: undefined };
  } finally {
    clearTimeout(waiting);
  }
}

function jsonOf(text) {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
