"""Delivered value: what two guests get, what they give up, and two ways to compare it."""

from __future__ import annotations

from typing import Any

from servicequality.charts.value_steps import value_steps
from servicequality.core.numbers import compare
from servicequality.declare import (
    Chart,
    Column,
    Exercise,
    Figure,
    Group,
    LongText,
    Number,
    Rows,
    Sentence,
    Slider,
    Table,
    Task,
    Value,
)
from servicequality.model.delivered_value import (
    delivered_value,
    total_cost,
    total_value,
    unseen_share,
    value_per_cost,
)


def compute(values: dict[str, Any]) -> dict[str, Any]:
    """Delivered value of both guests in euros, who has more by difference and by ratio."""
    result: dict[str, Any] = {}
    summary, reach = [], [0.0]
    for guest in ["couple", "business"]:
        amounts = {}
        for row in values["account"]:
            amounts[row["id"]] = row[guest]
        time = amounts["hours"] * amounts["hour_worth"]
        value = total_value(amounts["core"], amounts["system"], amounts["image"])
        cost = total_cost(amounts["money"], time, amounts["effort"], amounts["strain"])
        kept = delivered_value(value, cost)
        unseen = unseen_share(amounts["money"], cost)
        steps = [{"step": "value", "start": 0.0, "end": value, "amount": value, "cost": 0}]
        left = value
        for part in ["money", "time", "effort", "strain"]:
            amount = time if part == "time" else amounts[part]
            bar = {"step": part, "start": left - amount, "end": left, "amount": -amount}
            bar["cost"] = 1
            steps.append(bar)
            left = left - amount
        steps.append({"step": "kept", "start": 0.0, "end": kept, "amount": kept, "cost": 0})
        reach.append(value)
        reach.append(kept)
        result[guest] = kept
        result[guest + "_ratio"] = value_per_cost(value, cost)
        result[guest + "_steps"] = steps
        summary.append(
            {
                "guest": guest,
                "value": value,
                "cost": cost,
                "unseen": 0.0 if unseen is None else unseen,
            }
        )
    for guest in ["couple", "business"]:
        for step in result[guest + "_steps"]:
            step["lowest"] = min(reach)
            step["highest"] = max(reach)
    result["summary"] = summary
    order = compare(result["couple"], result["business"])
    result["verdict"] = ["business", "same", "couple"][order + 1]
    result["by_ratio"] = by_ratio(result["couple_ratio"], result["business_ratio"], order)
    return result


def by_ratio(couple: float | None, business: float | None, order: int) -> str:
    """Whether division ranks the two guests as subtraction does (`order`)."""
    if couple is None or business is None:
        return "none"
    divided = compare(couple, business)
    if divided == order:
        return "agrees"
    if divided == 0 or order == 0:
        return "tie"
    return "opposite"


def line(item: str, couple: float, business: float) -> dict[str, Any]:
    """A row of the account: the same entry for both guests."""
    return {"id": item, "couple": couple, "business": business}


EUROS = Number(decimals=1)
RATIO = Number(decimals=2)
STEPS = {
    "value": "Total value",
    "money": "Money",
    "time": "Time",
    "effort": "Effort",
    "strain": "Strain",
    "kept": "Delivered value",
}


def steps_chart(guest: str, title: str) -> Chart:
    """The bars of one guest."""
    return Chart(
        f"{guest}_chart",
        f"{guest}_steps",
        title,
        value_steps,
        "Each cost is taken off the total value. {kept} euros remain.",
        values={"kept": Value(guest, EUROS)},
        words={"step": STEPS},
        texts={"axis": "Euros, as this guest counts them"},
    )


