// Bundles the page runtime into classic scripts, and the styles into one file, with content hashes
// in their names.
// Usage: node build.mjs FOLDER   (servicequality/page/assets.py calls it)
// Reads FOLDER/modules.json (the Python of pages), writes FOLDER/files/ and FOLDER/names.json.

import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
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
  return write(name, "js", result.outputFiles[0].contents);
}

/** Writes a file under a name that carries the hash of what it holds, and gives that name. */
function write(name, ending, contents) {
  const hash = createHash("sha256").update(contents).digest("hex").slice(0, 12);
  const file = `${name}-${hash}.${ending}`;
  writeFileSync(join(folder, "files", file), contents);
  return file;
}

/** Bundles a file of styles, with the fonts that they name beside them. */
async function bundleStyles(entry) {
  const result = await build({
    entryPoints: [join(here, "..", "styles", entry)],
    bundle: true,
    minify: true,
    outdir: join(folder, "files"),
    entryNames: "[name]-[hash]",
    assetNames: "[name]-[hash]",
    loader: { ".woff2": "file" },
    // Where packages of npm are found from: the styles lie outside of their folder.
    nodePaths: [join(here, "..", "..", "..", "node_modules")],
    metafile: true,
    logLevel: "error",
  });
  const written = Object.keys(result.metafile.outputs);
  return basename(written.find((path) => path.endsWith(".css")));
}

/** What a script that fetches only one file has to know. */
const placedOnly = (name) => ({ SCRIPT_NAMES: JSON.stringify({ [name]: names[name] }) });

const names = {
  micropython: await bundle("micropython", "micropython-asset.js"),
  vega: await bundle("vega", "vega-asset.js"),
  word: await bundle("word", "workbook/word.js"),
  probe: write("probe", "html", readFileSync(join(here, "probe.html"))),
};
names.terms = await bundle("terms", "terms.js");
names.styles = await bundleStyles("course.css");
names.classStyles = await bundleStyles("class.css");
names.class = await bundle("class", "classmode/main.js", placedOnly("classStyles"));
names.site = await bundle("site", "site.js", placedOnly("class"));
const placed = { SCRIPT_NAMES: JSON.stringify(names) };
names.exercises = await bundle("exercises", "main.js", placed);
names.flashcards = await bundle("flashcards", "practice/flashcards-main.js", placed);
names.workbook = await bundle("workbook", "workbook/main.js", placed);
names.practice = await bundle("practice", "practice/main.js", placed);
writeFileSync(join(folder, "names.json"), JSON.stringify(names, null, 2));
