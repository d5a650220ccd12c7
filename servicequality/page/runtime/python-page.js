// MicroPython in a page: fetched and started once, shared by all that is alive on the page.

import { Python } from "./python.js";
import { fetchScript } from "./scripts.js";

/** The page's Python, ready; fails where the browser cannot run it. */
export function python() {
  // A page may have several scripts, each with a copy of this one.
  globalThis.servicequalityPython ??= fetchScript("micropython")
    .then(() => globalThis.servicequalityMicroPython())
    .then((interpreter) => new Python(interpreter, globalThis.servicequalityModules));
  return globalThis.servicequalityPython;
}
