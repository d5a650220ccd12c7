// One exercise on a page: reads its form, has Python evaluate it, shows what comes back.

import { Chart } from "./chart.js";
import { Fields } from "./fields.js";
import { createNodes, nodesText } from "./nodes.js";
import { python } from "./python-page.js";
import { Store } from "./store.js";

const ANNOUNCE_AFTER = 700; // ms without a change, so that a moving slider is not read out

export class Exercise {
  constructor(element) {
    this.element = element;
    const payload = JSON.parse(element.querySelector("[data-payload]").textContent);
    this.language = payload.language;
    this.spec = payload.spec;
    this.payload = payload;
    this.strings = payload.spec.strings;
    this.fields = new Fields(element, payload.spec.fields, this.language);
    this.store = new Store(payload.spec.id);
    this.charts = Object.fromEntries(
      Object.entries(payload.charts).map(([name, vega]) => [
        name,
        new Chart(element.querySelector(`[data-chart="${name}"]`), vega),
      ]),
    );
    element.exercise = this; // for tests and tools
  }

  /** Makes the exercise live; asked again, gives the same promise. */
  start() {
    this.started ??= this.#start();
    return this.started;
  }

  async #start() {
    try {
      this.python = await python();
      this.python.load(this.spec, this.payload.source, this.payload.data);
    } catch (error) {
      console.warn(`Exercise ${this.spec.id} could not start:`, error);
      this.element.dataset.state = "failed";
      this.#notice(this.strings.failed);
      return;
    }
    this.#restore();
    const changed = () => this.#changed();
    this.element.addEventListener("input", changed);
    this.element.addEventListener("submit", (event) => event.preventDefault());
    this.element.addEventListener("click", (event) => this.#pick(event));
    this.element.addEventListener("pointerdown", () => this.#drawCharts(), { once: true });
    this.element.addEventListener("keydown", () => this.#drawCharts(), { once: true });
    const reset = this.element.querySelector('[data-action="reset"]');
    reset.hidden = false;
    reset.addEventListener("click", () => this.reset());
    this.#sayWhetherKept(this.store.usable);
    this.update();
    this.element.dataset.state = "live";
  }

  /** Puts saved entries back, leaving out those that no longer fit, and says so. */
  #restore() {
    const saved = this.store.load();
    const fit = {};
    const refused = [];
    for (const field of this.spec.fields) {
      if (!(field.name in saved)) continue;
      const answer = this.python.check(this.spec.id, field.name, saved[field.name]);
      if (answer.message) refused.push(nodesText(answer.message, this.language));
      else fit[field.name] = answer.value;
    }
    this.fields.write(fit);
    if (refused.length > 0) {
      this.#notice(this.strings.saved_refused.replace("{message}", refused.join(" ")));
    }
  }

  /** A tap on a part of a diagram sets a field; by keyboard its own control does. */
  #pick(event) {
    const part = event.target.closest("[data-pick]");
    if (!part) return;
    const [name, value] = part.dataset.pick.split("=");
    this.fields.write({ [name]: value });
    this.#changed();
  }

  #changed() {
    this.fields.echo();
    if (this.pending) return;
    this.pending = requestAnimationFrame(() => {
      this.pending = undefined;
      this.update();
      this.#sayWhetherKept(this.store.save(this.fields.read()));
    });
    clearTimeout(this.announcing);
    this.announcing = setTimeout(() => this.#announce(), ANNOUNCE_AFTER);
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
    // Results stand below the inputs and, in steps, between them.
    this.element.querySelector(".sq-form").classList.toggle("sq-stale", answer.status !== "ok");
    if (answer.error) console.warn(`Exercise ${this.spec.id}: ${answer.error}`);
    if (answer.status !== "ok") return;
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

  async #drawCharts() {
    try {
      await Promise.all(Object.values(this.charts).map((chart) => chart.revive()));
    } catch (error) {
      console.warn(`Exercise ${this.spec.id}: the chart could not be drawn:`, error);
      this.#notice(this.strings.chart_failed);
    }
  }

  /** Back to the start values; what was kept is forgotten, what was written only if told so. */
  reset() {
    if (this.fields.hasWriting() && !confirm(this.strings.reset_asks)) return;
    this.fields.write(Object.fromEntries(this.spec.fields.map((f) => [f.name, f.default])));
    this.store.clear();
    this.update();
    this.announcement = this.strings.reset_done;
    this.#announce();
  }

  #announce() {
    this.element.querySelector("[data-announce]").textContent = this.announcement;
  }

  #notice(text) {
    const notice = this.element.querySelector("[data-notice]");
    notice.textContent = text;
    notice.hidden = false;
  }

  #sayWhetherKept(kept) {
    const note = this.element.querySelector("[data-kept]");
    note.textContent = kept ? this.strings.kept : this.strings.not_kept;
    note.hidden = false;
  }
}
