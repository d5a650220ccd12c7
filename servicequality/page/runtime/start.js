// When exercises start. A page costs nothing before its reader does something: MicroPython is
// fetched once there is a sign of life and an exercise is near, or an exercise itself is touched.

const NEAR = "400px";
const SIGNS = ["pointermove", "pointerdown", "touchstart", "wheel", "scroll", "keydown"];
const TOUCHES = ["pointerenter", "pointerdown", "focusin"];

export function startOnDemand(exercises) {
  for (const exercise of exercises) {
    for (const touch of TOUCHES) {
      exercise.element.addEventListener(touch, () => exercise.start(), { once: true });
    }
  }
  const waiting = new AbortController();
  const begin = (event) => {
    // The contents scroll to the open page by themselves.
    if (event?.type === "scroll" && event.target !== document) return;
    waiting.abort();
    startNearby(exercises);
  };
  for (const sign of SIGNS) {
    addEventListener(sign, begin, { capture: true, passive: true, signal: waiting.signal });
  }
  // The browser has gone back to where the reader was, perhaps before this script ran.
  if (scrollY > 0) begin();
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
