// Reading and writing form controls: one entry per kind of field, after servicequality/page/form.py.

import { formatNumber } from "./numbers.js";

const text = {
  read: (control) => control.value.toWellFormed?.() ?? control.value,
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
  rows: {
    read: (control, field) =>
      rowsOf(control).map((row) => ({
        id: row.dataset.row,
        ...Object.fromEntries(
          field.columns.map((column) => [column.name, readCell(cellOf(row, column), column)]),
        ),
      })),
    write(control, value, field) {
      for (const [position, row] of rowsOf(control).entries()) {
        for (const column of field.columns) {
          writeCell(cellOf(row, column), value[position][column.name]);
        }
      }
    },
  },
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

const rowsOf = (table) => [...table.querySelectorAll("[data-row]")];
const cellOf = (row, column) => row.querySelector(`[data-column="${column.name}"]`);

function readCell(control, column) {
  if (column.kind === "slider") return control.valueAsNumber;
  return column.kind === "yes_no" ? control.checked : text.read(control);
}

function writeCell(control, value) {
  if (control.type === "checkbox") control.checked = value;
  else control.value = String(value);
}

export class Fields {
  constructor(element, specs, language) {
    this.language = language;
    this.all = specs.map((field) => ({
      field,
      kind: kinds[field.kind],
      control: document.getElementById(`sq-${element.dataset.exercise}-${field.name}`),
    }));
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
