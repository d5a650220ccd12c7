"""What the exercise asks: the failure, the recovery, this guest's worth, all guests, prevention."""

from __future__ import annotations

from servicequality.declare import Choice, Group, MultipleChoice, ShortText, Slider, YesNo
from servicequality.exercises.recovery_analyser.texts import (
    DIMENSIONS,
    DONE,
    GAPS,
    KINDS,
    REASONS,
)

FAILURE = Group(
    "1. The failure",
    (
        Choice(
            "whose",
            "Whose case is it?",
            {"yasen": "The couple at Hotel Yasen", "own": "A case of my own"},
            "yasen",
            buttons=True,
        ),
        ShortText(
            "promised",
            "What was promised?",
            "“Quiet nights, always” (website)",
            200,
            "Up to 200 characters. Replace it by your own case, if you have one.",
        ),
        ShortText(
            "failed",
            "What failed?",
            "No sleep: traffic all night.",
            200,
            "Up to 200 characters: who, where, when.",
        ),
        Slider("severity", "How severe was it for the guest?", 1, 5, 1, 4, "of 5", whole=True),
        Choice("kind", "What failed first, the outcome or the process?", KINDS, "outcome"),
        Choice("dimension", "Which SERVQUAL dimension is it?", DIMENSIONS, "reliability"),
        Choice("gap", "Which gap is the likely root?", GAPS, "G4"),
    ),
    text="On Saturday at 23:40 a couple call reception at Hotel Yasen. Their room faces the "
    "street, and they cannot sleep. Kiril, the night receptionist, comes after 25 minutes. The "
    "hotel’s rule says 15. He says sorry and offers earplugs. Two courtyard rooms are free, but "
    "only the front office manager may move a guest, and he is at home. On Sunday Desislava at "
    "the desk writes it all down. A week later the office sends a spa voucher for 40 euros, "
    "without a word of explanation.",
    shows=("account", "classified", "gap_told"),
)

RECOVERY = Group(
    "2. The recovery",
    (
        YesNo("told", "The guest told the hotel (or the airline)", True),
        Slider(
            "minutes",
            "Minutes to the first response",
            0,
            480,
            5,
            25,
            "min",
            "480 stands for eight hours or more.",
            whole=True,
        ),
        Slider(
            "due",
            "Minutes in which a response was due",
            5,
            480,
            5,
            15,
            "min",
            "Hotel Yasen’s rule for noise says 15. For your own case, take what was promised, "
            "or what is fair.",
            whole=True,
        ),
        Slider("employees", "Employees whom the guest had to deal with", 1, 10, 1, 3, whole=True),
        MultipleChoice("done", "What did the guest get?", DONE, ("apology",)),
        YesNo("again", "On the way to a solution, something new went wrong"),
        Slider(
            "compensation",
            "Compensation",
            0,
            2000,
            5,
            40,
            "€",
            "Money, voucher or discount, at the value it has for the guest.",
            whole=True,
        ),
        Slider(
            "price",
            "Price of the stay (or the flight)",
            0,
            5000,
            10,
            240,
            "€",
            whole=True,
        ),
        Choice(
            "resolved",
            "Was the problem resolved in the end?",
            {"yes": "Yes", "partly": "Partly", "no": "No"},
            "no",
            "Answer as the guest would.",
            buttons=True,
        ),
        MultipleChoice("unsolved", "If not: why not?", REASONS, ("no_authority",)),
    ),
    shows=(
        "deviation",
        "weakest",
        "justice_chart",
        "parts",
        "fairness",
        "why",
        "reasons",
        "rights",
        "rights_count",
    ),
)

WORTH = Group(
    "3. What this guest is worth",
    (
        Slider(
            "margin",
            "Margin of one stay",
            0,
            1000,
            5,
            90,
            "€",
            "What is left of the price after the costs of the stay.",
            whole=True,
        ),
        Slider("stays", "Stays a year", 0.5, 12, 0.5, 2),
        Slider(
            "retention",
            "r₀: retention of guests whose stay went well",
            0,
            100,
            1,
            80,
            "%",
            "The share that comes back in a year.",
            whole=True,
        ),
        Slider("good", "rᵣ: retention after a good recovery", 0, 100, 1, 75, "%", whole=True),
        Slider(
            "unresolved",
            "rᵤ: retention after a complaint that stays unresolved",
            0,
            100,
            1,
            30,
            "%",
            whole=True,
        ),
        Slider(
            "silent",
            "rₙ: retention after a failure without a complaint",
            0,
            100,
            1,
            40,
            "%",
            whole=True,
        ),
        Slider("discount", "i: discount rate a year", 1, 30, 1, 10, "%", whole=True),
    ),
    text="All start values of parts 3 and 4 are assumptions. Change them to what you believe.",
    shows=("worth", "risk", "break_even", "paradox"),
)

ALL_GUESTS = Group(
    "4. All guests: hear, solve, prevent",
    (
        Slider("failure", "f: guests who meet a failure", 0, 100, 1, 20, "%", whole=True),
        Slider("complain", "c: of these, guests who complain", 0, 100, 1, 30, "%", whole=True),
        Slider("helped", "s: complaints that are solved well", 0, 100, 1, 50, "%", whole=True),
    ),
    shows=("iceberg", "inviting", "lost_chart", "changes", "prevent"),
)

PREVENTION = Group(
    "5. Prevent it",
    (
        ShortText(
            "prevention",
            "One measure that would have prevented this failure",
            maximum_length=200,
            help="Up to 200 characters. It must work before the guest has to call.",
        ),
    ),
    shows=("measure",),
)

GROUPS = (FAILURE, RECOVERY, WORTH, ALL_GUESTS, PREVENTION)
