// Answers page_python.py: one JSON request a line, one JSON reply a line.
// Usage: node page_python.mjs SCRIPT   where SCRIPT is the one that pages load MicroPython from.

import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { Python } from "../servicequality/page/runtime/python.js";

// As a page does it: a classic script that leaves one function behind.
(0, eval)(readFileSync(process.argv[2], "utf8"));
const interpreter = await globalThis.servicequalityMicroPython();
let python;

function answer(request) {
  if (request.modules) {
    python = new Python(interpreter, request.modules);
    return null;
  }
  if (request.source) return python.load(request.spec, request.source, request.data) ?? null;
  if ("workbook" in request) {
    const { specs, strings, workbook, practice } = request;
    return python.readWorkbook(specs, strings, workbook, practice);
  }
  if ("theirs" in request) {
    return python.joinPractice(request.practice, request.mine, request.theirs, request.first);
  }
  return python.evaluate(request.id, request.raw);
}

for await (const line of createInterface({ input: process.stdin })) {
  let reply;
  try {
    reply = { answer: answer(JSON.parse(line)) };
  } catch (error) {
    reply = { fault: `${error.name}: ${error.message}` };
  }
  process.stdout.write(`${JSON.stringify(reply)}\n`);
}
