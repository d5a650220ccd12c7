// What a student learned with the flashcards, kept in this browser only. Browsers may refuse; the
// cards go on. Another tab may write too, so each write looks first at what is there.

import {
  asideKey,
  DEEPEST,
  FLASHCARDS,
  getText,
  putRecord,
  putText,
  storageState,
  tellKept,
} from "../kept.js";
import { parsed } from "../plain.js";

export class CardsStore {
  constructor() {
    this.text = null; // what was kept when this page last looked
    this.foreign = {}; // cards in it that this edition does not have
    this.state = storageState(); // "", or why nothing is kept: "full", "blocked", "locked"
  }

  /** Whether something else is kept than this page knows of. */
  get isNews() {
    return getText(FLASHCARDS) !== this.text;
  }

  /** The record that is kept, as it is; undefined where there is none, null where it is damaged. */
  look() {
    this.text = getText(FLASHCARDS);
    return this.text === null ? undefined : (parsed(this.text, DEEPEST) ?? null);
  }

  /** Remembers which cards of a record belong to another edition, which will look for them. */
  remember(record, dropped) {
    const gone = dropped.filter(({ reason }) => reason === "gone");
    this.foreign = Object.fromEntries(gone.map(({ id }) => [id, record.cards[id]]));
  }

  /** Keeps a record, over whatever is there. */
  save(record) {
    if (this.state === "locked") return;
    const whole = { ...record, cards: { ...this.foreign, ...record.cards } };
    this.state = putRecord(FLASHCARDS, whole);
    if (this.state !== "") return;
    this.text = JSON.stringify(whole);
    tellKept();
  }

  /** Leaves what is kept alone from now on: it is not this edition's to change. */
  lock() {
    this.state = "locked";
  }

  /** Puts what cannot be read where nothing overwrites it. */
  putAside() {
    putText(asideKey("flashcards"), this.text);
  }
}
