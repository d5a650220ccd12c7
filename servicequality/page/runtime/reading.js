// Which pages were read to the end, and where the reader was last: noticed here, kept in the browser.

import { coursePages } from "./course.js";
import { getRecord, PAGES, putRecord, tellKept } from "./kept.js";
import { ready } from "./ready.js";

const VERSION = 1;
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const SIGNS = ["pointerdown", "touchstart", "wheel", "keydown"];

/** What is kept, `{ newer, read, last }`: without what is damaged, nothing of a newer edition. */
export function places() {
  const { version, read, last } = getRecord(PAGES) ?? {};
  const own = version === VERSION;
  const pages = Object.entries((own && read) || {}).filter(([, moment]) => MOMENT.test(moment));
  const texts = [last?.page, last?.anchor, last?.title];
  return {
    newer: version > VERSION,
    read: Object.fromEntries(pages),
    last: own && texts.every((text) => typeof text === "string") ? last : undefined,
  };
}

/** Changes what is kept, as it is at this moment: another tab may have kept something too. */
function keep(change) {
  const { newer, ...kept } = places();
  if (!newer) putRecord(PAGES, { version: VERSION, ...kept, ...change(kept) });
}

/** Watches the reader of a page that students work through; what is noticed early is kept later. */
export function beginReading() {
  const here = coursePages().find(({ link }) => link.hasAttribute("aria-current"));
  if (!here) return;
  const { page, exercises, selfChecks } = here;
  const isWork = exercises.length + selfChecks.length > 0;
  atTheEnd(async () => {
    await ready;
    keep(({ read }) => ({ read: { [page]: new Date().toISOString(), ...read } }));
    tellKept();
  });
  // From the front page readers go on, not back to it.
  if (document.body.classList.contains("sq-front")) return;
  // What has nothing to work on is looked up in between: the reader is still where the work is.
  const leave = () => {
    if (isWork || !places().last) keep(() => ({ last: { page, ...passed() } }));
  };
  ready.then(() => {
    document.addEventListener("visibilitychange", () => document.hidden && leave());
    addEventListener("pagehide", () => document.hidden || leave());
  });
}

/** Calls once the reader has shown a sign of life and the end of the text has been in view. */
function atTheEnd(call) {
  let awaited = 2;
  const came = () => {
    awaited -= 1;
    if (awaited === 0) call();
  };
  const waiting = new AbortController();
  const alive = () => {
    waiting.abort();
    came();
  };
  // For an address inside the page, browsers scroll by themselves.
  for (const sign of location.hash ? SIGNS : [...SIGNS, "scroll"]) {
    addEventListener(sign, alive, { capture: true, passive: true, signal: waiting.signal });
  }
  const end = document.createElement("div");
  document.querySelector(".sq-article").append(end);
  const watch = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    watch.disconnect();
    came();
  });
  watch.observe(end);
}

const HEADING = "h2, h3, h4, h5, h6";
const PLACE = `.sq-article section section[id]:has(${HEADING})`;

/** The last section or exercise whose start was passed: its id and title, both "" at the top. */
function passed() {
  const { lecture } = document.documentElement.dataset;
  const line = innerHeight / 3;
  const one = lecture
    ? document.getElementById(`exercise-${lecture}`)
    : scrollY > 0 &&
      [...document.querySelectorAll(PLACE)].findLast(
        (section) => section.getBoundingClientRect().top < line,
      );
  if (!one) return { anchor: "", title: "" };
  const title = one.querySelector(HEADING).cloneNode(true);
  title.querySelector(".headerlink")?.remove();
  return { anchor: one.id, title: title.textContent.trim() };
}
