"""Inviting complaints: hear more, perhaps solve a smaller share, and count who comes back."""

from __future__ import annotations

from typing import Any

from servicequality.charts.returning_pairs import returning_pairs
from servicequality.core.numbers import compare
from servicequality.declare import (
    Chart,
    Column,
    Exercise,
    Figure,
    Group,
    LongText,
    Number,
    Sentence,
    Slider,
    Table,
    Task,
    Value,
    YesNo,
)
from servicequality.model.complaints import (
    gain,
    kept,
    needed_to_earn,
    needed_when_invited,
    prevented_instead,
    returning,
)

PATHS = ["good", "unresolved", "silent"]


def compute(values: dict[str, Any]) -> dict[str, Any]:
    """Guests back now and once invited, the shares solved well that are needed, and the money.

    The two borders are held back (`hidden`) until the student asks for them.
    """
    failed = float(values["failed"])
    retentions = {
        "good": values["good"] / 100,
        "unresolved": values["unresolved"] / 100,
        "silent": values["silent"] / 100,
    }
    complain, solved = values["complain"] / 100, values["solved"] / 100
    invited, solved_then = values["invited"] / 100, values["solved_then"] / 100
    now = kept(failed, complain, solved, retentions)
    then = kept(failed, invited, solved_then, retentions)
    now_paths = returning(failed, complain, solved, retentions)
    then_paths = returning(failed, invited, solved_then, retentions)
    bars: list[dict[str, Any]] = []
    for path in PATHS:
        bars.append({"path": path, "when": "now", "guests": now_paths[path]})
        bars.append({"path": path, "when": "then", "guests": then_paths[path]})
    bars.append({"path": "together", "when": "now", "guests": now})
    bars.append({"path": "together", "when": "then", "guests": then})
    more = then - now
    recoveries = failed * (invited * solved_then - complain * solved)
    euros = gain(more, recoveries, values["value"], values["cost"], values["programme"])
    order = direction(more)
    result: dict[str, Any] = {
        "bars": bars,
        "heard_rows": [
            heard("now", failed, complain, solved),
            heard("then", failed, invited, solved_then),
        ],
        "now": now,
        "then": then,
        "more": more,
        "difference": abs(more),
        "failed": failed,
        "verdict": ["fewer", "same", "more"][order + 1],
        "euros": euros,
        "pays": ["loses", "even", "earns"][direction(euros) + 1],
        "amount": abs(euros),
    }
    if values["borders"]:
        result.update(border(needed_when_invited(complain, solved, invited, retentions)))
        before = {"failed": failed, "complain": complain, "solved": solved}
        money = {name: float(values[name]) for name in ("value", "cost", "programme")}
        earning = border(needed_to_earn(before, invited, retentions, money))
        result["earning"] = earning["border"]
        if "needed" in earning:
            result["needed_to_earn"] = earning["needed"]
    else:
        result["border"] = "hidden"
        result["earning"] = "hidden"
    smooth = values["smooth"] / 100
    result["paradox"] = "assumed" if compare(retentions["good"], smooth) > 0 else "not"
    instead = prevented_instead(more, smooth, now / failed)
    if order <= 0:
        result["prevent"] = "none"
    elif instead is None:
        result["prevent"] = "odd"
    else:
        result["prevent"] = "some"
        result["prevented"] = instead
    return result


def direction(change: float) -> int:
    """-1, 0 or 1 as there are fewer, as many or more; half a guest or half a euro is no change."""
    if compare(change, 0.5) >= 0:
        return 1
    return -1 if compare(change, -0.5) <= 0 else 0


def heard(when: str, failed: float, complain: float, solved: float) -> dict[str, Any]:
    """A row of the table: complaints, how many of them are solved well, and who says nothing."""
    complaints = failed * complain
    return {
        "when": when,
        "complaints": complaints,
        "recovered": complaints * solved,
        "silent": failed - complaints,
    }


def border(needed: float | None) -> dict[str, Any]:
    """What is to be said of a share solved well from which something holds, and it in per cent."""
    if needed is None:
        return {"border": "no_gain"}
    if compare(needed, 1.0) > 0:
        state = "never"
    else:
        state = "always" if compare(needed, 0.0) <= 0 else "some"
    return {"border": state, "needed": 100 * needed}


def share(name: str, label: str, default: int, help: str = "", minimum: int = 0) -> Slider:
    """A slider for a share of guests or complaints."""
    return Slider(name, label, minimum, 100, 1, default, "%", help, whole=True)


