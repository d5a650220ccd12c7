"""A case to judge: a feature is added, a rule is kept, and guests cannot sleep."""

from __future__ import annotations

from servicequality.exercises.patterns import judged_case

EXERCISE = judged_case(
    id="case-twelve-pillows",
    title="Twelve pillows",
    question="By the definitions of this chapter: which kind of quality is missing in the "
    "street-side rooms?",
    options={
        "functional": (
            "Functional quality: reception should look after these guests better.",
            "Functional quality is how guests are served. Reception explains the menu kindly, the "
            "pillows come at once, and none of the comments complains of the staff. The case gives "
            "no sign that the process falls short. More kindness would not stop the traffic.",
            False,
        ),
        "technical": (
            "Technical quality: what these guests end up with is a loud room.",
            "Technical quality is what the guest ends up with, and in a hotel this is the room. A "
            "room to sleep in is the core of it. 26 of the 40 guests who wrote did not get that. "
            "In the words of the first pair, a feature that they need is missing: quiet. Twelve "
            "pillows do not replace it.",
            True,
        ),
        "deficiencies": (
            "Freedom from deficiencies: the hotel does not keep its own rule.",
            "It does keep it. The rule asks reception to act within fifteen minutes of a call "
            "about noise in the hotel, and that is done every night. Freedom from deficiencies "
            "compares the service with its specification. Here the specification is weak: it says "
            "nothing of traffic.",
            False,
        ),
        "nothing": (
            "None: there is one more feature, and there are no errors.",
            "This is Viktor’s view. It counts features and errors and leaves out the guests’ need. "
            "A feature raises quality where it meets a need of the target guest, and a kept rule "
            "helps where the rule asks for the right thing.",
            False,
        ),
    },
    follow_up="Why? Name the evidence in the case, and say what you would do first.",
    model=(
        "Technical quality is missing. Guests end up with a room in which many cannot sleep: 26 of "
        "40 comments say so. The case gives no sign that functional quality is the problem: nobody "
        "complains of the staff.",
        "In the words of the first pair: a feature that these guests need, quiet, is missing. "
        "There is no deficiency, because this chapter compares with the hotel’s own rule, and the "
        "rule is kept. That is the trap: the measure is weak. Whoever uses the word more widely, "
        "for all that leaves a guest dissatisfied, will find a deficiency here. And once the hotel "
        "has a standard for noise from the street, it is one by its own measure too.",
        "The pillow menu is a feature, and nine guests value it. It does not meet the need that "
        "most of these guests have. First I would write a standard for noise from the street, and "
        "find out what windows for the street side cost. Until then, whoever books is told which "
        "side the room faces.",
        "One caution: 40 comments are from guests who chose to write. The share of all guests who "
        "slept badly may be lower or higher.",
    ),
    teaches=("T3", "T4", "T10", "T13"),
)
