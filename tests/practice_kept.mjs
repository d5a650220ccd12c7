// Answers, for the tests, how far pages say a reader is with self-checks: each line of input is a
// JSON list of [record, { topic, name, items }], each line of output the JSON list of answers.
// Usage: node practice_kept.mjs

import { createInterface } from "node:readline";

import { selfCheckProgress } from "../servicequality/page/runtime/practice-kept.js";

for await (const line of createInterface({ input: process.stdin })) {
  console.log(JSON.stringify(JSON.parse(line).map((call) => selfCheckProgress(...call))));
}