WHOLE, ONE = Number(), Number(decimals=1)
SIGNED = Number(signed=True)
WHEN = {"now": "As it is now", "then": "With the card"}

EXERCISE = Exercise(
    id="invite-complaints",
    title="A card in every room",
    question="Hotel Yasen puts a card into every room: “Something wrong? Tell us tonight.” Twice "
    "as many guests complain. Does the hotel keep more of them?",
    teaches=("X11", "X6b", "ADD6"),
    minutes=10,
    done_with=("conclusion_card",),
    tasks=(
        Task(
            "At the start twice as many guests complain, and the same people solve as many cases "
            "as before. So the share that is solved well falls from 50% to 25%, and the card loses "
            "48 guests. Calculate first: from which share on does it keep more guests than now? "
            "Test your result with the slider, then show the two borders.",
            "960 · (0.75 s + 0.30 · (1 − s)) + 640 · 0.40 = 700 gives 432 s = 156, so s is about "
            "36.1%. At 36% the card changes next to nothing, at 37% it keeps a few more guests. To "
            "earn money it needs more, about 44.3%, because good recoveries and the card cost "
            "something too. At 40% it keeps 17 guests more and loses 4,920 euros.",
        ),
        Task(
            "Now give reception the authority and the time to solve half of all complaints: 50% "
            "again. How many more guests does the card keep, and does it earn money?",
            "It keeps 60 guests more, 760 instead of 700. They are worth 24,000 euros. Less 14,400 "
            "for 240 more good recoveries and 3,000 for the card, it earns 6,600 euros. (If each "
            "guest came back for one year only and left 180 euros, as a couple do, the card would "
            "lose 6,600 euros.) "
            "Preventing 166 of the 1,600 failures would keep as many guests; what that would cost, "
            "the explorer does not know.",
        ),
        Task(
            "Leave it at 50%. Raise the return of guests who say nothing to 60%. What happens, and "
            "in which hotel could this be so?",
            "The card loses 36 guests: 888 instead of 924. Where silent guests mostly come back, "
            "perhaps because the failures are small or there is no other hotel, half of the "
            "complaints solved well is not enough. A good answer still keeps more guests than "
            "silence, 75% against 60%; but now 58.3% of all complaints would have to be solved "
            "well.",
        ),
    ),
    groups=(
        Group(
            "Now",
            (
                Slider(
                    "failed",
                    "Guests who meet a failure, in a year",
                    50,
                    4000,
                    50,
                    1600,
                    help="An estimate: one guest in five of about 8,000, with one failure each. "
                    "Tour groups are left out: their guide complains for them.",
                    whole=True,
                ),
                share(
                    "complain", "Of these: complain", 30, "An assumption. One complaint a guest."
                ),
                share("solved", "Complaints solved well", 50, "The log of 2025: 240 of 480."),
            ),
        ),
        Group(
            "With the card",
            (
                share("invited", "Guests with a failure who complain", 60, minimum=1),
                share(
                    "solved_then",
                    "Complaints solved well",
                    25,
                    "The same staff, twice as many complaints.",
                ),
            ),
        ),
        Group(
            "Who comes back within a year",
            (
                share("smooth", "After a stay without a failure", 80, "An assumption."),
                share("good", "After a complaint solved well", 75, "The log: 180 of 240."),
                share("unresolved", "After a complaint not solved", 30, "The log: 72 of 240."),
                share(
                    "silent",
                    "After a failure and no complaint",
                    40,
                    "An assumption. No log shows them.",
                ),
            ),
            text="The log shows who came back. That they came back because of the answer is an "
            "assumption. If easy problems are both solved and forgiven, a good answer does less "
            "than it seems, and the card needs more of them. A second assumption: guests who speak "
            "only because of the card come back like those who spoke without it. If they are less "
            "angry, a bad answer loses fewer of them, and the card does better than here.",
        ),
        Group(
            "Money",
            (
                Slider(
                    "value",
                    "Worth of a guest who comes back",
                    0,
                    2000,
                    20,
                    400,
                    "€",
                    "What the hotel earns on one guest from the return on, over all years, after "
                    "the costs of the stays. An assumption, as in the ledger of chapter 5. One "
                    "year of a couple is 180 euros.",
                ),
                Slider("cost", "Cost of one good recovery", 0, 400, 5, 60, "€"),
                Slider("programme", "Cost of cards and calls in a year", 0, 30000, 500, 3000, "€"),
            ),
        ),
        Group(
            "Two borders",
            (
                YesNo(
                    "borders",
                    "Show from which share on the card keeps more guests, and earns money",
                    help="Calculate the first one before you look.",
                ),
            ),
            shows=("border", "earning"),
        ),
        Group(
            "Your conclusion",
            (
                LongText(
                    "conclusion_card",
                    "What must be in place before the card goes into the rooms?",
                    help="For your own notes. Nobody grades this.",
                ),
            ),
        ),
    ),
    compute=compute,
    revealed={"borders": True},
    views=(
        Figure(
            "more",
            "more",
            "Guests kept by the card",
            SIGNED,
            "guests a year",
            "Negative means that the card loses guests.",
        ),
        Sentence(
            "verdict",
            "verdict",
            {
                "fewer": "Of {failed} guests with a failure, {now} come back now and {then} with "
                "the card. The hotel invites complaints and loses {difference} guests.",
                "same": "Of {failed} guests with a failure, {now} come back with and without the "
                "card. It changes next to nothing.",
                "more": "Of {failed} guests with a failure, {now} come back now and {then} with "
                "the card. It keeps {difference} guests more.",
            },
            {
                "failed": Value("failed", WHOLE),
                "now": Value("now", WHOLE),
                "then": Value("then", WHOLE),
                "difference": Value("difference", WHOLE),
            },
        ),
        Sentence(
            "border",
            "border",
            {
                "hidden": "",
                "some": "The card keeps more guests than now once more than {needed}% of all "
                "complaints are solved well.",
                "never": "With these numbers not even solving every complaint would make the card "
                "keep more guests.",
                "always": "With these numbers the card keeps more guests whatever share is solved.",
                "no_gain": "You assume that a good recovery keeps no more guests than none. Then "
                "there is no share from which the card keeps more.",
            },
            {"needed": Value("needed", ONE)},
        ),
        Sentence(
            "earning",
            "earning",
            {
                "hidden": "",
                "some": "The card earns money once more than {needed}% are solved well.",
                "never": "With these numbers not even solving every complaint would make the card "
                "earn money.",
                "always": "With these numbers the card earns money whatever share is solved.",
                "no_gain": "With your numbers a good recovery costs as much as it is worth, or "
                "more. Then there is no share from which the card earns money.",
            },
            {"needed": Value("needed_to_earn", ONE)},
        ),
        Chart(
            "paths",
            "bars",
            "Guests who come back after a failure",
            returning_pairs,
            "Two bars for each way a failure can end, now and with the card. Together {now} come "
            "back now, and {then} with the card.",
            values={"now": Value("now", WHOLE), "then": Value("then", WHOLE)},
            words={
                "path": {
                    "good": "Solved well",
                    "unresolved": "Not solved",
                    "silent": "Said nothing",
                    "together": "Together",
                },
                "when": WHEN,
            },
            texts={
                "axis": "Guests who come back",
                "first": "As it is now",
                "second": "With the card",
            },
        ),
        Sentence(
            "pays",
            "pays",
            {
                "loses": "In money the card loses {amount} euros a year.",
                "even": "In money the card neither earns nor loses.",
                "earns": "In money the card earns {amount} euros a year.",
            },
            {"amount": Value("amount", WHOLE)},
        ),
        Sentence(
            "prevent",
            "prevent",
            {
                "some": "Preventing {prevented} of the {failed} failures would keep as many guests "
                "as the card does.",
                "odd": "With your numbers a failure costs no guest. Is that believable?",
                "none": "",
            },
            {"prevented": Value("prevented", WHOLE), "failed": Value("failed", WHOLE)},
        ),
        Sentence(
            "paradox",
            "paradox",
            {
                "assumed": "You assume a recovery paradox: more guests return after a good "
                "recovery than after a stay without a failure. Then the hotel should fail more "
                "often. A meta-analysis found no such effect on the intention to buy again.",
                "not": "",
            },
        ),
        Table(
            "heard",
            "heard_rows",
            "What the hotel hears, in a year",
            (
                Column("when", "Situation", words=WHEN),
                Column("complaints", "Complaints", style=WHOLE),
                Column("recovered", "Solved well", style=WHOLE),
                Column("silent", "Silent", style=WHOLE),
            ),
        ),
    ),
    announce="verdict",
)
