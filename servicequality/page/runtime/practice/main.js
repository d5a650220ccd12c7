// Brings the self-checks of a page to life. One classic script, so that it also runs from a file.

import { startOnDemand } from "../start.js";
import { SelfCheck } from "./self-check.js";

function begin() {
  const elements = [...document.querySelectorAll("[data-self-check]")];
  startOnDemand(elements.map((element) => new SelfCheck(element)));
}

// What is pressed before the storage is ready counts: only a self-check that starts waits for it.
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin);
else begin();
