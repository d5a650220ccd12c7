// Nodes (see servicequality/core/views.py) as elements and as text. Texts are only ever set as
// text, so markup in them is shown, not obeyed.

import { formatNumber } from "./numbers.js";

const SVG = "http://www.w3.org/2000/svg";

/** The DOM nodes of nodes; `picture` gives the element that stands in the place of a chart. */
export function createNodes(nodes, language, picture, space) {
  return nodes.map((node) => {
    if (typeof node === "string") return document.createTextNode(node);
    if (!Array.isArray(node)) {
      return "chart" in node ? picture(node) : document.createTextNode(leafText(node, language));
    }
    const [tag, attributes, ...children] = node;
    const own = tag === "svg" ? SVG : space;
    const element = own ? document.createElementNS(own, tag) : document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (value !== "") element.setAttribute(name, value);
    }
    element.append(...createNodes(children, language, picture, own));
    return element;
  });
}

/** The visible text of nodes, charts left out. */
export function nodesText(nodes, language) {
  return nodes
    .map((node) => {
      if (typeof node === "string") return node;
      return Array.isArray(node) ? nodesText(node.slice(2), language) : leafText(node, language);
    })
    .join("");
}

function leafText(node, language) {
  if (!("number" in node)) return "";
  return formatNumber(node.number, node.decimals, node.signed, language);
}
