// Sharing the values of an exercise: copying a link that holds them, and opening one. Values from a
// link are looked at, not kept: the reader's own entries stay as they are until the reader chooses.

import { inLecture } from "./lecture.js";
import { pack, readdress, readFragment, unpack, writeFragment } from "./link.js";
import { nodesText } from "./nodes.js";
import { isRecord } from "./plain.js";

export class Sharing {
  constructor(exercise) {
    this.exercise = exercise;
    this.active = false; // whether values from a link are shown
    this.written = false; // whether, beside them, there is something of the reader's to keep
    const { fields, groups } = exercise.spec;
    const teaching = new Set(groups.filter((group) => group.teaching).flatMap(({ names }) => names));
    const isOwn = ({ kind, name }) => kind === "long_text" || teaching.has(name);
    // What a reader writes at length, and all around the model answer, is in no link.
    this.shared = fields.filter((field) => !isOwn(field));
    this.own = new Set(fields.filter(isOwn).map(({ name }) => name));
  }

  /** Shows the buttons, which work from now on. */
  offer() {
    this.#on("copy-link", () => this.copy()).hidden = false;
    this.#on("own-values", () => this.back());
    this.#on("keep-values", () => this.keep());
  }

  #on(action, step) {
    const button = this.#part(`[data-action="${action}"]`);
    button.addEventListener("click", step);
    return button;
  }

  #part(selector) {
    return this.exercise.element.querySelector(selector);
  }

  /** The address of the exercise with the values that it shows, those that do not fit left out. */
  address() {
    const { exercise } = this;
    const values = exercise.fields.read();
    const { id } = exercise.spec;
    const fit = this.shared.filter(({ name }) => !exercise.check(name, values[name]).message);
    const lecture = inLecture(exercise);
    return (
      location.href.split("#")[0] + writeFragment({ id, lecture, values: pack(fit, values) })
    );
  }

  /** Copies the address; where that cannot be done, it is shown, selected, to be copied. */
  async copy() {
    const address = this.address();
    const { strings } = this.exercise;
    if (!(await copied(address)) && !this.#offerToCopy(address)) return;
    const said = this.own.size > 0 ? strings.link_copied_without : strings.link_copied;
    const note = this.#part("[data-copied]");
    note.textContent = said;
    note.hidden = false;
    this.exercise.say(said);
  }

  /** Shows the address in a field and selects it; gives whether the browser copied it after all. */
  #offerToCopy(address) {
    this.#part("[data-link]").hidden = false;
    const field = this.#part("[data-link] input");
    field.value = address;
    field.focus();
    field.select();
    // The old way: the only one on pages that came over plain http.
    return document.execCommand("copy");
  }

  /**
   * Shows the values of a link, each checked as a saved entry is; null are values that cannot be
   * read. Where none of them fits, the reader's own entries stay.
   */
  open(carried) {
    const { exercise } = this;
    const { fit, refused, strange } = this.#check(carried);
    const none = Object.keys(fit).length === 0;
    if (carried === null || (none && strange)) return this.#refuse(exercise.strings.link_damaged);
    const told = refused.length > 0 || strange ? this.#told(refused) : "";
    if (none && refused.length > 0) return this.#refuse(told);
    exercise.notice("link", told);
    if (!this.active) {
      this.before = exercise.fields.read();
      this.written = exercise.fields.touched.size > 0;
    }
    this.active = true;
    const start = this.shared.map((field) => [field.name, field.default]);
    exercise.fields.fill({ ...Object.fromEntries(start), ...fit });
    this.#part("[data-shared]").hidden = false;
    this.#part("[data-kept]").hidden = true;
    exercise.say(exercise.strings.shared);
  }

  #check(carried) {
    const fit = {};
    const refused = [];
    const known = new Map(this.shared.map((field) => [field.name, field]));
    const entries = isRecord(carried) ? Object.entries(carried) : [];
    for (const [name, value] of entries) {
      if (!known.has(name)) continue;
      const answer = this.exercise.check(name, unpack(known.get(name), value));
      if (answer.message) refused.push(nodesText(answer.message, this.exercise.language));
      else fit[name] = answer.value;
    }
    return { fit, refused, strange: entries.some(([name]) => !known.has(name)) };
  }

  #told(refused) {
    return this.exercise.strings.link_refused.replace("{message}", () => refused.join(" ")).trim();
  }

  // Nothing of the link is shown, so there is nothing to choose.
  #refuse(text) {
    this.exercise.notice("link", text);
    this.exercise.say(text);
    if (!this.active) this.#leaveAddress();
  }

  /** The reader goes back to the own entries. */
  back() {
    const { exercise, before } = this;
    const own = Object.fromEntries(this.shared.map(({ name }) => [name, before[name]]));
    exercise.fields.write(own);
    this.#end(exercise.strings.shared_back_done);
    // What was written meanwhile is the reader's own, and was not kept yet.
    if (this.written) exercise.keep();
  }

  /** The values of the link become the reader's entries. */
  keep() {
    this.#end(this.exercise.strings.shared_keep_done);
    this.exercise.keep();
  }

  /** Told of each change of a control: what is written at length is never the link's. */
  noteChange(control) {
    const name = control.closest("[data-field]")?.dataset.field;
    if (this.own.has(name)) this.written = true;
  }

  #end(said) {
    const { exercise } = this;
    this.active = false;
    this.#part("[data-shared]").hidden = true;
    exercise.notice("link", "");
    this.#leaveAddress();
    exercise.keeping.say();
    exercise.update();
    exercise.say(said);
    // The button that had the focus is gone.
    exercise.focusTitle();
  }

  // The address may meanwhile ask for something else on the page.
  #leaveAddress() {
    const { exercise } = this;
    const { id } = exercise.spec;
    const asks = readFragment(location.hash);
    if (asks?.id !== id || asks.values === undefined) return;
    readdress(writeFragment({ id, lecture: inLecture(exercise) }));
  }
}

/** Whether a text went to the clipboard. Pages that came over plain http have none. */
async function copied(text) {
  if (!navigator.clipboard) return false;
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch (error) {
    console.info("The browser keeps the clipboard closed:", error);
    return false;
  }
}
