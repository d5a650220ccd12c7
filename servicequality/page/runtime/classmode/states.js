// How an answer stands: what a student is told below an exercise, and whether it can be sent.

import { same, sorted } from "../plain.js";

const alike = (one, other) => same(sorted(one), sorted(other));

// What was refused for these is no fault of the answer: when they no longer hold, it may be sent.
// What was refused for anything else matters no more once the round is closed.
const CLOSED = ["round_closed", "room_ended"];

/**
 * How the answer to a round stands, as `{ name, again }`: the id of a text, and whether sending
 * would replace an answer.
 *
 * `round` is one of the class's answer, `record` as record.js describes it; `values` is what the
 * form holds, undefined where that cannot be told; `standing` is the sequence that the class has of
 * this browser, if any; `failing` says that sending has failed, `ended` that the class is over.
 */
export function stateOf({ round, record, values, standing, failing, ended }) {
  const { sent, waiting, refused } = record;
  const has = sent !== null || Number.isInteger(standing);
  const open = round.open && !ended;
  const again = has || waiting !== null;
  if (waiting !== null && !ended) return { name: waitingName(waiting, values, failing), again };
  if (refused !== null && open !== CLOSED.includes(refused.code)) {
    return { name: has ? "refused_earlier" : "refused", again };
  }
  if (!open) return { name: has ? "closed_sent" : "closed_unsent", again };
  if (!has) return { name: round.number > 1 ? "unsent_again" : "unsent", again };
  const changed = sent !== null && values !== undefined && !alike(values, sent.values);
  return { name: changed ? "changed" : "sent", again };
}

function waitingName(waiting, values, failing) {
  if (values !== undefined && !alike(values, waiting.values)) return "waiting_changed";
  return failing ? "waiting" : "sending";
}

/** The latest round of each subject, by subject. */
export function latestRounds(rounds) {
  const latest = new Map();
  for (const round of rounds) {
    if ((latest.get(round.subject)?.number ?? 0) < round.number) latest.set(round.subject, round);
  }
  return latest;
}
