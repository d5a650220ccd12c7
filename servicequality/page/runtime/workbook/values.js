// What stands in a field, in words: one entry per kind of field.

import { formatNumber } from "../numbers.js";
import { same } from "../plain.js";

const NONE = "–";
const isText = (value) => typeof value === "string";
const labelOf = (id, options) => options.find((option) => option.id === id)?.label;

const written = {
  fits: isText,
  texts: (value) => [value.trim() === "" ? NONE : value],
};

const kinds = {
  slider: {
    fits: (value) => value === null || Number.isFinite(value),
    texts(value, field, { language }) {
      if (value === null) return [NONE];
      const number = formatNumber(value, decimals(value, field), false, language);
      return [field.unit ? `${number} ${field.unit}` : number];
    },
  },
  choice: {
    fits: (value, { options }) => labelOf(value, options) !== undefined,
    texts: (value, { options }) => [labelOf(value, options)],
  },
  multiple_choice: {
    fits: (value, { options }) =>
      Array.isArray(value) && value.every((id) => labelOf(id, options) !== undefined),
    texts: (value, { options }) =>
      value.length === 0 ? [NONE] : value.map((id) => labelOf(id, options)),
  },
  yes_no: {
    fits: (value) => typeof value === "boolean",
    texts: (value, _field, { strings }) => [value ? strings.yes : strings.no],
  },
  // A table that says more stands as one; see `rowsOf`.
  rows: {
    fits: (value, field) => rowsOf(field, value)?.length === 0 || same(value, field.default),
    texts: (value, _field, { strings }) => [value.length === 0 ? NONE : strings.start_table],
  },
  short_text: written,
  long_text: written,
};

/** The decimals of a field, more where somebody typed more. */
function decimals(value, field) {
  const typed = String(value).split(".")[1] ?? "";
  return Math.max(field.decimals, /^\d+$/.test(typed) ? Math.min(typed.length, 6) : 0);
}

/** A field's value in words, a list of texts. Values may be drafts: empty, out of range. */
export function valueTexts(field, value, course) {
  const kind = kinds[field.kind];
  return kind.fits(value, field) ? kind.texts(value, field, course) : [course.strings.unreadable];
}

/** The rows of a table to fill in, as far as they are rows; undefined where they are none. */
export function rowsOf(field, value) {
  if (!Array.isArray(value)) return undefined;
  const fits = value.every((row) => typeof row === "object" && row !== null);
  return fits && value.every(({ id }) => labelOf(id, field.rows) !== undefined) ? value : undefined;
}

export const rowLabel = (field, id) => labelOf(id, field.rows);
