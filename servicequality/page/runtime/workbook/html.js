// The blocks of document.js as elements. Texts are only ever set as text.

const LEVELS = ["h2", "h3", "h4", "h5"]; // the title, then headings of level 1 to 3

/** An element with attributes and children; attributes that are undefined or "" are left out. */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== "") element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

const makers = {
  title: ({ text, above }) => [
    make("p", { class: "sq-sheet-course" }, above),
    make(LEVELS[0], { class: "sq-sheet-title" }, text),
  ],
  facts: ({ items }) => [
    make(
      "dl",
      { class: "sq-facts" },
      ...items.map(({ label, text }) =>
        make("div", {}, make("dt", {}, label), make("dd", { dir: "auto" }, text)),
      ),
    ),
  ],
  heading: ({ level, text, href }) => [
    make(LEVELS[level], {}, href ? make("a", { href }, text) : text),
  ],
  note: ({ text }) => [make("p", { class: "sq-sheet-note" }, text)],
  question: ({ text }) => [make("p", { class: "sq-sheet-question" }, text)],
  pairs: ({ items }) => [make("dl", { class: "sq-pairs" }, ...items.map(pair))],
  answer: ({ label, text }) => [
    make("p", { class: "sq-answer-label" }, label),
    make("p", { class: "sq-answer", dir: "auto" }, text),
  ],
  list: ({ label, texts }) => [
    make("p", { class: "sq-answer-label" }, label),
    make("ul", { class: "sq-sheet-list" }, ...texts.map((text) => make("li", {}, text))),
  ],
  table: (block) => [table(block)],
};

function pair({ label, texts, start, quiet }) {
  const values = texts.map((text) => make("dd", { dir: "auto" }, text));
  if (start) values.at(-1).append(make("span", { class: "sq-start" }, ` (${start})`));
  return make("div", { class: quiet ? "sq-quiet" : "" }, make("dt", {}, label), ...values);
}

function table({ caption, note, corner, head, rows, total }) {
  const side = ({ number }) => (number ? "sq-number" : "");
  const first = corner ? make("th", { scope: "col" }, corner) : make("td");
  const heads = head.map((one) => make("th", { scope: "col", class: side(one) }, one.text));
  const lines = rows.map(({ label, cells }) =>
    make(
      "tr",
      {},
      make("th", { scope: "row" }, label),
      ...cells.map((one) =>
        make(
          "td",
          { class: side(one), dir: "auto" },
          one.strong ? make("strong", {}, one.text) : one.text,
        ),
      ),
    ),
  );
  const parts = [
    make("caption", {}, caption, ...(note ? [make("span", { class: "sq-start" }, ` ${note}`)] : [])),
    make("thead", {}, make("tr", {}, first, ...heads)),
    make("tbody", {}, ...lines),
  ];
  if (total) {
    const cells = [make("th", { scope: "row" }, total.label), make("td", {}, total.text)];
    parts.push(make("tfoot", {}, make("tr", {}, ...cells)));
  }
  return make("div", { class: "sq-sheet-table" }, make("table", {}, ...parts));
}

/** The elements of blocks. */
export const elementsOf = (blocks) => blocks.flatMap((block) => makers[block.kind](block));
