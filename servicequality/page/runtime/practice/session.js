// A self-check's course: the record of its topic, which Python steps on and the browser keeps.
// servicequality/core/self_check.py describes records, events and screens. Nothing here is drawn.

import {
  asideKey,
  DEEPEST,
  getText,
  PREFIX,
  putText,
  storageState,
  tellKept,
} from "../kept.js";
import { parsed } from "../plain.js";
import { python } from "../python-page.js";
import { ready } from "../ready.js";

// Runs in MicroPython: keeps specifications by name; all else crosses as JSON.
const SOURCE = `
import json
from servicequality.core.evaluate import explain
from servicequality.core.self_check import merged, restored, screen, step
from servicequality.core.workbook import Fault

_self_checks = {}

def _self_check_load(name, spec):
    _self_checks[json.loads(name)] = json.loads(spec)
    return "null"

def _self_check_told(spec, record, dropped):
    dropped = [explain(spec["strings"], entry) for entry in dropped]
    return json.dumps({"record": record, "screen": screen(record, spec), "dropped": dropped})

def _self_check_restore(name, kept, seed):
    spec = _self_checks[json.loads(name)]
    try:
        found = restored(json.loads(kept), spec, json.loads(seed))
    except Fault as fault:
        return json.dumps({"fault": fault.message})
    return _self_check_told(spec, found["record"], found["dropped"])

def _self_check_merge(name, record, kept, seed):
    spec = _self_checks[json.loads(name)]
    try:
        found = restored(json.loads(kept), spec, json.loads(seed))
    except Fault as fault:
        return json.dumps({"fault": fault.message})
    return _self_check_told(spec, merged(json.loads(record), found["record"], spec), [])

def _self_check_step(name, record, event, now):
    spec = _self_checks[json.loads(name)]
    record = step(json.loads(record), json.loads(event), json.loads(now), spec)
    return _self_check_told(spec, record, [])
`;

const SEEDS = 2 ** 30;
const seed = () => Math.floor(Math.random() * SEEDS);

export class Session {
  constructor(spec) {
    this.spec = spec;
    this.name = `${spec.topic}/${spec.name}`;
    this.key = `${PREFIX}self-check/${spec.topic}`;
    this.text = null; // what was kept when this page last looked
    this.state = ""; // why nothing is kept: "full", "blocked", "locked"; "" where it is
    this.fault = ""; // the id of a text that says why what was kept cannot be used
    this.dropped = []; // nodes that say what of it no longer fits
  }

  /** Makes the self-check ready to be stepped on, from what is kept; fails without Python. */
  async open() {
    this.python = await python();
    this.python.define(SOURCE);
    this.python.call("_self_check_load", this.name, this.spec);
    await ready;
    this.state = storageState();
    this.#restore();
  }

  /** Takes over what is kept; what cannot be used is left alone or put aside. */
  #restore() {
    this.fault = "";
    const kept = this.#look();
    const found = this.python.call("_self_check_restore", this.name, kept, seed());
    if (found.fault) this.#refuse(found.fault);
    const used = found.fault
      ? this.python.call("_self_check_restore", this.name, null, seed())
      : found;
    this.#take(used);
    this.dropped = used.dropped;
  }

  /** What is kept, parsed: null where there is nothing, a text where it is no JSON. */
  #look() {
    this.text = getText(this.key);
    return this.text === null ? null : (parsed(this.text, DEEPEST) ?? "");
  }

  #refuse(fault) {
    this.fault = fault;
    // What a newer edition has kept is not this one's to change.
    if (fault === "record_newer") this.state = "locked";
    else putText(asideKey(`self-check/${this.spec.topic}`), this.text);
  }

  #take({ record, screen }) {
    this.record = record;
    this.screen = screen;
  }

  /** Lets an event happen, and keeps what comes of it. */
  do(event) {
    if (this.#isNews) this.#meet();
    const now = new Date().toISOString();
    this.#take(this.python.call("_self_check_step", this.name, this.record, event, now));
    this.#keep();
  }

  get #isNews() {
    return this.state !== "locked" && getText(this.key) !== this.text;
  }

  /** Puts the record together with what another self-check, or another tab, has kept meanwhile. */
  #meet() {
    const kept = this.#look();
    // What was erased meanwhile is kept again, with what is being done now.
    if (kept === null) return;
    const found = this.python.call("_self_check_merge", this.name, this.record, kept, seed());
    if (found.fault) this.#refuse(found.fault);
    else this.#take(found);
  }

  #keep() {
    if (this.state === "locked") return;
    const text = JSON.stringify(this.record);
    this.state = putText(this.key, text);
    if (this.state === "") this.text = text;
    tellKept();
  }

  /** Takes over what another tab has done; gives whether there was anything. */
  follow() {
    if (!this.#isNews) return false;
    this.#restore();
    return true;
  }
}
