"""The longer texts of the exercise: remedies, causes, rubric and model answer."""

from __future__ import annotations

from servicequality.declare import Teaching

REMEDY_LABELS = {
    "ask_guests": "Ask guests: surveys, interviews, reviews read as data",
    "meet_guests": "Managers at the desk, and as guests in the hotel",
    "hear_staff": "A channel for what contact staff hear, with an answer",
    "fewer_layers": "One level of management fewer",
}
CAUSE_LABELS = {
    "no_research": "The guest survey asks about food, pool and Wi-Fi. It never asks about the "
    "night.",
    "unread_reviews": "Reviews are collected in a folder that nobody opens.",
    "no_contact": "The managers’ offices are on the top floor. They seldom meet a guest.",
    "staff_unheard": "Receptionists hear every week that guests cannot sleep. Nobody asks them.",
    "layers": "What a receptionist hears must pass a shift leader and the front office manager "
    "before Mira Doneva hears it.",
    "loose_standard": "The Wi-Fi standard asks for a signal in lobby and corridors only.",
    "untrained": "Two new receptionists have not yet been trained.",
    "overpromise": "The website promises “at your room in three minutes”.",
}
CAUSE_NOTES = {
    "no_research": "What is not asked stays a guess.",
    "unread_reviews": "Research that nobody uses is no research.",
    "no_contact": "Managers who never meet guests learn late, and only from others.",
    "staff_unheard": "Upward communication is broken. The knowledge is in the house, but not where "
    "decisions are made.",
    "layers": "Each level filters what is passed on.",
    "loose_standard": "Managers know what guests expect here; the standard asks for too little. "
    "That is Gap 2.",
    "untrained": "People cannot yet do what the standard asks for. That is Gap 3.",
    "overpromise": "More is promised than delivered. That is Gap 4.",
}

TEACHING = Teaching(
    prompt="What causes Gap 1, and how can it be reduced? Use Hotel Yasen or another hotel as "
    "your example.",
    rubric={
        "definition": "Gap 1 is defined correctly: what managers believe that guests expect, "
        "compared with what guests expect.",
        "causes": "At least three causes are given, and they belong to Gap 1, not to gaps 2 to 4.",
        "remedies": "Each remedy fits a Gap 1 cause that was named, and it is said why it works.",
        "example": "There is a concrete hotel example, and what Gap 1 does to the later gaps.",
    },
    model_answer=(
        "Gap 1, the knowledge gap, is the difference between what managers believe that guests "
        "expect and what guests really expect. With the course’s signs it is M − E. It is "
        "negative where managers think that guests expect less than guests in fact expect. For "
        "the quiet night at Hotel Yasen managers believe 4.8 and guests expect 6.4: about −1.5. "
        "It matters because every later decision rests on this belief.",
        "It arises where managers do not learn what guests want. At Hotel Yasen the survey "
        "never asks about the night, and reviews lie unread. Managers seldom meet guests. "
        "Receptionists hear every week that guests cannot sleep, but nobody asks them, and "
        "what they hear passes two levels before it reaches the general manager. So the team "
        "puts the lobby first and the quiet night far down. Guests do the opposite.",
        "Each cause has its remedy. A survey that asks about the whole stay, and what "
        "guests expect of it, replaces guesses by answers; so do reviews and complaints read as "
        "data. Managers who work a shift at the "
        "desk and sleep in a street-side room hear and feel what guests do. A channel for what "
        "contact staff hear, with an answer within a week, keeps them reporting. Fewer levels "
        "filter less. Then ask again, because expectations move.",
        "The error is passed on. For the quiet night the standard follows the belief, so Gap 2 "
        "looks small, and staff who keep that standard leave Gap 3 small as well. Both look good, "
        "and the guest still lies awake: Gap 5 is large. For the lobby the hotel does the wrong "
        "thing well. Closing Gap 1 alone does not help the guest yet. Until standards and work "
        "follow, the distance only moves on to Gap 2.",
    ),
    misconceptions=(
        (
            "“Gap 1 is closed by training the staff.”",
            "It is a gap in what managers know. Training staff works on Gap 3.",
        ),
        (
            "“Gap 5 is one more gap inside the hotel.”",
            "Gap 5 is the guest’s. Gaps 1 to 4 are the hotel’s.",
        ),
    ),
    honesty="The hotel, its 120 guests and its six managers are invented; the figures are "
    "synthetic. How much each remedy closes is an assumption of this exercise, with returns "
    "that halve every 15,000 euros. So is the step from Gap 1 to Gap 5: where standards and "
    "work follow, we let perception rise by as much as the team’s shortfall in belief shrinks. "
    "No study gives these numbers. Gap scores, Spearman’s ρ and the share of misplaced money "
    "are ordinary arithmetic.",
    words=80,
)
