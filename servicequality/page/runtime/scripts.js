// Scripts that are fetched only when they are needed, from the course's own files.

const here = document.currentScript;
const fetched = new Map();

/** Adds one of the course's scripts ("micropython" or "vega") to the page, once. */
export function fetchScript(name) {
  if (!fetched.has(name)) {
    fetched.set(
      name,
      new Promise((resolve, reject) => {
        const script = document.createElement("script");
        // Names carry the hash of the content; the build puts them in.
        script.src = new URL(SCRIPT_NAMES[name], here.src).href;
        script.onload = resolve;
        script.onerror = () => reject(new Error(`${script.src} could not be loaded`));
        document.head.append(script);
      }),
    );
  }
  return fetched.get(name);
}
