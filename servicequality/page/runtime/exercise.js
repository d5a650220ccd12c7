// One exercise on a page: reads its form, has Python evaluate it, shows what comes back.

import { Chart } from "./chart.js";
import { Fields } from "./fields.js";
import { Keeping } from "./keeping.js";
import { pack } from "./link.js";
import { createNodes, nodesText } from "./nodes.js";
import { OwnFile } from "./own-file.js";
import { python } from "./python-page.js";
import { savePictures } from "./save-picture.js";
import { Sharing } from "./sharing.js";

const ANNOUNCE_AFTER = 700; // ms without a change, so that a moving slider is not read out
const SAY_STARTING_AFTER = 400; // ms; who waits less is told nothing

export class Exercise {
  constructor(element) {
    this.element = element;
    const payload = JSON.parse(element.querySelector("[data-payload]").textContent);
    this.language = payload.language;
    this.spec = payload.spec;
    this.payload = payload;
    this.strings = payload.spec.strings;
    this.fields = new Fields(element, payload.spec.fields, this.language);
    this.progress = "open";
    this.sharing = new Sharing(this);
    this.keeping = new Keeping(this);
    this.ownFile = new OwnFile(this);
    this.notices = new Map();
    this.charts = Object.fromEntries(
      Object.entries(payload.charts).map(([name, vega]) => [
        name,
        new Chart(element.querySelector(`[data-chart="${name}"]`), vega),
      ]),
    );
    element.exercise = this; // for tests and tools
    this.#listen();
  }

  // From the beginning, so that nothing that the reader does is lost while Python is on its way.
  #listen() {
    this.element.addEventListener("input", ({ target }) => this.#changed([target]));
    this.element.addEventListener("submit", (event) => event.preventDefault());
    this.element.addEventListener("click", (event) => this.#pick(event));
    this.element.addEventListener("click", (event) => this.#changeRows(event));
    // Who leaves does not wait for the next frame, which may never come.
    document.addEventListener("visibilitychange", () => document.hidden && this.#settle());
    addEventListener("pagehide", () => this.#settle());
    const draw = () => this.#drawCharts();
    for (const touch of ["pointerdown", "keydown"]) {
      this.element.addEventListener(touch, draw, { once: true });
    }
  }

  get live() {
    return this.element.dataset.state === "live";
  }

  /** Makes the exercise live; asked again, gives the same promise. */
  start() {
    this.started ??= this.#start().finally(this.#busy());
    return this.started;
  }

  async #start() {
    try {
      this.python = await python();
      this.python.load(this.spec, this.payload.source, this.payload.data);
    } catch (error) {
      console.warn(`Exercise ${this.spec.id} could not start:`, error);
      this.element.dataset.state = "failed";
      this.notice("failed", this.strings.failed);
      return;
    }
    const touched = this.fields.touched.size > 0;
    this.keeping.restore();
    if (this.carried !== undefined) this.sharing.open(this.carried);
    this.fields.touched.clear();
    const reset = this.element.querySelector('[data-action="reset"]');
    reset.hidden = false;
    reset.addEventListener("click", () => this.reset());
    const save = this.element.querySelector('[data-action="save-picture"]');
    if (save) save.hidden = false;
    save?.addEventListener("click", () => savePictures(this));
    this.fields.offerRows();
    this.sharing.offer();
    this.keeping.offer();
    this.update();
    this.element.dataset.state = "live";
    this.#drawWhatDiffers();
    if (touched) {
      this.keep();
      this.#announceSoon();
    }
  }

  /** Says that results are on their way; gives the function that takes it back. */
  #busy() {
    const results = this.element.querySelector(".sq-results");
    const hint = this.element.querySelector("[data-starting]");
    results.setAttribute("aria-busy", "true");
    const late = setTimeout(() => (hint.hidden = false), SAY_STARTING_AFTER);
    return () => {
      clearTimeout(late);
      hint.hidden = true;
      results.removeAttribute("aria-busy");
    };
  }

  /** Shows the values of a link (null: they cannot be read) in the place of the own entries. */
  openLink(carried) {
    this.carried = carried;
    if (this.live) {
      this.sharing.open(carried);
      this.refresh();
    }
    return this.start();
  }

  /** One value, checked by Python: `{ value }` where it fits its field, `{ message }` where not. */
  check(name, value) {
    return this.python.check(this.spec.id, name, value);
  }

  /** A tap on a part of a diagram sets a field; by keyboard its own control does. */
  #pick(event) {
    const part = event.target.closest("[data-pick]");
    if (!part) return;
    const [name, value] = part.dataset.pick.split("=");
    this.fields.write({ [name]: value });
    this.#changed(this.fields.controlsOf(name));
  }

  #changeRows(event) {
    const button = event.target.closest('[data-action="add-row"], [data-action="remove-row"]');
    const change = button && this.fields.changeRows(button);
    if (!change) return;
    this.#changed([change.control]);
    this.say(change.said);
  }

