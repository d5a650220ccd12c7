"""The friendly desk and the night laundry: where does a service programme have to begin?"""

from __future__ import annotations

from servicequality.exercises.patterns import judged_case

EXERCISE = judged_case(
    id="case-night-laundry",
    title="The desk that everybody likes",
    question="There is money for one of the four proposals this spring. Which would you try first, "
    "to have fewer late rooms and damp towels?",
    options={
        "desk": (
            "A second course for the front desk, in calming guests whose room is late",
            "The desk already does this well, and the reviews say so. A better apology meets the "
            "guest after the damp towel. It may soften the complaint; it does not dry the towel.",
            False,
        ),
        "laundry": (
            "A second dryer for the night laundry, in place of the one that broke",
            "The complaints began when it broke, and on all 14 days the rooms waited for sheets "
            "that were still wet. This is where the trouble is made, as far as the notes show. It "
            "does nothing for the grey towels: they need a standard, which costs no dryer.",
            True,
        ),
        "outsource": (
            "A contract with a laundry in the town, which washes all of the linen",
            "It reaches the right step too, and may be right one day. But it adds a hand-off and a "
            "lorry, and is hard to undo. What is known so far points to one machine: try that "
            "first.",
            False,
        ),
        "tell": (
            "A friendly word at check-in, so that guests know their room may be late",
            "Honest and cheap, and worth doing meanwhile. It lowers what guests expect. The rooms "
            "are as late as before, and the towels as damp.",
            False,
        ),
    },
    follow_up="Why this one? Name the step where the trouble begins, who is affected by it, and "
    "who hears of it. What would you do about the grey towels?",
    model=(
        "The trouble begins at the drying: one of two machines is left. Housekeeping waits for "
        "dry sheets, the front desk waits for the rooms, and the guest waits at the desk. The desk "
        "hears the complaints. The four people in the laundry, who are affected first, have never "
        "seen a review.",
        "The grey towels have another cause, as far as the case tells: washing, and no standard "
        "for it or for throwing towels away. A dryer does not help there. A standard does, written "
        "with the laundry, and so does reading the reviews with them. Neither needs the money.",
        "Take care, though: this rests on one month of notes. That rooms waited for wet sheets on "
        "14 of 31 days does not say how many late rooms had another cause. Count both for two "
        "weeks after the dryer has come.",
    ),
    teaches=(),
    minutes=8,
)
