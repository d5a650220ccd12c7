// Texts of the interface with their {placeholders} filled.

/** The nodes of a text; `words` maps placeholders to texts or nodes. */
export function filled(text, words) {
  return text
    .split(/\{(\w+)\}/)
    .map((part, place) => (place % 2 === 1 ? words[part] : part))
    .filter((part) => part !== "" && part !== undefined)
    .map((part) => (typeof part === "number" ? String(part) : part));
}
