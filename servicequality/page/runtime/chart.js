// A chart: the picture drawn at build time until the reader touches the exercise, Vega from then on.

import { fetchScript } from "./scripts.js";

export class Chart {
  constructor(element, vega) {
    this.element = element;
    this.vega = vega;
  }

  /** Loads Vega and replaces the picture; asked again, gives the same promise. */
  revive() {
    this.revived ??= this.#revive();
    return this.revived;
  }

  async #revive() {
    await fetchScript("vega");
    const { View, parse, expressionInterpreter } = globalThis.servicequalityVega;
    const place = document.createElement("div");
    // The interpreter keeps to pages that forbid eval.
    const view = new View(parse(this.vega, null, { ast: true }), {
      renderer: "svg",
      expr: expressionInterpreter,
    });
    // Without a place for controls, which no chart has, Vega puts a form into the exercise's own.
    view.initialize(place, document.createElement("div"));
    if (this.rows) view.data("rows", copies(this.rows));
    await view.runAsync();
    this.view = view;
    this.element.replaceChildren(place);
    await this.#redraw();
    // Vega describes itself in English; the chart's summary says what it shows.
    place.setAttribute("aria-hidden", "true");
    place.querySelector("svg").setAttribute("focusable", "false");
    this.element.dataset.chartState = "live";
  }

  /** Shows other rows: at once where Vega is there, later where it is not yet. */
  update(rows) {
    this.rows = rows;
    if (this.view) this.#redraw();
  }

  async #redraw() {
    this.view.data("rows", copies(this.rows));
    // Without resize() labels that grew stay clipped.
    await this.view.resize().runAsync();
  }
}

// Vega marks the rows that it is given, so it gets its own.
function copies(rows) {
  return rows.map((row) => ({ ...row }));
}
