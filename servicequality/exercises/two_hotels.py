"""Two hotels on one street: what a lower price and what better service do to share and revenue."""

from __future__ import annotations

from typing import Any

from servicequality.charts.plan_bars import plan_bars
from servicequality.core.numbers import compare
from servicequality.declare import (
    Chart,
    Choice,
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
)
from servicequality.model.two_hotels import lead, left_per_room, rooms_sold, same_share_price, share

# Both hotels on the evening before anything changes, and the street around them.
PRICE, SERVICE = 100.0, 5.0
ROOMS, WANTED = 84.0, 110.0


def compute(values: dict[str, Any]) -> dict[str, Any]:
    """No change, the plan, and the price that wins the plan's share: share, rooms, euros a room."""
    price, service = values["price"], values["service"]
    worth, spread = values["worth"], values["spread"]
    rival_price, rival_service = PRICE, SERVICE
    if values["rival"] == "price" and compare(price, PRICE) < 0:
        rival_price = price
    if values["rival"] == "service" and compare(service, SERVICE) > 0:
        rival_service = service

    def night(name: str, own_price: float, own_service: float, cost: float) -> dict[str, Any]:
        euros = lead(own_service, own_price, rival_service, rival_price, worth)
        part = share(euros, spread)
        sold = rooms_sold(part, WANTED, ROOMS)
        return {
            "plan": name,
            "price": own_price,
            "share": 100 * part,
            "sold": sold,
            "left": left_per_room(own_price, cost, sold, ROOMS),
        }

    by_price = same_share_price(price, service, SERVICE, worth)
    plan = night("plan", price, service, values["cost"])
    alone = night("price", by_price, SERVICE, 0.0)
    half = rooms_sold(0.5, WANTED, ROOMS)
    unchanged: dict[str, Any] = {
        "plan": "unchanged",
        "price": PRICE,
        "share": 50.0,
        "sold": half,
        "left": left_per_room(PRICE, 0.0, half, ROOMS),
    }
    rows = [unchanged, plan, alone]
    answered = compare(rival_price, PRICE) != 0 or compare(rival_service, SERVICE) != 0
    return {
        "left": plan["left"],
        "left_unchanged": unchanged["left"],
        "left_alone": alone["left"],
        "share": plan["share"],
        "by_price": by_price,
        "verdict": ["less", "same", "more"][compare(plan["left"], unchanged["left"]) + 1],
        "trade": ["cheaper", "same", "dearer"][compare(by_price, price) + 1],
        "answer": "yes" if answered else "no",
        "full": "yes" if compare(plan["sold"], ROOMS) == 0 else "no",
        "rows": rows,
        "bars": [{"plan": row["plan"], "left": row["left"]} for row in rows],
    }


EUROS = Number(decimals=1)
WHOLE = Number()
PLANS = {"unchanged": "No change", "plan": "Your plan", "price": "Price alone"}
VERDICT = (
    "{share}% of the guests choose Hotel Yasen. A room leaves {left} euros a night. "
    "If Hotel Yasen changes nothing, it is {left_unchanged}: "
)

