// Plays, for the tests, a student with several tabs before a server that cannot be relied on: each
// line of input is the JSON of { seed, tabs, presses }, each line of output that of what came of it.
// Usage: node class_outbox.mjs

import { createInterface } from "node:readline";

const kept = new Map();
globalThis.localStorage = new Proxy(
  {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, text) => kept.set(key, text),
    removeItem: (key) => kept.delete(key),
  },
  {
    ownKeys: () => [...kept.keys()],
    getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
  },
);
console.info = () => {};

const runtime = "../servicequality/page/runtime/classmode";
const { Outbox } = await import(`${runtime}/outbox.js`);
const { keepRecord, recordOf } = await import(`${runtime}/kept-answers.js`);
const { pressed } = await import(`${runtime}/record.js`);

const CODE = "12345678";
const ROUND = 1;

/** Chance that can be repeated. */
function chanceOf(seed) {
  let now = seed;
  return () => {
    now = (now * 1664525 + 1013904223) % 2 ** 32;
    return now / 2 ** 32;
  };
}

const rest = () => new Promise((resolve) => setImmediate(resolve));

/** A server that keeps one answer, as classmode/store.py does, and loses requests and replies. */
class Server {
  constructor(chance) {
    this.chance = chance;
    this.reliable = false;
    this.stored = null; // { sequence, values }
    this.acknowledged = []; // the values of each answer that was acknowledged as stored
    this.clients = new Set();
  }

  async fetch(_path, { body }) {
    const { client, sequence, values } = JSON.parse(body);
    const wait = Math.floor(this.chance() * 4);
    for (let turn = 0; turn < wait; turn += 1) await rest();
    const luck = this.reliable ? 1 : this.chance();
    if (luck < 0.25) throw new TypeError("lost on the way there");
    if (luck < 0.35) return answerOf(503, { error: { code: "store_busy", message: "Busy." } });
    if (luck < 0.4) return answerOf(200, "<html>", true);
    this.clients.add(client);
    const [status, json] = this.#take(sequence, values);
    if (luck < 0.6) throw new TypeError("lost on the way back");
    if (json.outcome === "stored") this.acknowledged.push(values);
    return answerOf(status, json);
  }

  #take(sequence, values) {
    const there = this.stored;
    if (there && there.sequence > sequence) {
      return [200, { outcome: "superseded", sequence: there.sequence }];
    }
    if (there?.sequence === sequence && JSON.stringify(there.values) !== JSON.stringify(values)) {
      return [409, { error: { code: "sequence_used", message: "Used." } }];
    }
    this.stored = { sequence, values };
    return [200, { outcome: "stored", sequence }];
  }
}

const answerOf = (status, json, plain = false) => ({
  status,
  headers: new Map(),
  text: async () => (plain ? json : JSON.stringify(json)),
});

async function play({ seed, tabs, presses }) {
  kept.clear();
  const chance = chanceOf(seed);
  const server = new Server(chance);
  globalThis.fetch = (...given) => server.fetch(...given);
  const boxes = Array.from({ length: tabs }, () => new Outbox(CODE, () => {}));
  let before = recordOf(CODE, ROUND);
  for (let press = 1; press <= presses; press += 1) {
    const box = boxes[Math.floor(chance() * tabs)];
    // At times two tabs press in one moment: this one has not seen what the other kept.
    const seen = chance() < 0.3 ? before : recordOf(CODE, ROUND);
    before = recordOf(CODE, ROUND);
    keepRecord(CODE, ROUND, pressed(seen, { press }));
    box.send();
    if (chance() < 0.3) boxes[Math.floor(chance() * tabs)].send();
    const wait = Math.floor(chance() * 6);
    for (let turn = 0; turn < wait; turn += 1) await rest();
  }
  server.reliable = true;
  for (const box of boxes) await box.send();
  // What has to go under another number goes a moment later.
  const waits = () => recordOf(CODE, ROUND).waiting !== null;
  for (let turn = 0; turn < 200 && waits(); turn += 1) {
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  for (const box of boxes) box.stop();
  const { sent, waiting, refused } = recordOf(CODE, ROUND);
  return {
    stored: server.stored?.values.press ?? 0,
    sent: sent?.values.press ?? 0,
    waits: waiting !== null,
    refused: refused !== null,
    clients: server.clients.size,
    acknowledged: server.acknowledged.length,
  };
}

for await (const line of createInterface({ input: process.stdin })) {
  console.log(JSON.stringify(await play(JSON.parse(line))));
}
