// Answers, for the tests, how pages write numbers: each line of input is a JSON list of arguments
// of `formatNumber` lists, each line of output the JSON list of texts.
// Usage: node number_format.mjs

import { createInterface } from "node:readline";

import { formatNumber } from "../servicequality/page/runtime/numbers.js";

for await (const line of createInterface({ input: process.stdin })) {
  console.log(JSON.stringify(JSON.parse(line).map((call) => formatNumber(...call))));
}
