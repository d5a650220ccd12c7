// Two versions of one exercise's entries, from two tabs, put together so that nothing is lost.

import { same } from "./plain.js";

/**
 * The values of `mine` and `theirs` put together, both made from `base`: `{ values, both }`. Where
 * only one has changed a field, that counts. Where both have, `both` is true: long texts are joined
 * under the line `joint`, of anything else mine counts.
 */
export function merge(fields, base, mine, theirs, joint) {
  let both = false;
  const values = {};
  for (const { name, kind, default: start } of fields) {
    const [origin, own, other] = [base, mine, theirs].map((one) => one[name] ?? start);
    if (same(own, other) || same(own, origin)) values[name] = other;
    else if (same(other, origin)) values[name] = own;
    else {
      both = true;
      values[name] = kind === "long_text" ? joined(own, other, joint) : own;
    }
  }
  return { values, both };
}

/** Two texts as one: the longer where it holds the other, as when a text went on being written. */
function joined(own, other, joint) {
  if (own.includes(other)) return own;
  if (other.includes(own)) return other;
  return `${own}\n\n${joint}\n${other}`;
}
