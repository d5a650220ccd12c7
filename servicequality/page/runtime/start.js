// When exercises start. A page costs nothing before its reader does something: MicroPython is
// fetched once there is a sign of life and an exercise is near, or an exercise itself is touched.

const NEAR = "400px";
const SIGNS = ["pointermove", "pointerdown", "touchstart", "wheel", "scroll", "keydown"];
const TOUCHES = ["pointerenter", "pointerdown", "focusin"];

/** Whether the reader has done something since this was called; exercises may listen only later. */
export function watchForSigns() {
  const watch = { seen: false };
  const waiting = new AbortController();
  for (const sign of SIGNS) {
    const see = (event) => {
      if (isNoSign(event)) return;
      watch.seen = true;
      waiting.abort();
    };
    addEventListener(sign, see, { capture: true, passive: true, signal: waiting.signal });
  }
  return watch;
}

// The contents scroll to the open page by themselves. Where a pointer rests on a page that is laid
// out below it, some browsers say that it moves, by nothing.
const isNoSign = ({ type, target, movementX, movementY }) =>
  (type === "scroll" && target !== document) ||
  (type === "pointermove" && movementX === 0 && movementY === 0);

/** Starts exercises when the reader is near or touches them; `early` watched for signs before. */
export function startOnDemand(exercises, early = { seen: false }) {
  for (const exercise of exercises) {
    for (const touch of TOUCHES) {
      exercise.element.addEventListener(touch, () => exercise.start(), { once: true });
    }
    if (exercise.element.contains(document.activeElement)) exercise.start();
  }
  const waiting = new AbortController();
  const begin = (event) => {
    if (event && isNoSign(event)) return;
    waiting.abort();
    startNearby(exercises);
  };
  for (const sign of SIGNS) {
    addEventListener(sign, begin, { capture: true, passive: true, signal: waiting.signal });
  }
  // The browser has gone back to where the reader was, perhaps before this script ran.
  if (early.seen || scrollY > 0) begin();
}

function startNearby(exercises) {
  const nearby = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        nearby.unobserve(target);
        exercises.find(({ element }) => element === target).start();
      }
    },
    { rootMargin: NEAR },
  );
  for (const { element } of exercises) nearby.observe(element);
}
