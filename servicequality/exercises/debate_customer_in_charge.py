"""Is the customer in charge? The boldest sentence of customer-driven service."""

from __future__ import annotations

from servicequality.exercises.patterns import debate

EXERCISE = debate(
    id="debate-customer-in-charge",
    title="Is the customer in charge?",
    claim="“The customer, not the supplier, determines, controls and in the end enforces the level "
    "of service.” So the lecture notes describe customer-driven service. Should Hotel Yasen work "
    "by this sentence?",
    positions={
        "literal": "Yes, as it stands",
        "within": "Yes, within what was promised and paid for",
        "choice": "Guests should choose among levels that the hotel sets",
        "hotel": "No, the hotel sets the level",
    },
    arguments={
        "for": (
            "The managers of Hotel Yasen set the level by themselves, and they chose the lobby. "
            "They give it 19 of 100 points of importance, guests give it 2. The quiet night gets "
            "18 from guests and 7 from managers.",
            "Guests enforce a level anyway. They write reviews, tell others and do not come back. "
            "A hotel that listens earlier loses fewer of them.",
            "A rule that cannot bend treats a guest like a case. If nobody may suspend it, the "
            "employee who sees the problem can only say sorry.",
        ),
        "against": (
            "A level costs money. No guest can set it without paying for it. A hotel that gives "
            "all guests the level of the most demanding one is soon closed.",
            "Guests want opposite things. The group sings until midnight, the couple want to "
            "sleep. Both are customers, and somebody has to decide.",
            "If each guest can have a rule suspended, the loud get more than the patient. "
            "Standards exist so that guests are treated alike and staff know what is right.",
            "Staff are people with rights too. “The customer enforces” is no answer to a guest who "
            "shouts at a receptionist.",
        ),
    },
    model=(
        "One careful answer: the guest judges the level, and the hotel chooses which level it "
        "offers, to whom and at what price. Once it has promised that level and taken the money, "
        "the guest may insist on it. So the sentence is right about promises, and too large for "
        "everything else.",
        "In practice this means: ask guests before the level is set, promise what can be kept, "
        "offer a choice where needs differ, and let staff suspend a rule within limits that are "
        "written down, so that the next guest in the same case gets the same.",
    ),
    teaches=(),
    minutes=8,
)
