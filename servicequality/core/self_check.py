"""A self-check: questions one after the other, judged, and the missed ones asked again.

`step` takes what is kept and an event and gives what is to be kept; `screen` says what is shown.
A self-check is given by its `spec`, as `servicequality.practice.bank.spec` makes it: `name`,
`items` (those it asks), `known` (the ids of all items of the topic) and `strings` (texts by id).

    record = restored(kept or None, spec, seed)["record"]
    show(screen(record, spec))
    record = step(record, {"kind": "start", "mode": "once"}, now, spec)

**The record** of a topic is plain JSON, and the state of all its self-checks together. One that
asks only some of the topic's questions shares it with the others:

    {"version": 1,
     "items": {"ITEM": {"count": 3, "history": ["wrong", "revealed", "right"], "best": "right",
                        "when": "2026-11-24T09:30:00.000Z"}},
     "runs": {"NAME": {"stage": "running", "mode": "once", "seed": 17, "at": 0, "asked": false,
                       "visits": [{"item": "ITEM", "seed": 5, "answer": "an-option",
                                   "judged": true, "shown": false}]}}}

`items` holds what came of each question that was ever judged or shown, in whichever self-check:
`count` such events, the last twelve of them in `history` (`"right"`, `"partly"`, `"wrong"`, or
`"revealed"`, when the answer was shown), the `best` one, and `when` the last one happened (None
where no clock was given). `runs` holds one run for each self-check, by its spec's `name`: a step of
one changes its own run and the items that it asks, and nothing else.

**A run** is `ready`, `running` or `done` (`stage`). Its `visits` are the questions in the order in
which they are asked, those that come back included; `at` is where the reader is. `judged` says that
the answer was checked, `shown` that the right answer was shown; what an answer is worth is worked
out from it, never kept. `asked` says that an answer was to be checked that cannot be yet. `mode` is
`"once"` (feedback after each question; what was missed comes back at the end of the run, at most
three times) or `"end"` (feedback on all of them after the last one; what was missed can be taken
up in a new run). `seed`, below 2**30, makes the order of options of the next visit.

**The phases** that a reader sees are `ready`, `asking`, `told` and `done`. `EVENTS` lists what can
happen, and what each event brings along. An event that does not fit the phase changes nothing: a
second click must do no harm.

The parts: `core.answers` judges, `core.self_check_run` has the events, `core.self_check_screen`
what is shown, `core.self_check_record` what a browser kept. Surfaces need this module alone.
"""

from __future__ import annotations

from servicequality.core.self_check_record import merged, restored
from servicequality.core.self_check_run import EVENTS, progress, results, start, step
from servicequality.core.self_check_screen import arranged, screen

__all__ = [
    "EVENTS",
    "arranged",
    "merged",
    "progress",
    "restored",
    "results",
    "screen",
    "start",
    "step",
]
