// Scripts that are fetched only when they are needed, from the course's own files.

const here = document.currentScript;
const fetched = new Map();

/** The address of one of the course's files; its name carries the hash of what the file holds. */
export const urlOf = (name) => new URL(SCRIPT_NAMES[name], here.src).href;

/** Adds one of the course's scripts ("micropython", "vega" or "word") to the page, once. */
export function fetchScript(name) {
  if (!fetched.has(name)) {
    fetched.set(
      name,
      new Promise((resolve, reject) => {
        const script = document.createElement("script");
        script.src = urlOf(name);
        script.onload = resolve;
        script.onerror = () => reject(new Error(`${script.src} could not be loaded`));
        document.head.append(script);
      }),
    );
  }
  return fetched.get(name);
}
