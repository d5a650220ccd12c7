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
  choice: text,
  yes_no: {
    read: (control) => control.checked,
    write: (control, value) => (control.checked = value),
  },
  short_text: text,
  long_text: text,
};

export class Fields {
  constructor(element, specs, language) {
    this.form = element.querySelector(".sq-form");
    this.language = language;
    this.all = specs.map((field) => ({
      field,
      kind: kinds[field.kind],
      control: element.querySelector(
        `[data-field="${field.name}"] :is(input, select, textarea)`,
      ),
    }));
  }

  /** What the form holds, by field name. */
  read() {
    return Object.fromEntries(
      this.all.map(({ field, kind, control }) => [field.name, kind.read(control)]),
    );
  }

  /** Puts values into the form; fields that are not named keep theirs. */
  write(values) {
    for (const { field, kind, control } of this.all) {
      if (field.name in values) kind.write(control, values[field.name]);
    }
    this.echo();
  }

  /** Brings what is shown beside the controls up to date. */
  echo() {
    for (const { field, kind, control } of this.all) kind.echo?.(control, field, this.language);
  }

  /** Marks the fields of these names as faulty, and no others. */
  mark(names) {
    for (const { field, control } of this.all) {
      if (names.includes(field.name)) control.setAttribute("aria-invalid", "true");
      else control.removeAttribute("aria-invalid");
    }
  }
}
