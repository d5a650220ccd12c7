// The course's Python inside MicroPython. Used by pages and, in Node, by the tests.

// Runs in MicroPython: keeps exercises by id and answers in JSON, which alone crosses unharmed.
const BOOT = `
import json, sys
sys.path.append("/course")
from servicequality.core.evaluate import evaluate, explain, explain_fault
from servicequality.core.values import read
from servicequality.core.workbook import Fault, read_workbook, restored

_exercises = {}

def _load(payload, source):
    payload = json.loads(payload)
    space = {}
    exec(source, space)
    _exercises[payload["spec"]["id"]] = (payload["spec"], space["compute"], payload["data"])

def _evaluate(exercise_id, raw):
    spec, compute, data = _exercises[exercise_id]
    return json.dumps(evaluate(spec, compute, json.loads(raw), data))

def _check(exercise_id, name, raw):
    spec = _exercises[exercise_id][0]
    fields = [field for field in spec["fields"] if field["name"] == name]
    values, problems = read(fields, json.loads(raw))
    if problems:
        return json.dumps({"message": explain(spec["strings"], problems[0])})
    return json.dumps({"value": values[name]})

def _restore(exercise_id, record):
    spec = _exercises[exercise_id][0]
    try:
        found = restored(spec, json.loads(record))
    except Fault as fault:
        return json.dumps({"fault": fault.message})
    found["refused"] = [explain(spec["strings"], problem) for problem in found["refused"]]
    return json.dumps(found)

def _read_workbook(specs, strings, data, practice):
    course = {}
    for spec in json.loads(specs):
        course[spec["id"]] = spec
    strings, data, practice = json.loads(strings), json.loads(data), json.loads(practice)
    try:
        found = read_workbook(course, data)
    except Fault as fault:
        return json.dumps({"message": explain_fault(strings, fault)})
    if practice is not None:
        # Of no use to most pages, which need not wait for it.
        from servicequality.core.workbook_practice import read_practice
        found["practice"] = read_practice(practice["topics"], practice["deck"], data)
    return json.dumps({"workbook": found})

def _join_practice(practice, mine, theirs, first):
    from servicequality.core.workbook_practice import joined
    practice, mine, theirs = json.loads(practice), json.loads(mine), json.loads(theirs)
    return json.dumps(joined(practice["topics"], practice["deck"], mine, theirs, first))
`;

export class Python {
  /** `interpreter` is a loaded MicroPython, `modules` maps paths to sources. */
  constructor(interpreter, modules) {
    for (const [path, source] of Object.entries(modules)) {
      const file = `/course/${path}`;
      makeFolders(interpreter.FS, file);
      interpreter.FS.writeFile(file, source);
    }
    this.interpreter = interpreter;
    this.globals = interpreter.globals;
    this.defined = new Set();
    this.define(BOOT);
  }

  /** Runs a source, once: what it defines can be called from then on. */
  define(source) {
    if (this.defined.has(source)) return;
    this.interpreter.runPython(source);
    this.defined.add(source);
  }

  /** Calls what a source has defined: a function that takes and gives JSON. */
  call(name, ...values) {
    return JSON.parse(this.globals.get(name)(...values.map((value) => JSON.stringify(value))));
  }

  /** Makes an exercise known: its specification, the source of `compute`, its tables or null. */
  load(spec, source, data) {
    this.globals.get("_load")(JSON.stringify({ spec, data }), source);
  }

  /** What the exercise shows for raw values: the answer of servicequality.core.evaluate. */
  evaluate(id, raw) {
    return JSON.parse(this.globals.get("_evaluate")(id, JSON.stringify(raw)));
  }

  /** One saved value: `{ value }` where it fits its field, `{ message }` (nodes) where not. */
  check(id, name, value) {
    return JSON.parse(this.globals.get("_check")(id, name, JSON.stringify({ [name]: value })));
  }

  /** What of a kept record goes back into the form: `{ changed, values, refused }` or `{ fault }`. */
  restore(id, record) {
    return JSON.parse(this.globals.get("_restore")(id, JSON.stringify(record)));
  }

  /**
   * A parsed workbook file: `{ workbook }` where it can be used, `{ message }` (nodes) where not.
   * With `practice`, the course's `{ topics, deck }`, the workbook has `practice` too.
   */
  readWorkbook(specs, strings, data, practice = null) {
    const texts = [specs, strings, data, practice].map((part) => JSON.stringify(part));
    return JSON.parse(this.globals.get("_read_workbook")(...texts));
  }

  /** Self-checks and flashcards put together: `joined` of servicequality/core/workbook_practice.py. */
  joinPractice(practice, mine, theirs, first) {
    const texts = [practice, mine, theirs].map((part) => JSON.stringify(part));
    return JSON.parse(this.globals.get("_join_practice")(...texts, first));
  }
}

function makeFolders(files, path) {
  const parts = path.split("/").slice(1, -1);
  for (let depth = 1; depth <= parts.length; depth += 1) {
    const folder = `/${parts.slice(0, depth).join("/")}`;
    if (!files.analyzePath(folder).exists) files.mkdir(folder);
  }
}
