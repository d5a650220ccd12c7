// Sends the answers that wait, one after the other, until the class has taken or refused each.

import { putAnswer } from "./api.js";
import { clientId, keepRecord, recordOf, waitingRounds } from "./kept-answers.js";
import { raised, refused, taken } from "./record.js";
import { Repeater } from "./repeater.js";
import { nextTry } from "./replies.js";

export class Outbox {
  /** `changed` is called, with a round and the reply, when its answer stands otherwise. */
  constructor(code, changed) {
    this.code = code;
    this.changed = changed;
    this.failures = 0;
    this.why = ""; // what the server said when it last could not take an answer
    this.repeater = new Repeater(() => this.#sendAll());
  }

  get failing() {
    return this.failures > 0;
  }

  /** Sends what waits, if anything does. */
  send() {
    return this.repeater.now();
  }

  stop() {
    this.repeater.stop();
  }

  async #sendAll() {
    const rounds = waitingRounds(this.code);
    // What failed may have been forgotten meanwhile.
    if (rounds.length === 0) this.failures = 0;
    for (const round of rounds) {
      const { reply, pause } = await this.#sendOne(round);
      this.changed(round, reply);
      if (pause !== undefined) return pause;
    }
    return undefined;
  }

  /** Gives the reply, and the pause before trying once more; undefined where there is no need. */
  async #sendOne(round) {
    const { code } = this;
    const { sequence, waiting } = recordOf(code, round);
    const { values } = waiting;
    const reply = await putAnswer(code, round, { client: clientId(), sequence, values });
    if (reply.kind === "later" || reply.kind === "absent") {
      this.failures += 1;
      this.why = reply.message ?? "";
      return { reply, pause: nextTry(reply.wait, this.failures) };
    }
    this.failures = 0;
    this.why = "";
    // What is kept may have changed meanwhile, in another tab too.
    const record = recordOf(code, round);
    const next = after(record, { sequence, values }, reply);
    keepRecord(code, round, next);
    // Under another number it goes at once.
    return { reply, pause: next.waiting !== null ? 0 : undefined };
  }
}

function after(record, { sequence, values }, reply) {
  if (reply.kind === "refused") {
    if (reply.code === "sequence_used") return raised(record, sequence, sequence);
    return refused(record, sequence, values, reply);
  }
  const { outcome, sequence: standing } = reply.json;
  if (outcome === "superseded") return raised(record, sequence, standing);
  return taken(record, sequence, values, new Date().toISOString());
}