EXERCISE = Exercise(
    id="two-hotels",
    title="Two hotels on one street",
    question="Hotel Bor opens across the street: the same rooms, the same service, the same price. "
    "How does Hotel Yasen win guests, and how much money is left then?",
    teaches=("I2", "X2", "CO14"),
    minutes=8,
    done_with=("conclusion",),
    tasks=(
        Task(
            "The sliders show Petar’s plan: service of 6.0 for 10 euros a room sold. Now "
            "Viktor’s: set service back to 5.0, its cost to 0 and the price to 85. Both win the "
            "same share. Why do they not leave the same money?",
            "Each wins 67.9% of the guests. Petar’s plan leaves 80.0 euros, Viktor’s 75.6. "
            "Both are paid on every night sold, also for guests who would have come anyway. The "
            "price cut takes 15 euros of each night, the better service 10.",
        ),
        Task(
            "Go back to Petar’s plan. How much may the better service cost a night until it leaves "
            "no more than Viktor’s price cut?",
            "15 euros for each night sold: then a room leaves 75.6 euros too. One point is worth "
            "15 euros to these guests. In this model service beats the price cut as long as it "
            "costs less than it is worth to the guest.",
        ),
        Task(
            "Let Hotel Bor answer: first Viktor’s price of 85, matched; then Petar’s service of "
            "6.0 for 10 euros, matched. What is left of each plan?",
            "Half of the guests, and less money than the 65.5 that are left if Hotel Yasen changes "
            "nothing: 55.7 euros with the matched price, 58.9 with the matched service. Service as "
            "such is not the advantage. It is one as long as the neighbour cannot copy it. And "
            "the two are close: if the ten euros had to be paid for all 84 rooms, sold or not, "
            "matched service would leave 55.5.",
        ),
    ),
    groups=(
        Group(
            "Hotel Yasen",
            (
                Slider("price", "Price", 70, 130, 1, 100, unit="euros a night"),
                Slider(
                    "service",
                    "Service, as guests rate it",
                    1,
                    7,
                    0.1,
                    6.0,
                    help="One rating of the whole service from 1 to 7.",
                ),
                Slider(
                    "cost",
                    "What better service costs for each room sold",
                    0,
                    40,
                    1,
                    10,
                    unit="euros a night",
                    help="You decide: the model does not know what a point of service costs. It "
                    "lets the cost grow with the rooms sold. Windows cost the same in an empty "
                    "house.",
                ),
            ),
        ),
        Group(
            "The guests",
            (
                Slider(
                    "worth",
                    "What one point of service is worth to a guest",
                    0,
                    20,
                    1,
                    15,
                    unit="euros a night",
                    help="What guests are able and ready to pay for it.",
                ),
                Slider(
                    "spread",
                    "How much guests differ",
                    5,
                    60,
                    1,
                    20,
                    unit="euros",
                    help="Low: nearly all take the better offer. High: habit and taste decide.",
                ),
            ),
        ),
        Group(
            "Hotel Bor",
            (
                Choice(
                    "rival",
                    "How it answers",
                    {
                        "nothing": "not at all",
                        "price": "it matches a lower price",
                        "service": "it matches better service",
                    },
                    "nothing",
                ),
            ),
            text="A model with invented figures, not a finding. Each hotel has 84 rooms. Together "
            "they are asked for 110 rooms a night, whatever the price. Hotel Bor starts at 100 "
            "euros and 5.0.",
        ),
        Group(
            "Your conclusion",
            (
                LongText(
                    "conclusion",
                    "Which plan would you choose, and what must be true for it to work?",
                    help="For your own notes. Nobody grades this.",
                ),
            ),
        ),
    ),
    compute=compute,
    views=(
        Figure(
            "left",
            "left",
            "What a room leaves a night",
            EUROS,
            "euros",
            "Price minus the cost of better service, averaged over all 84 rooms, sold or not. "
            "Without that cost hotels call it revenue per available room (RevPAR). Cleaning, "
            "laundry and commission are not taken off.",
        ),
        Sentence(
            "verdict",
            "verdict",
            {
                "less": VERDICT + "the plan leaves less.",
                "same": VERDICT + "the plan leaves the same.",
                "more": VERDICT + "the plan leaves more.",
            },
            {
                "share": Value("share", EUROS),
                "left": Value("left", EUROS),
                "left_unchanged": Value("left_unchanged", EUROS),
            },
        ),
        Sentence(
            "trade",
            "trade",
            {
                "cheaper": "With service as it is today, a price of {by_price} euros would win the "
                "same share.",
                "same": "",
                "dearer": "Guests rate the service lower than today. With today’s service, a price "
                "of {by_price} euros would keep the same share.",
            },
            {"by_price": Value("by_price", EUROS)},
        ),
        Sentence(
            "full",
            "full",
            {"yes": "Hotel Yasen is full. Who comes now finds no room.", "no": ""},
        ),
        Sentence(
            "answer",
            "answer",
            {
                "yes": "Hotel Bor has answered. Its offer is no longer the one it opened with.",
                "no": "",
            },
        ),
        Chart(
            "left_chart",
            "bars",
            "What a room leaves a night",
            plan_bars,
            "Three bars: no change {left_unchanged} euros, your plan {left} euros, and "
            "{left_alone} euros if price alone had to win the same share.",
            values={
                "left": Value("left", EUROS),
                "left_unchanged": Value("left_unchanged", EUROS),
                "left_alone": Value("left_alone", EUROS),
            },
            words={"plan": PLANS},
            texts={"axis": "Euros a room and night"},
        ),
        Table(
            "plans",
            "rows",
            "Price, share of the guests and rooms sold",
            (
                Column("plan", "Plan", words=PLANS),
                Column("price", "Price, euros", style=EUROS),
                Column("share", "Guests, %", style=EUROS),
                Column("sold", "Rooms sold", style=EUROS),
            ),
        ),
    ),
    announce="verdict",
)
