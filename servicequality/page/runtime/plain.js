// Plain data that somebody else may have written: parsed, looked over, compared.

/** What a JSON text holds; undefined where it is none, or deeper than `levels` lists and objects. */
export function parsed(text, levels) {
  try {
    const found = JSON.parse(text);
    return isShallow(found, levels) ? found : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function isShallow(value, levels) {
  if (typeof value !== "object" || value === null) return true;
  return levels > 0 && Object.values(value).every((part) => isShallow(part, levels - 1));
}

export const isRecord = (value) =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The same data, the keys of all objects sorted: MicroPython keeps them in no order. */
export function sorted(value) {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isRecord(value)) return value;
  const entries = Object.keys(value).sort();
  return Object.fromEntries(entries.map((key) => [key, sorted(value[key])]));
}

export const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);
