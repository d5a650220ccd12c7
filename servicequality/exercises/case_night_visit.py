"""A case to judge: one mystery visit used to punish."""

from __future__ import annotations

from servicequality.exercises.patterns import judged_case

EXERCISE = judged_case(
    id="case-night-visit",
    title="Three of eight points",
    question="What should Mira Doneva do about Kiril’s three points out of eight?",
    case="On a night in November a mystery shopper arrives at a quarter to one. She notes three "
    "points of eight. The key took twelve minutes, her name was not used, nobody told her the "
    "breakfast hours, the Wi-Fi failed, and a call about noise took half an hour. A bus with 40 "
    "guests had just come, two hours late, and Kiril was alone. Nobody had told the night shift "
    "that such visits exist. Petar wants to pin the result to the board with Kiril’s name and to "
    "hold back his bonus. “What is not controlled is not done.”",
    options={
        "punish": (
            "Follow Petar: standards are standards, also at night.",
            "One visit cannot tell a bad night from a bad worker. Three of the five points that "
            "failed, key, Wi-Fi and call, were not in Kiril’s hands. The staff may then look for "
            "the shopper in every guest, and hide what goes wrong.",
            False,
        ),
        "ignore": (
            "Forget the visit: a single one says nothing.",
            "It says little about a share, and still it saw something true: one person cannot "
            "check in a bus and answer a call at the same time. That is worth knowing.",
            False,
        ),
        "learn": (
            "Talk to Kiril first, put right what made the night fail, and tell all shifts about "
            "the visits.",
            "The visit becomes a question instead of a verdict. Staffing and Wi-Fi are the "
            "hotel’s. Whether names are used at night, more visits will show.",
            True,
        ),
        "repeat": (
            "Send the shopper again next week, in secret, to be sure.",
            "More visits are needed for a share, but two are still far from enough, and the "
            "staff still do not know of the method. First be open about it.",
            False,
        ),
    },
    follow_up="Why? What did the visit measure, and what did it not?",
    model=(
        "The visit measured one night with a late bus and one person at the desk. Of the five "
        "points that failed, the Wi-Fi is a matter of cables, the key and the call a matter of "
        "hands. Only the name and the breakfast hours were Kiril’s, and even these on a night "
        "like no other.",
        "I would hear Kiril first. Then I would settle who helps when a bus is late, tell all "
        "shifts that shoppers come and what they note, and show results by shift and quarter, "
        "without names. A bonus must not hang on this: if the reliability of one visit is 0.3, a "
        "shift would need about ten visits before the order of shifts is worth much.",
    ),
    minutes=7,
)
