// Being in a class: which room, what is open in it, and what becomes of what is sent to it.

import { askRoom } from "./api.js";
import { readCode, spokenCode, withoutCode } from "./code.js";
import {
  clientId,
  forgetOthers,
  forgetRoom,
  forgetWaiting,
  keepRecord,
  knownClient,
  recordOf,
  waitingRounds,
} from "./kept-answers.js";
import { Outbox } from "./outbox.js";
import { pressed } from "./record.js";
import { Repeater } from "./repeater.js";
import { nextTry } from "./replies.js";
import { VISIT } from "./visit.js";
import { getOfVisit, putOfVisit, removeOfVisit } from "./visit-store.js";

const LOOK_AGAIN = 6000; // ms; a round that opens is seen within this
const SPREAD = 2000; // ms
const OVER = ["no_room", "room_ended"];

/** Dispatched on a membership when anything of it may have changed. */
export const CHANGED = "changed";

/** What an earlier page has kept for this visit, as `findVisit` gives it, or undefined. */
function keptVisit() {
  const [code, met] = (getOfVisit(VISIT) ?? "").split(" ");
  return readCode(code) && { code, met: met === "met", isKept: true };
}

/** Keeps the code for this visit; gives whether the browser does. */
const keepVisit = (code, met) => putOfVisit(VISIT, met ? `${code} met` : code);

/**
 * What the visit brings: `{ code, met, isKept }`, where `met` says whether the class has ever
 * answered, `isKept` whether the next page of the visit will know. `code` is undefined where the
 * address brings something that is no code. An address goes before what an earlier page has kept,
 * and loses its code where the browser keeps it.
 */
export function findVisit() {
  const typed = new URLSearchParams(location.search).get("room");
  const kept = keptVisit();
  if (typed === null) return kept ?? { code: undefined };
  const code = readCode(typed);
  const met = code !== undefined && code === kept?.code && kept.met;
  const isKept = code === undefined || keepVisit(code, met);
  // Otherwise a reload, at least, finds it there.
  if (isKept) history.replaceState(history.state, "", withoutCode(location.href));
  return { code, met, isKept };
}

export class Membership extends EventTarget {
  constructor({ code, met, isKept }) {
    super();
    this.code = code;
    this.met = met;
    this.isKept = isKept;
    this.phase = code === undefined ? "no_code" : "in"; // then "ended", "unknown" or "left"
    this.message = ""; // the server's own words on why there is no such room
    this.room = undefined; // as the server tells it, once it has
    this.rounds = [];
    this.standing = new Map(); // by round, the sequence that the class had of this browser
    this.failures = 0;
    this.stored = ""; // why answers are not kept: "full", "blocked", "" where they are
    if (code === undefined) return;
    this.outbox = new Outbox(code, (round, reply) => this.#answered(round, reply));
    this.watch = new Repeater(() => this.#look());
    addEventListener("online", () => this.#hurry());
    addEventListener("pageshow", ({ persisted }) => persisted && this.#comeBack());
    document.addEventListener("visibilitychange", () => document.hidden || this.#hurry());
  }

  get spoken() {
    return this.room?.spoken ?? spokenCode(this.code);
  }

  /** Whether the class cannot be reached at the moment. */
  get isCutOff() {
    return this.phase === "in" && (this.failures > 0 || this.outbox.failing);
  }

  /** Asks for the first time, and sends what an earlier page has left waiting. */
  begin() {
    if (this.phase === "in") this.#hurry();
  }

  /** The browser has gone back to this page, from one on which the class may have been left. */
  #comeBack() {
    if (this.phase === "in" && this.isKept && keptVisit()?.code !== this.code) this.leave();
    else this.#hurry();
  }

  #hurry() {
    if (this.phase !== "in") return;
    this.watch.now();
    this.outbox.send();
  }

  #tell() {
    this.dispatchEvent(new Event(CHANGED));
  }

  // What is asked

  async #look() {
    // The id counts this browser among those that have joined, and has the class tell what it has.
    // One that was erased meanwhile is not made again for that.
    const reply = await askRoom(this.code, this.room ? knownClient() : clientId());
    if (this.phase !== "in") return undefined;
    const pause = this.#heard(reply);
    this.#tell();
    // Who does not look at the page is not waited for: it asks when it is looked at again.
    return document.hidden ? undefined : pause;
  }

  #heard(reply) {
    if (reply.kind === "later" || (reply.kind === "absent" && this.met)) {
      this.failures += 1;
      return nextTry(reply.wait, this.failures);
    }
    if (reply.kind !== "done") {
      this.#lose(reply);
      return undefined;
    }
    const wasCutOff = this.isCutOff;
    this.failures = 0;
    this.room = reply.json.room;
    this.rounds = reply.json.rounds;
    for (const { id, sequence } of this.rounds) {
      if (Number.isInteger(sequence)) this.standing.set(id, sequence);
    }
    if (!this.met) {
      keepVisit(this.code, true);
      forgetOthers(this.code);
    }
    this.met = true;
    // The connection is back.
    if (wasCutOff) this.outbox.send();
    return LOOK_AGAIN + Math.random() * SPREAD;
  }

  /** There is no such room, or no longer. */
  #lose({ kind, code, message }) {
    this.outbox.stop();
    if (code === "room_ended" || (OVER.includes(code) && this.met)) {
      this.phase = "ended";
      return;
    }
    this.phase = "unknown";
    this.message = kind === "absent" ? "" : message;
    removeOfVisit(VISIT);
  }

  // What is sent

  recordOf(round) {
    return recordOf(this.code, round.id);
  }

  /** The student has pressed send. */
  press(round, values) {
    const record = pressed(this.recordOf(round), values, this.standing.get(round.id));
    this.stored = keepRecord(this.code, round.id, record);
    this.#tell();
    this.outbox.send();
  }

  /** An answer was replied to; the reply may say what the page does not know yet. */
  #answered(round, { code }) {
    if (code === "round_closed") {
      this.rounds = this.rounds.map((one) => (one.id === round ? { ...one, open: false } : one));
    }
    if (code === "round_closed" || OVER.includes(code)) this.watch.now();
    this.#tell();
  }

  /** Whether an answer has not been sent yet. */
  get hasWaiting() {
    return waitingRounds(this.code).length > 0;
  }

  /** Ends being in the class, on this page and on those that follow. */
  leave() {
    const { phase, code } = this;
    this.phase = "left";
    this.watch?.stop();
    this.outbox?.stop();
    removeOfVisit(VISIT);
    if (phase === "in") forgetWaiting(code);
    else if (phase === "ended") forgetRoom(code);
    this.#tell();
  }
}
