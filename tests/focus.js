// Runs in the page, for tests/test_focus.py: what can be reached by keyboard, and what shows it.

globalThis.focusOn = (() => {
  const CONTROLS =
    "a[href], button, input, select, textarea, summary, [tabindex]:not([tabindex='-1'])";

  let all; // the places where Tab stops, in their order

  /** Finds the places where Tab stops; gives how many there are. */
  function stops() {
    all = [...document.querySelectorAll(CONTROLS)].filter((element) => {
      if (element.disabled || element.closest("[inert]")) return false;
      if (!element.checkVisibility({ visibilityProperty: true })) return false;
      if (element.type !== "radio" || element.checked) return true;
      // Where none is chosen, Tab goes to the first.
      const group = [...document.getElementsByName(element.name)];
      return !group.some(({ checked }) => checked) && group[0] === element;
    });
    return all.length;
  }

  const focus = (number) => all[number].focus();

  const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });

  /** Colours laid over each other, the lowest first, as red, green and blue. */
  function mixed(colours) {
    canvas.clearRect(0, 0, 1, 1);
    for (const colour of ["white", ...colours]) {
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
    }
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
  }

  function luminance(rgb) {
    const [red, green, blue] = rgb.map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  }

  function contrast(one, other) {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  }

  /** The colours that lie behind an element's content, the lowest first. */
  function ground(element) {
    const colours = [];
    for (let one = element; one; one = one.parentElement) {
      colours.unshift(getComputedStyle(one).backgroundColor);
    }
    return colours;
  }

  function outlineOf(element) {
    const { outlineStyle, outlineWidth, outlineColor, outlineOffset } = getComputedStyle(element);
    const width = outlineStyle === "none" ? 0 : parseFloat(outlineWidth);
    return { element, width, colour: outlineColor, offset: parseFloat(outlineOffset) };
  }

  /** What has an outline. */
  const outlined = () =>
    [...document.querySelectorAll("*")]
      .filter((element) => outlineOf(element).width > 0)
      .map((element) => element.outerHTML.slice(0, 120));

  /** The outline that shows the focus: the element's own, or that of what holds it. */
  function indicator(element) {
    for (let one = element; one; one = one.parentElement) {
      const outline = outlineOf(one);
      if (outline.width > 0) return outline;
    }
    return undefined;
  }

  /** How far an outline stands out from what it is drawn on. */
  function outlineContrast({ element, width, colour, offset }) {
    const behind = ground(offset <= -width ? element : element.parentElement ?? element);
    return contrast(mixed([...behind, colour]), mixed(behind));
  }

  /** Whether a part of an outline lies outside of the screen or of a box that cuts it off. */
  function clipped({ element, width, offset }) {
    const reach = Math.max(0, width + offset);
    const { left, top, right, bottom } = element.getBoundingClientRect();
    // The rounding of the browser.
    const within = (box) =>
      left - reach >= box.left - 1 && right + reach <= box.right + 1
      && top - reach >= box.top - 1 && bottom + reach <= box.bottom + 1;
    // What fills the screen shows where the focus is by one end and both sides.
    const tall = bottom - top > 0.8 * innerHeight;
    const screens = tall
      ? [{ top: 0, bottom: Infinity }, { top: -Infinity, bottom: innerHeight }]
      : [{ top: 0, bottom: innerHeight }];
    if (!screens.some((ends) => within({ left: 0, right: innerWidth, ...ends }))) return true;
    for (let one = element.parentElement; one && one !== document.body; one = one.parentElement) {
      const { overflowX, overflowY, display } = getComputedStyle(one);
      const cuts = overflowX !== "visible" || overflowY !== "visible";
      if (cuts && display !== "contents" && !within(one.getBoundingClientRect())) return true;
    }
    return false;
  }

  const floats = (element) => ["fixed", "sticky"].includes(getComputedStyle(element).position);

  /** What stays in place while the page scrolls and lies over a part of an element. */
  function covering(element) {
    const found = new Set();
    for (const { left, top, width, height } of element.getClientRects()) {
      for (const x of [0.05, 0.5, 0.95]) {
        for (const y of [0.05, 0.5, 0.95]) {
          for (const above of document.elementsFromPoint(left + x * width, top + y * height)) {
            if (above === element || element.contains(above) || above.contains(element)) break;
            for (let one = above; one; one = one.parentElement) {
              if (floats(one) && !one.contains(element)) found.add(one.outerHTML.slice(0, 80));
            }
          }
        }
      }
    }
    return [...found];
  }

  /** What shows where the focus is; `faults` says what is wrong with it. */
  function state() {
    const { activeElement: element } = document;
    if (element === document.body) return { stop: -1, html: "body", faults: [] };
    const outline = indicator(element);
    const faults = [];
    if (!outline || outline.width < 2) faults.push(`outline of ${outline?.width ?? 0} px`);
    else {
      const ratio = outlineContrast(outline);
      if (ratio < 3) faults.push(`contrast of ${ratio.toFixed(2)}`);
      if (clipped(outline)) faults.push("cut off");
    }
    faults.push(...covering(element).map((above) => `covered by ${above}`));
    return { stop: all.indexOf(element), html: element.outerHTML.slice(0, 120), faults };
  }

  return { stops, focus, outlined, state };
})();
