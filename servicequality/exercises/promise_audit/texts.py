"""The longer texts of the exercise: channels, causes, remedies, tasks, rubric, model answer."""

from __future__ import annotations

from servicequality.content import load
from servicequality.declare import Task, Teaching

CASES = {
    "supplied": "the supplied case, Hotel Yasen",
    "own": "a case of my own",
}
PROMISES = {f"p{number}": f"Promise {number}" for number in range(1, 9)}
CHANNELS = {
    "website": "website",
    "booking_site": "booking site",
    "brochure": "brochure",
    "email": "e-mail",
    "folder": "in the room",
    "photograph": "photograph",
    "advertising": "advertising",
    "spoken": "spoken",
}
CAUSE_LABELS = {
    "over_promise": "Rival hotels write “silence”. So Viktor wrote “quiet nights, always”, to sell "
    "weekends.",
    "no_talk": "Marketing changes the website without asking reception, where the complaints "
    "arrive.",
    "policies": "Sales tells conference guests that a late check-out is free. The front desk "
    "charges for it.",
    "photographs": "The photographs on the website are six years old. They show a street without "
    "buses.",
    "intermediary": "A booking site writes “the calm of the mountains”. Nobody at the hotel checks "
    "that text.",
    "untrained": "Two new receptionists have not yet been trained.",
    "friday": "On Friday afternoons one person at the desk meets forty arrivals.",
    "rewards": "The bonus of the receptionists counts only the spa treatments that they sell.",
}
CAUSE_NOTES = {
    "over_promise": "This is over-promising: the sentence follows what sells, not what is "
    "delivered.",
    "no_talk": "Marketing and operations do not talk. Who promises does not know what is "
    "delivered.",
    "policies": "Two departments, two rules. Whatever one of them says, the other breaks it.",
    "photographs": "A photograph is a promise too. This one was true six years ago.",
    "intermediary": "Guests do not ask who wrote a text. They hold the hotel to it.",
    "untrained": "They cannot yet do what the standard asks for. That is Gap 3.",
    "friday": "Demand is greater than the people at the desk, so the standard is missed. That is "
    "Gap 3.",
    "rewards": "The rewards favour something other than the standard. That is Gap 3.",
}
_REMEDIES = {gap["id"]: gap["remedies"] for gap in load("gaps")}
REMEDY_LABELS = {
    **dict(
        zip(
            ("honest_promise", "sign_off", "limits", "one_policy", "guarantee", "channel_check"),
            _REMEDIES["G4"],
            strict=True,
        )
    ),
    "train_staff": _REMEDIES["G3"][0],
    "plan_peaks": _REMEDIES["G3"][-1],
}
REMEDY_NOTES = {
    "honest_promise": "Works on over-promising: the sentence stays true on a bad day.",
    "sign_off": "Works on over-promising, and on departments that do not talk.",
    "limits": "Works on over-promising: guests who know the limit do not expect more.",
    "one_policy": "Works on rules that contradict each other.",
    "guarantee": "Works on over-promising: a broken promise now costs the hotel something, and "
    "the guest is paid.",
    "channel_check": "Works on old photographs, and on texts that others have written.",
    "train_staff": "This works on Gap 3. It raises delivery towards the standard, but no word of "
    "the promise changes.",
    "plan_peaks": "This works on Gap 3. With the standard kept, the key takes five minutes. The "
    "website promises three.",
}

TASKS = (
    Task(
        "Start with the four promises of Hotel Yasen. Which ones show Gap 4 alone? Which one shows "
        "Gap 3 as well?",
        "The quiet night and the Wi-Fi show Gap 4 alone. The Wi-Fi even exceeds its standard by "
        "0.2. Check-in shows both: it is 1.5 below its standard and 2.6 below its promise. The "
        "pool shows neither.",
    ),
    Task(
        "Set φ to 0: nobody hears the promises. What changes, and what stays?",
        "Expectation falls from 6.0 to 5.5, and Gap 5 shrinks from −1.3 to −0.8. Gap 4 and the "
        "over-promise index stay: the promises are still not kept. The −0.8 that is left does not "
        "come from them.",
    ),
    Task(
        "Set φ back to 0.5. Rewrite promise 2, the check-in, to 4.4: what is delivered. Which gap "
        "closes, and which stays?",
        "Gap 4 of the check-in closes, and the index falls from 1.7 to 1.1. Gap 3 stays at −1.5. "
        "New words change no work: the queue is as long as before.",
    ),
    Task(
        "Rewrite promise 1, and let each point less keep 5 of 100 guests away. How far can you "
        "lower it while at least 90 still book? Does Gap 4 still count there?",
        "To 5.0, two points less. Gap 4 is then −0.6 and still counts. To close it, you must "
        "accept fewer guests or deliver more.",
    ),
    Task(
        "Now take a case of your own, or keep the supplied one. Write your answer in about 150 "
        "words. Then compare it with the model answer and score it."
    ),
)

