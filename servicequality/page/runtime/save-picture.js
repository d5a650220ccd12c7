// Saving the drawings of an exercise as SVG files that look the same elsewhere: what style sheets
// say is written into each part.

import { download } from "./takealong.js";

const LOOKS = [
  ..."fill stroke stroke-width stroke-dasharray stroke-linejoin paint-order".split(" "),
  ..."font-family font-size font-weight text-anchor".split(" "),
];
// What XML cannot hold, whoever wrote it into a step.
// eslint-disable-next-line no-control-regex
const UNFIT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** A drawing as the text of an SVG file, on the exercise's own paper. */
function svgText(svg, exercise) {
  const copy = svg.cloneNode(true);
  const parts = [svg, ...svg.querySelectorAll("*")];
  for (const [place, part] of [copy, ...copy.querySelectorAll("*")].entries()) {
    const looks = getComputedStyle(parts[place]);
    part.removeAttribute("class");
    for (const name of LOOKS) part.style.setProperty(name, looks.getPropertyValue(name));
  }
  // In the dark, texts are light: the file takes its paper along.
  const paper = document.createElementNS(copy.namespaceURI, "rect");
  const { width, height } = svg.viewBox.baseVal;
  const fill = getComputedStyle(exercise).backgroundColor;
  for (const [name, value] of Object.entries({ width, height, fill })) {
    paper.setAttribute(name, value);
  }
  copy.prepend(paper);
  copy.setAttribute("width", 2 * width);
  copy.setAttribute("height", 2 * height);
  return new XMLSerializer().serializeToString(copy).replace(UNFIT, "");
}

/** Saves each drawing of an exercise. */
export function savePictures(exercise) {
  for (const svg of exercise.element.querySelectorAll("[data-output] .sq-diagram svg")) {
    download(`${exercise.spec.id}.svg`, new Blob([svgText(svg, exercise.element)], { type: "image/svg+xml" }));
  }
  exercise.say(exercise.strings.picture_saved);
}
