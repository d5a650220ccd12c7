// The blocks of document.js as Markdown. What was written is shown as it was written: characters
// that mean something to Markdown are escaped.

const INSIDE = /[\\`*_[\]<>~|$&^]/g;
// What begins a heading, a list, a definition or the line below a heading.
const AT_START = /^[#=+:-]/;
const NUMBER_AT_START = /^(\d+)([.)])(?=\s|$)/;

/** A text in the midst of a line. Soft hyphens are for labels on the screen. */
const inline = (text) =>
  text
    .replaceAll("\u00ad", "")
    .replace(/\s+/g, " ")
    .trim()
    .replace(INSIDE, "\\$&");

/** A text that begins a line. */
const line = (text) =>
  inline(text).replace(AT_START, "\\$&").replace(NUMBER_AT_START, "$1\\$2");

/** A text of several lines: paragraphs stay apart, line breaks stay where they are. */
const prose = (text) =>
  text
    .split("\n")
    .map(line)
    .map((one, place, all) => (one && all[place + 1] ? `${one}  ` : one))
    .join("\n")
    .replace(/\n{3,}/g, "\n\n");

const bold = (text) => (text === "" ? "" : `**${text}**`);

const makers = {
  title: ({ text, above }) => `# ${inline(text)}\n\n${line(above)}`,
  facts: ({ items }) =>
    items.map(({ label, text }) => `${line(label)}: ${inline(text)}`).join("  \n"),
  heading: ({ level, text }) => `${"#".repeat(level + 1)} ${inline(text)}`,
  note: ({ text }) => `*${inline(text)}*`,
  question: ({ text }) => prose(text),
  pairs: ({ items }) => items.map(pair).join("\n"),
  answer: ({ label, text }) => `${bold(inline(label))}\n\n${quoted(prose(text))}`,
  list: ({ label, texts }) =>
    `${bold(inline(label))}\n\n${texts.map((text) => `- ${line(text)}`).join("\n")}`,
  table: ({ caption, note, corner, head, rows, total }) => {
    const lines = [
      [inline(corner), ...head.map(({ text }) => inline(text))],
      ["---", ...head.map(({ number }) => (number ? "---:" : "---"))],
      ...rows.map(({ label, cells }) => [inline(label), ...cells.map(cell)]),
    ];
    if (total) lines.push([bold(inline(total.label)), bold(inline(total.text))]);
    const said = [bold(inline(caption)), note && inline(note)].filter(Boolean).join(" ");
    return `${said}\n\n${lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n")}`;
  },
};

function pair({ label, texts, start, quiet }) {
  const colon = /[.?!:…]$/.test(label) ? "" : ":";
  const head = `- ${line(label)}${colon}`;
  if (texts.length > 1) return [head, ...texts.map((text) => `  - ${line(text)}`)].join("\n");
  const value = quiet ? inline(texts[0]) : bold(inline(texts[0]));
  return `${head} ${start ? `${value} (${inline(start)})` : value}`;
}

const cell = ({ text, strong }) => (strong ? bold(inline(text)) : inline(text));
const quoted = (text) =>
  text
    .split("\n")
    .map((one) => (one ? `> ${one}` : ">"))
    .join("\n");

/** A text in Markdown, from blocks. */
export const markdownOf = (blocks) =>
  `${blocks.map((block) => makers[block.kind](block)).join("\n\n")}\n`;