  #changed(controls) {
    this.fields.echo();
    if (!this.live) {
      for (const control of controls) this.fields.touched.add(control);
      return;
    }
    this.sharing.noteChange(controls[0]);
    this.notice("tab", "");
    this.pending ??= requestAnimationFrame(() => this.#settle());
    this.#announceSoon();
  }

  /** Shows and keeps a change that waits for the next frame. */
  #settle() {
    if (this.pending === undefined) return;
    cancelAnimationFrame(this.pending);
    this.pending = undefined;
    this.update();
    this.keep();
  }

  /** Shows what the form holds after a script has filled it. */
  refresh() {
    this.update();
    this.#drawWhatDiffers();
  }

  /** Evaluates what the form holds and shows the answer. */
  update() {
    this.show(this.python.evaluate(this.spec.id, this.fields.read()));
  }

  /** Shows an answer of `evaluate`; where it is a message, the last result stays. */
  show(answer) {
    const messages = this.element.querySelector(".sq-messages");
    const lines = (answer.messages ?? []).map(({ nodes }) => ["p", {}, ...nodes]);
    messages.replaceChildren(...createNodes(lines, this.language));
    this.fields.mark(answer.messages ?? []);
    this.progress = answer.progress ?? "begun";
    // Results stand below the inputs and, in steps, between them.
    const stale = answer.status !== "ok";
    this.element.querySelector(".sq-form").classList.toggle("sq-stale", stale);
    this.element.querySelector("[data-stale]").hidden = !stale;
    if (answer.error) console.warn(`Exercise ${this.spec.id}: ${answer.error}`);
    if (stale) return;
    for (const [name, nodes] of Object.entries(answer.views)) {
      const output = this.element.querySelector(`[data-output="${name}"]`);
      output.replaceChildren(...createNodes(nodes, this.language, (node) => this.#picture(node)));
    }
    this.announcement = nodesText(answer.views[this.spec.announce], this.language);
  }

  /** The standing picture of a chart, its data brought up to date. */
  #picture(node) {
    const chart = this.charts[node.chart];
    chart.update(node.rows);
    return chart.element;
  }

  // The picture on the page is that of the start values; it must not stand beside other results.
  #drawWhatDiffers() {
    const { fields } = this.spec;
    if (Object.keys(pack(fields, this.fields.read())).length > 0) this.#drawCharts();
  }

  /** Has Vega draw the charts. It comes after Python: a slider that works is worth more. */
  async #drawCharts() {
    await this.start();
    if (!this.live) return;
    try {
      await Promise.all(Object.values(this.charts).map((chart) => chart.revive()));
    } catch (error) {
      console.warn(`Exercise ${this.spec.id}: the chart could not be drawn:`, error);
      this.notice("chart", this.strings.chart_failed);
    }
  }

  /**
   * Back to the start values; what was kept is forgotten, what was written only if told so. While
   * values from a link are shown, the reader's own entries are not touched.
   */
  reset() {
    const { active, shared } = this.sharing;
    if (!active && this.fields.hasWriting() && !confirm(this.strings.reset_asks)) return;
    const fields = active ? shared : this.spec.fields;
    this.fields.write(this.startValues(fields));
    if (!active) {
      this.keeping.forget();
      for (const kind of ["saved", "link", "tab", "file"]) this.notice(kind, "");
    }
    this.update();
    this.say(this.strings.reset_done);
  }

  /** What fields start with, by name. */
  startValues(fields = this.spec.fields) {
    return Object.fromEntries(fields.map((field) => [field.name, field.default]));
  }

  /** Keeps what the form holds, unless it came with a link. */
  keep() {
    if (!this.sharing.active) this.keeping.keep();
  }

  #announceSoon() {
    clearTimeout(this.announcing);
    this.announcing = setTimeout(() => this.say(this.announcement), ANNOUNCE_AFTER);
  }

  /** Says something to those who do not see the page. */
  say(text) {
    clearTimeout(this.announcing);
    this.element.querySelector("[data-announce]").textContent = text;
  }

  /** Shows what the reader has to know of one kind; an empty text takes it back. */
  notice(kind, text) {
    if (text) this.notices.set(kind, text);
    else this.notices.delete(kind);
    const notice = this.element.querySelector("[data-notice]");
    notice.textContent = [...this.notices.values()].join(" ");
    notice.hidden = this.notices.size === 0;
  }

  /** Takes whoever reads by keyboard or ear to the exercise. */
  focusTitle() {
    const title = this.element.querySelector(".sq-title");
    title.tabIndex = -1;
    title.focus({ preventScroll: true });
  }
}
