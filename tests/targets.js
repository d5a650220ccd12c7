// Runs in the page, for tests/test_targets.py: what can be tapped, and how large it is.

globalThis.tooSmallTargets = (smallest) => {
  const TARGETS = "a[href], button, input, select, textarea, summary, [role=button], [data-pick]";

  const seen = (element) => {
    const { width, height } = element.getBoundingClientRect();
    return width > 1 && height > 1 && element.checkVisibility({ visibilityProperty: true });
  };

  /** A target with all that does the same: a control and its labels. */
  function target(element) {
    const parts = [element, ...(element.labels ?? [])].filter(seen);
    const boxes = parts.map((part) => part.getBoundingClientRect());
    return { element, boxes, large: boxes.some(isLarge) };
  }

  const isLarge = ({ width, height }) => width >= smallest - 0.01 && height >= smallest - 0.01;

  /** Whether it stands in a line of text, which gives it its height. */
  function inSentence(element) {
    if (getComputedStyle(element).display !== "inline") return false;
    let block = element.parentElement;
    while (getComputedStyle(block).display === "inline") block = block.parentElement;
    const around = block.cloneNode(true);
    for (const link of around.querySelectorAll("a, button, svg, script")) link.remove();
    return /[\p{L}\p{N}]/u.test(around.textContent);
  }

  const centre = ({ left, top, width, height }) => [left + width / 2, top + height / 2];

  function distance([x, y], { left, top, right, bottom }) {
    return Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
  }

  /** Whether a circle around a small target touches another target, or the circle of one. */
  function crowded(small, others) {
    const middle = centre(small.boxes[0]);
    return others.some((other) => {
      if (other === small || other.element.contains(small.element)) return false;
      if (other.boxes.some((box) => distance(middle, box) < smallest / 2)) return true;
      const [x, y] = centre(other.boxes[0]);
      return !other.large && Math.hypot(middle[0] - x, middle[1] - y) < smallest;
    });
  }

  const all = [...document.querySelectorAll(TARGETS)]
    .filter((element) => seen(element) && !element.disabled && !element.closest("[inert]"))
    .map(target);
  if (all.length === 0) throw new Error("There is nothing to tap on this page.");
  return all
    .filter(({ element, large }) => !large && !inSentence(element))
    .filter((small) => crowded(small, all))
    .map(({ element, boxes: [{ width, height }] }) =>
      `${width.toFixed(1)} × ${height.toFixed(1)}: ${element.outerHTML.slice(0, 120)}`);
};
