// What an exercise keeps and takes back: its entries in the browser's storage, the changes of other
// tabs, and what the student is told of it.

import { exerciseIds, workbookLink } from "./course.js";
import { getRecord, putRecord, tellKept, TOLD } from "./kept.js";
import { merge } from "./merge.js";
import { nodesText } from "./nodes.js";
import { same } from "./plain.js";
import { keptApart } from "./probe.js";
import { Store } from "./store.js";
import { takeAlong } from "./takealong.js";

export class Keeping {
  constructor(exercise) {
    this.exercise = exercise;
    this.store = new Store(exercise.spec.id);
    addEventListener("storage", ({ key }) => {
      if (key === this.store.key || key === null) this.#follow();
    });
    // Kept in the browser's memory while the reader was elsewhere, the page has heard nothing.
    addEventListener("pageshow", ({ persisted }) => persisted && this.#follow());
  }

  get #strings() {
    return this.exercise.strings;
  }

  /** Shows what can be done with the entries, which can be done from now on. */
  offer() {
    const { element } = this.exercise;
    this.takeButton = element.querySelector('[data-action="take-along"]');
    this.takeButton.addEventListener("click", () => {
      takeAlong(exerciseIds());
      this.exercise.say(this.#strings.own_saved);
    });
    this.#link(workbookLink()?.href);
    this.say();
    keptApart().then((apart) => {
      this.apart = apart;
      this.say();
    });
  }

  /** Leads to the workbook, where the course has one. */
  #link(href) {
    if (!href) return;
    const place = this.exercise.element.querySelector("[data-workbook-link]");
    const link = document.createElement("a");
    link.href = href;
    link.className = place.className;
    link.dataset.workbookLink = "";
    link.textContent = place.textContent;
    place.replaceWith(link);
  }

  /** Puts kept entries back; what no longer fits is left out, and said. */
  restore() {
    const found = this.#read();
    if (!found) return;
    this.exercise.fields.fill(found.values);
    if (found.refused.length === 0) return;
    const reasons = found.refused.map((nodes) => nodesText(nodes, this.exercise.language));
    const told = this.#strings.saved_refused.replace("{message}", () => reasons.join(" "));
    this.exercise.notice("saved", told);
  }

  /** What is kept, as Python reads it; undefined where there is nothing that can be used. */
  #read() {
    const { exercise, store } = this;
    const record = store.look();
    if (record === undefined) {
      store.values = {};
      return undefined;
    }
    const found = exercise.python.restore(exercise.spec.id, record);
    if (!found.fault) {
      store.values = found.values;
      return found;
    }
    if (found.fault === "record_newer") store.lock();
    else store.putAside();
    exercise.notice("saved", this.#strings[found.fault]);
    this.say();
    return undefined;
  }

  /** Keeps what the form holds, put together with what another tab has kept meanwhile. */
  keep() {
    const { exercise, store } = this;
    const known = store.text;
    if (store.state !== "locked" && store.isNews) this.#meet(known !== null);
    store.save(exercise.fields.read(), exercise.progress);
    this.#done();
  }

  // The form has changes that are not kept, and so has another tab, unless all was erased.
  #meet(hadEntries) {
    const { exercise, store } = this;
    const base = store.values;
    const found = this.#read();
    if (found) this.#put(base, found.values);
    else if (hadEntries && store.text === null) exercise.notice("tab", this.#strings.kept_again);
  }

  /** Takes over what another tab has done. */
  #follow() {
    const { exercise, store } = this;
    // A change of this page that is on its way meets the other when it is kept.
    if (!exercise.live || exercise.pending || !store.isNews) return;
    const base = store.values;
    const found = this.#read();
    if (found) {
      if (exercise.sharing.active) Object.assign(exercise.sharing.before, found.values);
      else this.#put(base, found.values);
    } else if (store.text === null && !exercise.sharing.active) {
      exercise.fields.write(exercise.startValues());
      exercise.notice("tab", this.#strings.tab_erased);
    }
    exercise.refresh();
    this.say();
  }

  /** Puts the form together with what another tab has kept; says so. */
  #put(base, theirs) {
    const { exercise } = this;
    const mine = exercise.fields.read();
    const { fields } = exercise.spec;
    const { values, both } = merge(fields, base, mine, theirs, this.#strings.tab_other);
    const differs = fields.filter(({ name }) => !same(values[name], mine[name]));
    // Writing into a control moves its cursor, so the others are left alone.
    exercise.fields.write(Object.fromEntries(differs.map(({ name }) => [name, values[name]])));
    const told = both ? "tab_merged" : "tab_changed";
    if (both || differs.length > 0) exercise.notice("tab", this.#strings[told]);
    exercise.update();
  }

  forget() {
    this.store.clear();
    this.#done();
  }

  #done() {
    this.say();
    tellKept();
  }

  /** Says whether the entries are kept, and offers what helps where they are not. */
  say() {
    const { exercise, store } = this;
    const { element } = exercise;
    const texts = { full: "kept_full", blocked: "not_kept", apart: "kept_apart" };
    const state = store.state || (this.apart ? "apart" : "");
    const note = element.querySelector("[data-kept]");
    note.textContent = this.#strings[texts[state] ?? "kept"];
    note.hidden = exercise.sharing.active || store.state === "locked";
    if (this.takeButton) this.takeButton.hidden = state !== "" || store.text === null;
    exercise.ownFile.offer(state !== "");
    this.#tellOnce();
  }

  /** Each student is told once that browsers clear sites that are not visited. */
  #tellOnce() {
    const { store } = this;
    if (store.state !== "" || store.text === null || getRecord(TOLD)?.idle) return;
    putRecord(TOLD, { version: 1, idle: true });
    this.exercise.element.querySelector("[data-idle]").hidden = false;
  }
}
