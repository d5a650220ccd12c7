"""The friendly desk and the night laundry: where does a service programme have to begin?"""

from __future__ import annotations

from servicequality.exercises.patterns import judged_case

EXERCISE = judged_case(
    id="case-night-laundry",
    title="The desk that everybody likes",
    question="There is money for one of the four proposals this spring. Which one goes to the root "
    "of the complaints?",
    options={
        "desk": (
            "A second course for the front desk, in how to calm guests down",
            "The desk already does this well, and the reviews say so. A better apology meets the "
            "guest after the damp towel. It may soften the complaint; it does not dry the towel.",
            False,
        ),
        "laundry": (
            "Bring the night laundry into the programme: a second dryer, a standard for linen, and "
            "the reviews read with the people who work there",
            "The complaints are about towels and late rooms. Both come from the cellar. Equipment, "
            "a standard and news of what guests say all lacked there, and the proposal names all "
            "three.",
            True,
        ),
        "outsource": (
            "Close the laundry and give the linen to a firm in the town",
            "It can be right one day, but it answers another question. Nobody has looked yet why "
            "linen comes late. An outside firm adds a hand-off, and its night shift is still "
            "further from the guest.",
            False,
        ),
        "tell": (
            "Tell guests at check-in that rooms may be late on Fridays",
            "Honest and cheap, and worth doing meanwhile. It lowers what guests expect. The towels "
            "stay damp.",
            False,
        ),
    },
    follow_up="Why does this one go to the root? Name the step where the trouble begins, and those "
    "who see it last.",
    model=(
        "The trouble begins in the cellar: one dryer for two machines, nobody to ask, no standard "
        "for linen. Housekeeping waits for the linen, the front desk waits for the rooms, and the "
        "guest waits at the desk. The desk sees the trouble last, and hears about it first.",
        "So the second course would train those who do it well already. Take care, though: the "
        "model answer rests on one round of reviews and on what Radka says. Before buying a dryer, "
        "count for two weeks when linen comes up and what is missing.",
    ),
    teaches=(),
    minutes=8,
)
