// Whether the browser keeps the entries of each page apart. Some do for pages opened from a folder.

import { PREFIX, putText, removeText } from "./kept.js";
import { urlOf } from "./scripts.js";

const TOKEN = `${PREFIX}probe-token`;
const LONGEST_WAIT = 4000; // ms

/** Whether no other page sees what this one keeps; asked again, gives the same promise. */
export function keptApart() {
  // Asked once a page, whichever of its scripts asks: two probes at a time would mislead each other.
  globalThis.servicequalityApart ??=
    location.protocol === "file:" ? noneSees() : Promise.resolve(false);
  return globalThis.servicequalityApart;
}

/** Puts a token into the storage and has another page of the site, in a frame, look for it. */
function noneSees() {
  const token = `${Date.now()}-${Math.random()}`;
  // A browser that keeps nothing at all is another story.
  if (putText(TOKEN, token)) return Promise.resolve(false);
  const frame = document.createElement("iframe");
  frame.hidden = true;
  frame.src = `${urlOf("probe")}#${TOKEN}`;
  return new Promise((resolve) => {
    function settle(apart) {
      clearTimeout(late);
      removeEventListener("message", hear);
      frame.remove();
      removeText(TOKEN);
      resolve(apart);
    }
    function hear({ source, data }) {
      if (source === frame.contentWindow) settle(data !== token);
    }
    const late = setTimeout(() => settle(true), LONGEST_WAIT);
    addEventListener("message", hear);
    document.body.append(frame);
  });
}
