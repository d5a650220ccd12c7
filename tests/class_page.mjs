// Calls, for the tests, what the page does in a class without looking at the page: each line of
// input is the JSON of [function, ...arguments], each line of output that of what it gives.
// Usage: node class_page.mjs

import { createInterface } from "node:readline";

import { readCode, spokenCode, withoutCode } from "../servicequality/page/runtime/classmode/code.js";
import { askedItem, isComplete } from "../servicequality/page/runtime/classmode/questions.js";
import {
  pressed,
  raised,
  readRecord,
  refused,
  taken,
} from "../servicequality/page/runtime/classmode/record.js";
import { Repeater } from "../servicequality/page/runtime/classmode/repeater.js";
import { nextTry, pauseAfter, readReply } from "../servicequality/page/runtime/classmode/replies.js";
import { latestRounds, stateOf } from "../servicequality/page/runtime/classmode/states.js";

const tick = () => new Promise((resolve) => setImmediate(resolve));

/** Asks for something `times` times while it is being done, and counts how often it is done. */
async function repeated(times) {
  let [done, atOnce, most] = [0, 0, 0];
  const repeater = new Repeater(async () => {
    atOnce += 1;
    most = Math.max(most, atOnce);
    await tick();
    atOnce -= 1;
    done += 1;
    return undefined;
  });
  const all = Array.from({ length: times }, () => repeater.now());
  await Promise.all(all);
  const before = done;
  repeater.stop();
  await repeater.now();
  return { done: before, most, after: done };
}

const functions = {
  readCode, spokenCode, withoutCode, askedItem, isComplete, pressed, raised, readRecord, refused,
  taken, nextTry, pauseAfter, readReply, stateOf, repeated,
  latestRounds: (rounds) => Object.fromEntries(latestRounds(rounds)),
};

for await (const line of createInterface({ input: process.stdin })) {
  const [name, ...given] = JSON.parse(line);
  console.log(JSON.stringify((await functions[name](...given)) ?? null));
}
