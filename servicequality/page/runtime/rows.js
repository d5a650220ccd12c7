// A table to fill in, after servicequality/page/rows.py: reading and writing it, and adding and
// removing its rows. All rows that there can be are in it; those that are not there are hidden.

import { readText } from "./text.js";

const rowsOf = (table) => [...table.querySelectorAll("[data-row]")];
const cellOf = (row, column) => row.querySelector(`[data-column="${column.name}"]`);
const present = (table) => rowsOf(table).filter((row) => !row.hidden);
const removeOf = (row) => row.querySelector('[data-action="remove-row"]');
const addOf = (table) => table.parentElement.querySelector('[data-action="add-row"]');
const isOff = (button) => button.getAttribute("aria-disabled") === "true";

export const rows = {
  read: (table, field) =>
    present(table).map((row) => ({
      id: row.dataset.row,
      ...Object.fromEntries(
        field.columns.map((column) => [column.name, readCell(cellOf(row, column), column)]),
      ),
    })),
  write(table, value, field) {
    for (const row of rowsOf(table)) {
      const found = value.find(({ id }) => id === row.dataset.row);
      row.hidden = !found;
      writeRow(row, found ?? field.blank, field);
    }
  },
  // What cannot be done now keeps its place on the way of the keyboard.
  echo(table, field) {
    if (!field.blank) return;
    const there = present(table);
    const few = there.length <= field.minimum;
    for (const row of there) removeOf(row).setAttribute("aria-disabled", few);
    addOf(table).setAttribute("aria-disabled", there.length === field.rows.length);
  },
};

/** Shows the buttons that add and remove rows. */
export function offerRows(table) {
  for (const button of table.parentElement.querySelectorAll("[data-action]")) {
    button.hidden = false;
  }
}

/**
 * Does what a button of a table asks for: adds the first row that is not there, with the values
 * that the table has for it, or removes the button's own. Gives what to say; undefined where there
 * is nothing to do.
 */
export function changeRows(button, table, field) {
  if (isOff(button)) return undefined;
  if (button.dataset.action === "add-row") {
    const row = rowsOf(table).find(({ hidden }) => hidden);
    writeRow(row, field.blank, field);
    row.hidden = false;
    cellOf(row, field.columns[0]).focus();
    return told(field.words.row_added, row, field);
  }
  const row = button.closest("[data-row]");
  const next = present(table).find((other) => row.compareDocumentPosition(other) & FOLLOWS);
  row.hidden = true;
  (next ? removeOf(next) : addOf(table)).focus();
  return told(field.words.row_removed, row, field);
}

const FOLLOWS = Node.DOCUMENT_POSITION_FOLLOWING;

function told(words, row, field) {
  const { label } = field.rows.find(({ id }) => id === row.dataset.row);
  return words.replace("{row}", () => label);
}

function writeRow(row, values, field) {
  for (const column of field.columns) writeCell(cellOf(row, column), values[column.name]);
}

function readCell(control, column) {
  if (column.kind === "slider") return control.valueAsNumber;
  return column.kind === "yes_no" ? control.checked : readText(control);
}

function writeCell(control, value) {
  if (control.type === "checkbox") control.checked = value;
  // A box that was left empty has no number.
  else control.value = value === null ? "" : String(value);
}
