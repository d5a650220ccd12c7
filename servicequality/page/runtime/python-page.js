// MicroPython in a page: fetched and started once, shared by all its exercises.

import modules from "python-modules";
import { Python } from "./python.js";
import { fetchScript } from "./scripts.js";

let started;

/** The page's Python, ready; fails where the browser cannot run it. */
export function python() {
  started ??= fetchScript("micropython")
    .then(() => globalThis.servicequalityMicroPython())
    .then((interpreter) => new Python(interpreter, modules));
  return started;
}
