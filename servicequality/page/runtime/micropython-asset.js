// MicroPython with its WebAssembly and the course's Python inside, so that one file serves http and
// file:// alike, and no page has to load any of it before it is needed.

import { loadMicroPython } from "micropython-patched";
import packed from "micropython-wasm-gzip";
import modules from "python-modules";

async function unpack() {
  const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

globalThis.servicequalityModules = modules;
globalThis.servicequalityMicroPython = async () =>
  loadMicroPython({
    wasmBinary: await unpack(),
    heapsize: 4 * 1024 * 1024,
    pystack: 64 * 1024,
    stdout: (line) => console.log(line),
  });
