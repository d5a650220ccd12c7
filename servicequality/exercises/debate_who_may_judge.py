"""A debate: whether quality is what satisfied guests say it is."""

from __future__ import annotations

from servicequality.exercises.patterns import debate

EXERCISE = debate(
    id="debate-who-may-judge",
    title="Who may judge?",
    claim="“Quality is what satisfied guests say it is.”",
    positions={
        "guests": "Yes: nobody else can say what a service is worth.",
        "within": "Yes, but only above a minimum that others set.",
        "witness": "No: guests are one witness among several.",
        "experts": "No: trained inspectors should judge quality.",
    },
    arguments={
        "for": (
            "A service exists to meet a need, and only the guest has the need. A room that "
            "inspectors praise and guests avoid is a good answer to a question that nobody asked.",
            "When managers judge for guests, they judge by what they care about themselves. The "
            "managers of Hotel Yasen put their money into the lobby.",
            "Guests can be asked, and their answers can be counted. “Quality as such” cannot be "
            "measured. Inspectors too compare a service with somebody’s expectation, and mostly it "
            "is the one written in the standard.",
        ),
        "against": (
            "Guests cannot see everything. Unsafe food may taste good, and harm to the river or to "
            "the people who clean the rooms is on no questionnaire. The lecture notes themselves "
            "call the absence of such harm a kind of quality.",
            "Satisfaction moves with expectation. A hotel that lowers what guests expect has more "
            "satisfied guests, and not one thing has become better.",
            "Those who answer are not all guests. Those who were disappointed and left are asked "
            "least, and guests differ: what satisfies a tour group keeps a couple awake.",
        ),
    },
    question="Where do you stand?",
    model=(
        "A careful answer separates two questions. Is it good for this guest? On that, the guest "
        "is the best judge there is, though not of everything. Is it good? That also asks about "
        "those who do not fill in the form, and about what nobody can see.",
        "So one may hold: no service has quality if it does more harm than the minimum allows, "
        "whatever guests say. Above that minimum guests decide, each of them alone. Whoever holds "
        "this must still say who sets the minimum, and how anybody would notice that it was not "
        "kept.",
    ),
    teaches=("T9", "T11"),
)
