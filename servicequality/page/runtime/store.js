// What a student entered in one exercise, kept in this browser only. Browsers may refuse; the
// exercise goes on. Another tab may write too, so each write looks first at what is there.

import {
  asideKey,
  DEEPEST,
  exerciseKey,
  getText,
  putText,
  RECORD_VERSION,
  removeText,
  storageState,
} from "./kept.js";
import { parsed } from "./plain.js";

export class Store {
  constructor(exerciseId) {
    this.id = exerciseId;
    this.key = exerciseKey(exerciseId);
    this.text = null; // what was kept when this page last looked
    this.values = {}; // the values in it
    this.state = storageState(); // "", or why nothing is kept: "full", "blocked", "locked"
  }

  /** Whether something else is kept than this page knows of. */
  get isNews() {
    return getText(this.key) !== this.text;
  }

  /** The record that is kept, as it is; undefined where there is none, null where it is damaged. */
  look() {
    this.text = getText(this.key);
    return this.text === null ? undefined : (parsed(this.text, DEEPEST) ?? null);
  }

  /** Keeps entries, over whatever is there; gives the new `state`. */
  save(values, progress) {
    if (this.state === "locked") return this.state;
    const changed = new Date().toISOString();
    const text = JSON.stringify({ version: RECORD_VERSION, changed, progress, values });
    this.state = putText(this.key, text);
    if (this.state === "") {
      this.text = text;
      this.values = values;
    }
    return this.state;
  }

  /** Leaves what is kept alone from now on: it is not this edition's to change. */
  lock() {
    this.state = "locked";
  }

  /** Puts what cannot be read where nothing overwrites it. */
  putAside() {
    putText(asideKey(this.id), this.text);
  }

  clear() {
    if (this.state === "locked") return;
    removeText(this.key);
    this.text = null;
    this.values = {};
  }
}
