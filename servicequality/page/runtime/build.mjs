// Bundles the page runtime into classic scripts with content hashes in their names.
// Usage: node build.mjs FOLDER   (servicequality/page/assets.py calls it)
// Reads FOLDER/modules.json (the Python of pages), writes FOLDER/scripts/ and FOLDER/names.json.

import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

const folder = process.argv[2];
const here = dirname(fileURLToPath(import.meta.url));
const require = createRequire(import.meta.url);
const micropython = dirname(
  require.resolve("@micropython/micropython-webassembly-pyscript/micropython.mjs"),
);

/** Replaces a text that must occur exactly once: a new release of MicroPython must be looked at. */
function replaceOnce(source, old, replacement) {
  if (source.split(old).length !== 2) throw new Error(`MicroPython has changed: ${old}`);
  return source.replace(old, replacement);
}

function patchedMicroPython() {
  let source = readFileSync(join(micropython, "micropython.mjs"), "utf8");
  // A command-line program in the middle uses top-level await, which a classic script cannot hold.
  const start = source.indexOf("if(globalThis.loadMicroPython=loadMicroPython,");
  const end = source.indexOf("class PyProxy{", start);
  if (start < 0 || end < 0) throw new Error("MicroPython has changed: its command line is missing");
  source = source.slice(0, start) + source.slice(end);
  // Let the caller hand over the WebAssembly: fetch() does not work on file://.
  source = replaceOnce(
    source,
    "let Module={locateFile:",
    "let Module={wasmBinary:options.wasmBinary,locateFile:",
  );
  return source;
}

const virtual = {
  "micropython-patched": () => ({ contents: patchedMicroPython(), loader: "js" }),
  "micropython-wasm-gzip": () => {
    const wasm = readFileSync(join(micropython, "micropython.wasm"));
    const packed = gzipSync(wasm, { level: 9 }).toString("base64");
    return { contents: JSON.stringify(packed), loader: "json" };
  },
  "python-modules": () => ({ contents: readFileSync(join(folder, "modules.json"), "utf8"), loader: "json" }),
};

const virtualModules = {
  name: "virtual-modules",
  setup(setup) {
    const filter = new RegExp(`^(${Object.keys(virtual).join("|")})$`);
    setup.onResolve({ filter }, ({ path }) => ({ path, namespace: "virtual" }));
    setup.onLoad({ filter: /.*/, namespace: "virtual" }, ({ path }) => ({
      ...virtual[path](),
      resolveDir: here,
    }));
  },
};

/** Bundles one entry and gives the name under which it was written. */
async function bundle(name, entry, define = {}) {
  const result = await build({
    entryPoints: [join(here, entry)],
    bundle: true,
    write: false,
    minify: true,
    format: "iife",
    target: ["es2022"],
    legalComments: "eof",
    // MicroPython asks for these only under Node.
    external: ["module", "fs", "url", "path", "crypto", "ws", "node:*"],
    define: { "import.meta.url": '"file:///micropython.mjs"', ...define },
    plugins: [virtualModules],
    logLevel: "error",
  });
  const [{ contents }] = result.outputFiles;
  const hash = createHash("sha256").update(contents).digest("hex").slice(0, 12);
  const file = `${name}-${hash}.js`;
  writeFileSync(join(folder, "scripts", file), contents);
  return file;
}

const names = {
  micropython: await bundle("micropython", "micropython-asset.js"),
  vega: await bundle("vega", "vega-asset.js"),
};
names.terms = await bundle("terms", "terms.js");
names.exercises = await bundle("exercises", "main.js", { SCRIPT_NAMES: JSON.stringify(names) });
writeFileSync(join(folder, "names.json"), JSON.stringify(names, null, 2));