EXERCISE = Exercise(
    id="delivered-value",
    title="Delivered-value calculator",
    question="A spa couple and a business traveller stayed at the same hotel. What remains for "
    "each, and can the two be compared?",
    teaches=("T6", "T7", "T14"),
    minutes=8,
    done_with=("conclusion",),
    tasks=(
        Task(
            "Give the couple a quiet night: set their strain to 0. How much does their delivered "
            "value rise? Which price cut would do the same for them?",
            "It rises from 25 to 50 euros. A price that is 25 euros lower does the same for this "
            "couple. For the hotel the two need not cost the same. The price cut costs 25 euros "
            "at every stay. What the windows cost for each stay, somebody must work out.",
        ),
        Task(
            "The couple keep more euros than the business traveller. Now read the sentence about "
            "the ratio. Why does it put them in the opposite order?",
            "The couple get 300 for 275, the traveller 140 for 120. 25 is more than 20, but 1.17 "
            "is more than 1.09. The difference grows when everything is larger. The ratio does not "
            "see how many euros remain.",
        ),
        Task(
            "The firm pays the traveller’s bill. Set her money to 0. What happens, and what does "
            "it tell you about the night that she will choose next time?",
            "She keeps 100 euros, and all of her cost is on no bill. A lower price can no "
            "longer win her. Working Wi-Fi and a right invoice can. The firm has an account of its "
            "own, and its money is in it.",
        ),
    ),
    groups=(
        Group(
            "What each guest gets and gives up",
            (
                Rows(
                    "account",
                    "Account of two stays",
                    {
                        "core": "Value of the core product, €",
                        "system": "Value of the delivery system, €",
                        "image": "Value of the image, €",
                        "money": "Money paid, €",
                        "hours": "Time given up, hours",
                        "hour_worth": "Worth of one hour, €",
                        "effort": "Effort, as a cost, €",
                        "strain": "Strain, as a cost, €",
                    },
                    (
                        Slider("couple", "Spa couple", 0, 1000, 0.5, 200),
                        Slider("business", "Business traveller", 0, 1000, 0.5, 90),
                    ),
                    (
                        line("core", 200, 90),
                        line("system", 70, 45),
                        line("image", 30, 5),
                        line("money", 210, 80),
                        line("hours", 5, 1),
                        line("hour_worth", 6, 25),
                        line("effort", 10, 5),
                        line("strain", 25, 10),
                    ),
                    help="Ask what a guest would pay at most to have this, or to be spared it.",
                ),
            ),
            text="Synthetic figures. The couple drove far, stood in the Friday queue and slept "
            "badly in a street-side room. The traveller lost an hour to weak Wi-Fi and a wrong "
            "invoice.",
        ),
        Group(
            "Your conclusion",
            (
                LongText(
                    "conclusion",
                    "Which cost of which guest would you lower first, and what would it take?",
                    help="For your own notes. Nobody grades this.",
                ),
            ),
        ),
    ),
    compute=compute,
    views=(
        Figure(
            "couple_kept",
            "couple",
            "Spa couple: customer delivered value",
            EUROS,
            "euros",
        ),
        Figure(
            "business_kept",
            "business",
            "Business traveller: customer delivered value",
            EUROS,
            "euros",
        ),
        Sentence(
            "verdict",
            "verdict",
            {
                "couple": "The larger difference is the couple’s: {couple} euros remain for them, "
                "and {business} for the traveller, each counted in their own euros.",
                "business": "The larger difference is the traveller’s: {business} euros remain for "
                "her, and {couple} for the couple, each counted in their own euros.",
                "same": "The difference is the same: {couple} euros remain for each, counted in "
                "their own euros.",
            },
            {"couple": Value("couple", EUROS), "business": Value("business", EUROS)},
        ),
        Sentence(
            "by_ratio",
            "by_ratio",
            {
                "opposite": "The ratio turns the order round: {couple_ratio} for the couple and "
                "{business_ratio} for the traveller. That is what each got for one euro given up.",
                "agrees": "The ratio ranks them in the same way: {couple_ratio} for the couple and "
                "{business_ratio} for the traveller.",
                "tie": "The ratios are {couple_ratio} for the couple and {business_ratio} for the "
                "traveller. One of the two ways finds no difference between them.",
                "none": "A guest who gives up nothing has no ratio.",
            },
            {
                "couple_ratio": Value("couple_ratio", RATIO),
                "business_ratio": Value("business_ratio", RATIO),
            },
        ),
        steps_chart("couple", "Spa couple: from total value to delivered value"),
        steps_chart("business", "Business traveller: from total value to delivered value"),
        Table(
            "summary",
            "summary",
            "Total value, total cost in euros, and the share of cost that no bill shows",
            (
                Column(
                    "guest",
                    "Guest",
                    words={"couple": "Spa couple", "business": "Business traveller"},
                ),
                Column("value", "Value", EUROS),
                Column("cost", "Cost", EUROS),
                Column("unseen", "On no bill, %", Number()),
            ),
        ),
    ),
    announce="verdict",
)
