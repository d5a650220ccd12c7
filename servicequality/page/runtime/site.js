// What every page can do: its colours switched, its contents opened and closed on a phone, its
// reader shown how far they are.

import { isInClass } from "./classmode/visit.js";
import { beginDue } from "./practice/due.js";
import { beginProgress } from "./progress.js";
import { beginReading } from "./reading.js";
import { ready } from "./ready.js";
import { fetchScript } from "./scripts.js";

const root = document.documentElement;
const ROOM_BELOW = 16; // px
const MODES = ["auto", "light", "dark"];
const REST = ".sq-skip, .sq-class-line, .sq-site-head, .sq-main, .sq-site-foot";

/** Keeps a choice where the browser lets us; without that it holds for this page. */
function keep(name, value) {
  try {
    localStorage.setItem(name, value);
  } catch (error) {
    console.info("The choice of colours is not kept:", error.name);
  }
}

function switchMode() {
  const mode = MODES[(MODES.indexOf(root.dataset.mode) + 1) % MODES.length];
  root.dataset.mode = mode;
  keep("mode", mode);
  paint();
}

const darkDevice = matchMedia("(prefers-color-scheme: dark)");

function paint() {
  const device = darkDevice.matches ? "dark" : "light";
  root.dataset.theme = root.dataset.mode === "auto" ? device : root.dataset.mode;
}

function beginColours() {
  const button = document.querySelector("[data-mode-switch]");
  button.hidden = false;
  button.addEventListener("click", switchMode);
  darkDevice.addEventListener("change", paint);
}

/** On a phone the contents are a sheet over the page; what lies below it is out of reach. */
function beginContents() {
  const contents = document.getElementById("contents");
  const opener = document.querySelector("[data-menu-open]");
  const closer = document.querySelector("[data-menu-close]");
  function toggle(open) {
    contents.toggleAttribute("data-open", open);
    for (const element of document.querySelectorAll(REST)) element.inert = open;
    opener.setAttribute("aria-expanded", String(open));
    (open ? closer : opener).focus();
  }

  // They are links for readers without scripts; with them they are buttons.
  for (const link of [opener, closer]) {
    link.setAttribute("role", "button");
    link.addEventListener("keydown", (event) => {
      if (event.key !== " ") return;
      event.preventDefault();
      link.click();
    });
    link.addEventListener("click", (event) => {
      event.preventDefault();
      toggle(link === opener);
    });
  }
  opener.setAttribute("aria-expanded", "false");
  contents.addEventListener("keydown", (event) => event.key === "Escape" && toggle(false));
  contents.addEventListener("click", (event) => {
    // A link to a section of this page closes the sheet; the browser does the rest.
    const link = event.target.closest("a[href*='#']");
    if (link && link !== closer && contents.hasAttribute("data-open")) toggle(false);
  });
  // A phone that is turned may have room for contents and page side by side.
  matchMedia("(min-width: 64rem)").addEventListener("change", () => {
    if (contents.hasAttribute("data-open")) toggle(false);
  });
  showHere(contents);
}

/** Has contents that are longer than the screen show where one is; the page itself stays. */
function showHere(contents) {
  const here = contents.querySelector("[aria-current]");
  if (!here) return;
  for (const box of [contents.querySelector(".sq-contents-list"), contents]) {
    const below = here.getBoundingClientRect().bottom - box.getBoundingClientRect().bottom;
    if (below > 0) box.scrollTop += below + ROOM_BELOW;
  }
}

beginColours();
beginContents();
beginReading();
ready.then(() => {
  beginProgress();
  beginDue();
});
if (isInClass()) {
  fetchScript("class").catch((error) => console.warn("This page cannot reach the class:", error));
}
