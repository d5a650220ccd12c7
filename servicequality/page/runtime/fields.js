// Reading and writing form controls: one entry per kind of field, after servicequality/page/form.py.

import { formatNumber } from "./numbers.js";
import { changeRows, offerRows, rows } from "./rows.js";
import { readText } from "./text.js";

const text = {
  read: readText,
  write: (control, value) => (control.value = value),
};

const kinds = {
  slider: {
    read: (control) => control.valueAsNumber,
    write: (control, value) => (control.value = String(value)),
    echo(control, field, language) {
      const shown = control.closest("[data-field]").querySelector(".sq-value > span");
      shown.textContent = formatNumber(control.valueAsNumber, field.decimals, false, language);
    },
  },
  choice: {
    read: (control) => (isGroup(control) ? ticked(control)[0] : control.value),
    write(control, value) {
      if (isGroup(control)) tick(control, [value]);
      else control.value = value;
    },
  },
  multiple_choice: { read: ticked, write: tick },
  rows,
  yes_no: {
    read: (control) => control.checked,
    write: (control, value) => (control.checked = value),
  },
  short_text: text,
  long_text: text,
};

// Options in sight are a group of inputs; a drop-down list is one control.
const isGroup = (control) => control.classList.contains("sq-options");
const optionsOf = (group) => [...group.querySelectorAll("input")];

function ticked(group) {
  return optionsOf(group)
    .filter((input) => input.checked)
    .map((input) => input.value);
}

function tick(group, values) {
  for (const input of optionsOf(group)) input.checked = values.includes(input.value);
}

const SINGLE = "input, select, textarea";
const isTick = (control) => control.type === "checkbox" || control.type === "radio";

/** Whether a control no longer holds what it was built with. */
function isChanged(control) {
  if (isTick(control)) return control.checked !== control.defaultChecked;
  if (control.options) {
    return [...control.options].some((option) => option.selected !== option.defaultSelected);
  }
  // Browsers write a slider's 6.0 as 6.
  if (control.type === "range") return control.valueAsNumber !== Number(control.defaultValue);
  return control.value !== control.defaultValue;
}

export class Fields {
  constructor(element, specs, language) {
    this.language = language;
    this.all = specs.map((field) => ({
      field,
      kind: kinds[field.kind],
      control: document.getElementById(`sq-${element.dataset.exercise}-${field.name}`),
    }));
    /** The controls that the reader has changed, this script there or not. */
    const names = specs.map(({ name }) => name);
    this.touched = new Set(names.flatMap((name) => this.controlsOf(name)).filter(isChanged));
  }

  /** The single controls of a field: the cells of a table, the options of a group. */
  controlsOf(name) {
    const { control } = this.all.find(({ field }) => field.name === name);
    return control.matches(SINGLE) ? [control] : [...control.querySelectorAll(SINGLE)];
  }

  /** What the form holds, by field name. */
  read() {
    return Object.fromEntries(
      this.all.map(({ field, kind, control }) => [field.name, kind.read(control, field)]),
    );
  }

  /** Puts values into the form; fields that are not named keep theirs. */
  write(values) {
    for (const { field, kind, control } of this.all) {
      if (field.name in values) kind.write(control, values[field.name], field);
    }
    this.echo();
  }

  /** Puts values into the form, around what the reader has touched. */
  fill(values) {
    const own = [...this.touched].map((control) => [control, control.checked, control.value]);
    this.write(values);
    for (const [control, checked, value] of own) {
      if (isTick(control)) control.checked = checked;
      else control.value = value;
      const row = control.closest("[data-row]");
      if (row) row.hidden = false;
    }
    this.echo();
  }

  /** Shows the buttons of tables whose rows are added and removed. */
  offerRows() {
    for (const { field, control } of this.all) if (field.blank) offerRows(control);
  }

  /** Adds or removes the row that a button is for: `{ control, said }`, where that can be done. */
  changeRows(button) {
    const table = button.closest("[data-field]").querySelector("table");
    const { field } = this.all.find(({ control }) => control === table);
    const said = changeRows(button, table, field);
    return said && { control: table, said };
  }

  /** Whether any control no longer holds what it was built with. */
  isChanged() {
    return this.all.some(({ field }) => this.controlsOf(field.name).some(isChanged));
  }

  /** Whether a long text was written that the start values do not have. */
  hasWriting() {
    return this.all.some(
      ({ field, control }) => field.kind === "long_text" && control.value.trim() !== field.default,
    );
  }

  /** Brings what is shown beside the controls up to date. */
  echo() {
    for (const { field, kind, control } of this.all) kind.echo?.(control, field, this.language);
  }

  /** Marks the controls that messages are about as faulty, and no others. */
  mark(messages) {
    for (const { field, control } of this.all) {
      const about = messages.filter((message) => message.field === field.name);
      for (const one of [control, ...control.querySelectorAll("[data-column]")]) {
        one.removeAttribute("aria-invalid");
      }
      for (const { cell } of about) {
        const faulty = cell
          ? control.querySelector(`[data-row="${cell[0]}"] [data-column="${cell[1]}"]`)
          : control;
        faulty.setAttribute("aria-invalid", "true");
      }
    }
  }
}
