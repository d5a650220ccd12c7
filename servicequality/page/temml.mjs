// Turns formulae into MathML.
// Usage: node temml.mjs   (servicequality/page/mathml.py calls it)
// Reads a list of [LaTeX, whether it is a block] as JSON from its input, and writes a list with
// {"mathml": …} or {"fault": …} for each to its output.

import { readFileSync, writeFileSync } from "node:fs";
import temml from "temml";

// Temml's own style sheet is not on the pages. These classes of it are styled by formula.css, or
// make no difference that a reader would see.
const STYLED = new Set([
  "tml-display", "tml-left", "tml-right", "tml-jot", "tml-small", "mathcal",
  "tml-sml-pad", "tml-med-pad", "tml-lrg-pad",
  "chr-sml", "chr-med", "chr-lrg",
  "wbk-acc", "wbk-sml", "wbk-med", "wbk-lrg", "wbk-sml-acc", "wbk-med-acc", "wbk-lrg-acc",
]);

// What browsers do by themselves for display="block".
const AS_BROWSERS_DO = ' class="tml-display" style="display:block math;"';

/** Whether words stand in a formula as if they were factors: between two prices in dollars. */
function readsAsWords(tex) {
  const bare = tex
    .replace(/\\(text|math|operatorname|begin|end)\w*\s*\{[^}]*\}/g, "+")
    .replace(/\\[A-Za-z]+/g, "+");
  return /\p{L}{2,}\s+\p{L}{2,}/u.test(bare);
}

function convert([tex, block]) {
  if (tex.trim() === "") return { fault: "it is empty" };
  if (readsAsWords(tex)) {
    return { fault: "it holds words; write \\$ where money is meant, \\text{…} for words" };
  }
  let mathml;
  try {
    mathml = temml.renderToString(tex, { displayMode: block, throwOnError: true, strict: true });
  } catch (error) {
    if (!(error instanceof temml.ParseError)) throw error;
    // Temml underlines the place of the fault with combining characters, on a line of its own.
    return { fault: error.message.replaceAll("\u0332", "").replace(/\s+/g, " ").trim() };
  }
  for (const [, names] of mathml.matchAll(/ class="([^"]*)"/g)) {
    const odd = names.split(" ").find((name) => name && !STYLED.has(name));
    if (odd) return { fault: `it needs Temml's style "${odd}", which the pages do not have` };
  }
  return { mathml: mathml.replace(AS_BROWSERS_DO, "") };
}

writeFileSync(1, JSON.stringify(JSON.parse(readFileSync(0, "utf8")).map(convert)));
