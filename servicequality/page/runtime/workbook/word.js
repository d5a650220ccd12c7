// The blocks of document.js as a Word document. Fetched only when one is asked for.

import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from "docx";

const A4 = { width: 11906, height: 16838 }; // twentieths of a point
const MARGIN = 1134; // 2 cm
const TEXT_WIDTH = A4.width - 2 * MARGIN;
const GREY = "565D66";
const HEADINGS = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3];
// What XML cannot hold: control characters, halves of characters. Soft hyphens Word writes itself.
const NOT_XML = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]|\u{ad}/gu;

const clean = (text) => text.replace(NOT_XML, "");

/** The runs of a text, a break for each end of a line. */
const runs = (text, style = {}) =>
  clean(text)
    .split("\n")
    .map((line, place) => new TextRun({ text: line, break: place > 0 ? 1 : 0, ...style }));

const paragraph = (text, { run, ...options } = {}) =>
  new Paragraph({ children: runs(text, run), ...options });

const makers = {
  title: ({ text, above }) => [
    paragraph(above, { style: "Course" }),
    paragraph(text, { heading: HeadingLevel.TITLE }),
  ],
  facts: ({ items }) => [
    ...items.map(({ label, text }) => paragraph(`${label}: ${text}`, { style: "Fact" })),
  ],
  heading: ({ level, text }) => [paragraph(text, { heading: HEADINGS[level - 1] })],
  note: ({ text }) => [paragraph(text, { style: "Note" })],
  question: ({ text }) => [paragraph(text, { style: "Question" })],
  pairs: ({ items }) => items.flatMap(pair),
  answer: ({ label, text }) => [
    paragraph(label, { style: "Label", keepNext: true }),
    ...text.split(/\n(?:\s*\n)+/).map((part) => paragraph(part, { style: "Answer" })),
  ],
  list: ({ label, texts }) => [
    paragraph(label, { style: "Label", keepNext: true }),
    ...texts.map((text) => paragraph(text, { style: "Pair", bullet: { level: 0 } })),
  ],
  table: ({ caption, note, ...rest }) => [
    new Paragraph({
      style: "Label",
      keepNext: true,
      children: [...runs(caption), ...(note ? runs(` ${note}`, { bold: false, color: GREY }) : [])],
    }),
    table(rest),
    // Word joins a table with one that follows it.
    new Paragraph({ style: "Gap", children: [] }),
  ],
};

function pair({ label, texts, start, quiet }) {
  const grey = quiet ? { color: GREY } : {};
  const several = texts.length > 1;
  const colon = /[.?!:…]$/.test(label) ? " " : ": ";
  const value = several ? [] : runs(texts[0], quiet ? grey : { bold: true });
  const told = start ? runs(` (${start})`, grey) : [];
  return [
    new Paragraph({
      style: "Pair",
      keepNext: several,
      children: [...runs(label + (several ? "" : colon), grey), ...value, ...told],
    }),
    ...(several ? texts.map((text) => paragraph(text, { style: "Pair", bullet: { level: 0 } })) : []),
  ];
}

function table({ corner, head, rows, total }) {
  // The first column is as wide as two others. In absolute measures: not all programs know shares.
  const width = Math.floor(TEXT_WIDTH / (head.length + 2));
  const cell = (text, { share = 1, run, number = false } = {}) =>
    new TableCell({
      width: { size: width * share, type: WidthType.DXA },
      margins: { top: 40, bottom: 40, left: 80, right: 80 },
      children: [
        paragraph(text, {
          style: "Cell",
          run,
          alignment: number ? AlignmentType.RIGHT : AlignmentType.LEFT,
        }),
      ],
    });
  const row = (cells, options = {}) =>
    new TableRow({ children: cells, cantSplit: true, ...options });
  const bold = { bold: true };
  const heads = head.map(({ text, number }) => cell(text, { run: bold, number }));
  const lines = rows.map(({ label, cells }) =>
    row([
      cell(label, { share: 2 }),
      ...cells.map(({ text, strong, number }) => cell(text, { number, run: { bold: strong } })),
    ]),
  );
  if (total) {
    lines.push(row([cell(total.label, { share: 2, run: bold }), cell(total.text, { run: bold })]));
  }
  return new Table({
    width: { size: width * (head.length + 2), type: WidthType.DXA },
    columnWidths: [2 * width, ...head.map(() => width)],
    rows: [row([cell(corner, { share: 2, run: bold }), ...heads], { tableHeader: true }), ...lines],
  });
}

const style = (id, name, run, space, more = {}) => ({
  id,
  name,
  basedOn: "Normal",
  quickFormat: true,
  run,
  paragraph: { spacing: { before: space[0], after: space[1] }, ...more },
});

const heading = (size, before) => ({
  run: { size, bold: true, color: "0B5A6E" },
  paragraph: { spacing: { before, after: 80 }, keepNext: true },
});

function styles(language) {
  const bar = { style: "single", size: 12, space: 8, color: "0B5A6E" };
  return {
    default: {
      document: {
        run: { font: "Calibri", size: 22, language: { value: language } },
        paragraph: { spacing: { after: 100, line: 264 } },
      },
      title: { run: { size: 44, bold: true }, paragraph: { spacing: { after: 120 } } },
      heading1: heading(32, 420),
      heading2: heading(26, 320),
      heading3: heading(23, 220),
    },
    paragraphStyles: [
      style("Course", "Course", { color: GREY }, [0, 0]),
      style("Fact", "Fact", {}, [0, 20]),
      style("Note", "Note", { color: GREY, size: 20 }, [0, 80]),
      style("Question", "Question", { italics: true }, [0, 100]),
      style("Label", "Label", { bold: true }, [120, 60]),
      style("Pair", "Pair", {}, [0, 40], { indent: { left: 240 } }),
      style("Answer", "Answer", {}, [0, 80], { indent: { left: 240 }, border: { left: bar } }),
      style("Cell", "Cell", { size: 20 }, [0, 0]),
      style("Gap", "Gap", { size: 8 }, [0, 0]),
    ],
  };
}

/** A Word document as a Blob. `alias` is named as its author; `language` is that of the edition. */
globalThis.servicequalityWord = (blocks, { alias, title, language }) => {
  const number = new TextRun({ children: [PageNumber.CURRENT, " / ", PageNumber.TOTAL_PAGES] });
  const footer = new Paragraph({ alignment: AlignmentType.CENTER, style: "Note", children: [number] });
  const document = new Document({
    title: clean(title),
    creator: clean(alias),
    lastModifiedBy: clean(alias),
    description: "",
    styles: styles(language === "en" ? "en-GB" : language.replace("_", "-")),
    sections: [
      {
        properties: {
          page: {
            size: A4,
            margin: { top: MARGIN, right: MARGIN, bottom: MARGIN, left: MARGIN },
          },
        },
        footers: { default: new Footer({ children: [footer] }) },
        children: blocks.flatMap((block) => makers[block.kind](block)),
      },
    ],
  });
  return Packer.toBlob(document);
};
