// The words of class mode in the language of the page, which only a visit to a class needs.

import { fill } from "../workbook/texts.js";
import { pauseAfter } from "./replies.js";

export class Words {
  /** `{ language, strings }`, as servicequality/book/class_words.py writes it. */
  constructor({ language, strings }) {
    this.strings = strings;
    // The course is written in British English.
    const locale = language === "en" ? "en-GB" : language.replace("_", "-");
    this.time = new Intl.DateTimeFormat(locale, { timeStyle: "short" });
  }

  /** A text, its places filled. */
  of(name, values = {}) {
    return fill(this.strings[name], values);
  }

  /** The time of day of a moment; "" where it is none. */
  timeOf(moment) {
    const date = new Date(moment);
    return Number.isNaN(date.getTime()) ? "" : this.time.format(date);
  }
}

const rest = (pause) => new Promise((resolve) => setTimeout(resolve, pause));

/** Fetches the words; without a connection again and again. */
export async function fetchWords() {
  const address = new URL(document.documentElement.dataset.classWords, document.baseURI);
  for (let failures = 1; ; failures += 1) {
    try {
      const answer = await fetch(address);
      if (answer.ok) return new Words(await answer.json());
      console.warn(`${address}: ${answer.status}`);
    } catch (error) {
      console.info("The words of class mode are not there yet:", error);
    }
    await rest(pauseAfter(failures));
  }
}
