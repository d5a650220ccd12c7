// Links to an exercise: PAGE#exercise-ID?lecture&v=…  `lecture` asks for the lecture view, `v` holds
// values as JSON: those that differ from the start values, in a table cell by cell, with null for a
// row that was removed. All of it is in the fragment, which browsers send to no server.

import { isRecord, parsed, same } from "./plain.js";

const FORM = /^#exercise-([a-z0-9-]+)(?:\?(.*))?$/s;
// No honest link comes near; what is longer or deeper is not even looked at.
const LONGEST = 50_000;
const DEEPEST = 3;

/**
 * What a fragment asks for: `{ id, query, lecture, values }`; undefined where it names no exercise.
 * `query` tells whether it asks for more than a place of the page. `values` is undefined where
 * there are none, and null where they cannot be read.
 */
export function readFragment(hash) {
  const found = FORM.exec(hash);
  if (!found) return undefined;
  const parts = (found[2] ?? "").split("&");
  const carried = parts.find((part) => /^v(=|$)/.test(part));
  return {
    id: found[1],
    query: found[2] !== undefined,
    lecture: parts.includes("lecture"),
    values: carried === undefined ? undefined : parse(carried.slice(2)),
  };
}

/** The fragment that `readFragment` reads; empty where it would ask for nothing. */
export function writeFragment({ id, lecture, values }) {
  const parts = [];
  if (lecture) parts.push("lecture");
  if (values) parts.push(`v=${encode(JSON.stringify(values))}`);
  return parts.length > 0 ? `#exercise-${id}?${parts.join("&")}` : "";
}

/** Puts a fragment into the address without going anywhere. */
export function readdress(fragment) {
  history.replaceState(history.state, "", location.href.split("#")[0] + fragment);
}

/** What a link carries of the values of these fields. */
export function pack(fields, values) {
  const carried = {};
  for (const field of fields) {
    const value = values[field.name];
    if (field.kind === "rows") {
      const rows = packRows(field, value);
      if (Object.keys(rows).length > 0) carried[field.name] = rows;
    } else if (!same(value, field.default)) {
      carried[field.name] = value;
    }
  }
  return carried;
}

/** A field's value out of what a link carries; whether it fits is for Python to check. */
export function unpack(field, carried) {
  return field.kind === "rows" ? unpackRows(field, carried) : carried;
}

function packRows(field, rows) {
  const changed = {};
  const start = rowsById(field.default);
  for (const row of rows) {
    const before = start.get(row.id) ?? field.blank;
    const isNew = !start.delete(row.id);
    const cells = field.columns
      .map(({ name }) => name)
      .filter((name) => row[name] !== before[name]);
    if (!isNew && cells.length === 0) continue;
    changed[row.id] = Object.fromEntries(cells.map((name) => [name, row[name]]));
  }
  for (const id of start.keys()) changed[id] = null;
  return changed;
}

// Null, which no table fits, where there are rows or cells that this table does not have.
function unpackRows(field, carried) {
  const columns = field.columns.map(({ name }) => name);
  const ids = field.rows.map(({ id }) => id);
  const rows = rowsById(field.default);
  if (!isRecord(carried)) return null;
  for (const [id, cells] of Object.entries(carried)) {
    if (!ids.includes(id)) return null;
    if (cells === null && field.blank) {
      rows.delete(id);
      continue;
    }
    if (!isRecord(cells)) return null;
    if (!rows.has(id)) rows.set(id, { id, ...field.blank });
    for (const [name, value] of Object.entries(cells)) {
      if (!columns.includes(name)) return null;
      rows.get(id)[name] = value;
    }
  }
  return ids.filter((id) => rows.has(id)).map((id) => rows.get(id));
}

const rowsById = (rows) => new Map(rows.map((row) => [row.id, { ...row }]));

function parse(text) {
  if (text.length > LONGEST) return null;
  try {
    const values = parsed(decodeURIComponent(text), DEEPEST);
    return isRecord(values) ? values : null;
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}

// Signs that need no escape in a fragment stay legible; those that programs which look for links in
// a text take for its end are escaped.
function encode(text) {
  return encodeURIComponent(text)
    .replace(/%3A/g, ":")
    .replace(/%2C/g, ",")
    .replace(/['()*!]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
