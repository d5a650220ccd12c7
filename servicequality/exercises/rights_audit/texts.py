"""The words behind the ids: rights, what opens where one is broken, and what closes it."""

from __future__ import annotations

from servicequality.declare import Card

RIGHTS = {
    "R1": "R1 Excellent service",
    "R2": "R2 A say in the level",
    "R3": "R3 Obligations met",
    "R4": "R4 Help in time",
    "R5": "R5 True information",
    "R6": "R6 To complain",
    "R7": "R7 Somebody else",
    "R8": "R8 Compensation",
}
STATES = {"kept": "kept", "broken": "broken", "unknown": "not known"}
GAP_NOTES = {
    "R1": "See Gap 5: the guest got less than expected. Look at R2 to R8 for the reason.",
    "R2": "See Gap 1: nobody asked which level this guest wanted.",
    "R3": "See Gap 4: something was promised and not delivered.",
    "R4": "See Gap 3 if help was planned, and came late or without skill. See Gap 2 if a rule "
    "forbade it.",
    "R5": "See Gap 4: what was said, or left unsaid, was not true to the service.",
    "R6": "See Gap 1: where nobody can complain, managers cannot know.",
    "R7": "See Gap 2: no standard says who helps when the first employee cannot.",
    "R8": "See Gap 2: no standard says what is due when an obligation is not met.",
}
UNKNOWN_NOTES = {
    "R1": "Only the guest can say. Ask.",
    "R2": "Was there a choice? Look at the offer and at the booking page.",
    "R3": "Write down the promise first: website, confirmation, price list.",
    "R4": "Was help needed? If so: how long did it take, and did it help?",
    "R5": "Compare what was said before the stay with what happened.",
    "R6": "Did the guest know where, and to whom, and in which language?",
    "R7": "Who is next if the receptionist cannot help? Ask at the desk.",
    "R8": "Was anything due? Then look at the bill.",
}


def card(right: str, paragraph: str, remedy: str, gap: str) -> Card:
    """What follows from a broken right."""
    return Card(RIGHTS[right], (paragraph,), notes={"A remedy": remedy}, tone=f"gap-{gap}")


CARDS = {
    "R1": card(
        "R1",
        "It opens Gap 5, the customer gap. This right is the sum of the others, so it does not say "
        "what to change.",
        "Ask the guest for the worst moment of the stay, and find the right behind it.",
        "5",
    ),
    "R2": card(
        "R2",
        "It opens Gap 1. The hotel set one level for everybody and did not learn that this guest "
        "wanted another.",
        "Let guests choose before they come: a quiet room or a room with a view, and what each "
        "costs.",
        "1",
    ),
    "R3": card(
        "R3",
        "It opens Gap 4. An obligation is a promise that somebody accepted and paid for.",
        "Promise only what operations have agreed to. For each promise, name who keeps it on a "
        "Friday night.",
        "4",
    ),
    "R4": card(
        "R4",
        "It opens Gap 3 if help was planned, and came late or without skill. It opens Gap 2 if a "
        "rule kept people from helping: then the standard itself is wrong.",
        "Give the people on duty the tools and the authority, and count the minutes.",
        "3",
    ),
    "R5": card(
        "R5",
        "It opens Gap 4. The guest made plans with information that was wrong or missing.",
        "Keep one text for website, confirmation and desk. Tell guests about a failure before they "
        "meet it.",
        "4",
    ),
    "R6": card(
        "R6",
        "It opens Gap 1. Guests who cannot complain leave, and the managers go on believing.",
        "Ask every guest at a fixed moment while there is still time to act, not only at the "
        "check-out.",
        "1",
    ),
    "R7": card(
        "R7",
        "It opens Gap 2. No standard says who comes next, so the guest is sent from one person to "
        "another.",
        "Write down who decides at each hour, and give the guest that name.",
        "2",
    ),
    "R8": card(
        "R8",
        "It opens Gap 2. No standard says what is due, so it depends on how loud the guest is.",
        "Fix what the desk may give at once for the ten most frequent failures, and let it give "
        "that without asking.",
        "2",
    ),
}