TEACHING = Teaching(
    prompt="Describe a time you experienced Gap 4. What was promised, where and in which words, "
    "and what did you receive? Say why it is Gap 4, what caused it inside the firm, and what the "
    "firm should do and promise instead. You may use Hotel Yasen in place of a case of your own; "
    "then say so.",
    rubric={
        "account": "Promise and delivery are both documented, and can be compared. If the case is "
        "the supplied one, the answer says so.",
        "gap": "Gap 4 (delivery against promise) is told from Gap 3 (delivery against standard), "
        "with a reason.",
        "cause": "At least one cause inside the firm is explained, and it fits Gap 4.",
        "remedy": "The remedy is realistic, fits the cause, and includes the promise rewritten.",
    },
    model_answer=(
        "I use the supplied case. In 2026 the website of Hotel Yasen said: “Quiet nights, always.” "
        "A couple paid 180 euros for a night, got a street-side room and heard traffic. On a scale "
        "from 1 to 7 the sentence promises 7.0, and eight audit visits found 4.4. So Gap 4, "
        "delivery minus promise, is −2.6.",
        "It is hardly Gap 3. The only standard says that reception acts within 15 minutes of a "
        "call about noise in the hotel. It stands at 4.6, so delivery is just 0.2 below it. The "
        "staff kept their rule, but the rule says nothing of traffic (that is Gap 2). The promise "
        "was wrong, not the work. It also raised expectations. In the whole audit, if promises "
        "move guests half of the way, E rises from 5.5 to 6.0, and Gap 5 grows from −0.8 to −1.3.",
        "The cause lies inside the hotel. Viktor in marketing wrote “always” to sell weekends, "
        "because rivals write “silence”. He did not ask reception, where the complaints arrive. So "
        "nobody who knew the nights ever saw the sentence before guests did.",
        "I would write: “Courtyard rooms are quiet after ten. In street-side rooms you hear "
        "traffic. Choose when you book.” I rate that at about 4.5, and a guest can check it. "
        "Operations approve every text first, and a courtyard guest who is woken by traffic does "
        "not pay for the night. If each point less keeps 4 of 100 guests away, 90 still book. That "
        "is a cost, but those who come know what they buy. The street stays loud: only new windows "
        "change that.",
    ),
    misconceptions=(
        (
            "“Gap 4 means that the service was bad.”",
            "The service may meet its standard. In Gap 4 the promise does not fit what is "
            "delivered.",
        ),
        (
            "“A positive gap is always good.”",
            "Who promises far too little loses guests before they come. And what surprises a guest "
            "today is expected next time.",
        ),
        (
            "“A gap of −2.6 means the same in every book.”",
            "Here Gap 4 is delivery minus promise, so negative is an over-promise. Some books "
            "subtract the other way round.",
        ),
        (
            "“Add Gap 3 and Gap 4, and you have a part of Gap 5.”",
            "Gap 5 depends on the others but is not their sum. Gap 4 works on what guests expect "
            "and on how they see what they get.",
        ),
    ),
    honesty="The hotel is invented and its figures are synthetic; the 180 euros, the 5.5 and the "
    "six-year-old photographs were added for this exercise. That half a point counts as a gap, the "
    "over-promise index, the formula with φ, the share of the price and the guests who stay away "
    "are constructs and assumptions of this course. No study gives these numbers. Published: the "
    "five gaps (Parasuraman, Zeithaml and Berry, 1985). The lists of causes and remedies follow "
    "the article of 1988 by the same authors, but are still to be checked against it line by line. "
    "We keep perception still when a promise is rewritten; in truth it may move, too.",
    words=80,
)
