"""Two reports on two guests: what a lifetime value depends on, and when two can be compared."""

from __future__ import annotations

from typing import Any

from servicequality.charts.value_years import value_years
from servicequality.core.numbers import compare
from servicequality.declare import (
    Chart,
    Choice,
    Column,
    Exercise,
    Group,
    LongText,
    Number,
    Sentence,
    Slider,
    Table,
    Task,
    Value,
)
from servicequality.declare.fields import Field
from servicequality.model.label_places import label_places
from servicequality.model.lifetime_value import (
    break_even_retention,
    expected_lifetime,
    finite_value,
    lifetime_value,
    multiple,
)

YEARS = 12


def compute(values: dict[str, Any]) -> dict[str, Any]:
    """The lifetime value of two guests by their own conventions and by both, and their years."""
    discount = values["discount"] / 100
    found: dict[str, Any] = {"discount": values["discount"]}
    both: dict[str, Any] = {}
    lines: dict[str, Any] = {}
    for guest in ["couple", "health"]:
        margin, retention = float(values["margin_" + guest]), values["retention_" + guest] / 100
        cost = float(values["acquisition_" + guest])
        convention = values["convention_" + guest]
        now = convention == "now"
        value = lifetime_value(margin, retention, discount, now, cost)
        found["value_" + guest] = value
        found["margin_" + guest] = margin
        found["cost_" + guest] = cost
        found["retention_" + guest] = retention
        found["multiple_" + guest] = multiple(retention, discount, now)
        found["convention_" + guest] = convention
        found["stay_" + guest] = expected_lifetime(retention)
        # The stay that was won counts here, whatever the report counts.
        needed = break_even_retention(margin, cost, discount, True)
        found["needed_" + guest] = 0.0 if needed is None else 100 * needed
        if needed is None:
            found["pays_" + guest] = "never"
        else:
            found["pays_" + guest] = "always" if compare(needed, 0.0) <= 0 else "from"
        both[guest] = [
            lifetime_value(margin, retention, discount, False, cost),
            lifetime_value(margin, retention, discount, True, cost),
        ]
        start = margin - cost if now else 0.0 - cost
        so_far = []
        for year in range(YEARS + 1):
            so_far.append(start + finite_value(margin, retention, discount, year) + 0.0)
        lines[guest] = so_far
    same = found["convention_couple"] == found["convention_health"]
    order = compare(found["value_couple"], found["value_health"])
    side = 1 if found["convention_couple"] == "now" else 0
    fair = compare(both["couple"][side], both["health"][side])
    if same:
        verdict = ["health", "same", "couple"][order + 1]
    else:
        verdict = "mixed_turned" if order * fair < 0 else "mixed"
    rows = []
    for year in range(YEARS + 1):
        rows.append({"year": year, "first": lines["couple"][year], "second": lines["health"][year]})
    ends = [lines["couple"][-1], lines["health"][-1]]
    every = lines["couple"] + lines["health"]
    low, high = min(every), max(every)
    # Names need room where both lines lie flat.
    apart = 0.09 * max(high - low, 1.0)
    places = label_places(ends, apart, low, max(high, low + 2 * apart))
    rows[-1]["first_label"], rows[-1]["second_label"] = places[0], places[1]
    table = []
    for name, position in [["later", 0], ["now", 1]]:
        table.append(
            {
                "convention": name,
                "couple": both["couple"][position],
                "health": both["health"][position],
            }
        )
    table.append(
        {
            "convention": "apart",
            "couple": both["couple"][1] - both["couple"][0],
            "health": both["health"][1] - both["health"][0],
        }
    )
    found["apart"] = abs(found["value_couple"] - found["value_health"])
    found["verdict"] = verdict
    found["fair"] = ["health", "same", "couple"][fair + 1]
    found["rows"] = rows
    found["table"] = table
    return found


CONVENTIONS = {"later": "No: next year’s is the first", "now": "Yes: this year’s counts too"}
EUROS, ONE, THREE = Number(), Number(decimals=1), Number(decimals=3)


def guest_fields(guest: str, margin: int, retention: int, cost: int, now: str) -> tuple[Field, ...]:
    """What is known of a guest, and how the report on the guest counts."""
    return (
        Slider(f"margin_{guest}", "Margin of a year", 0, 600, 10, margin, "€", whole=True),
        Slider(f"retention_{guest}", "Retention", 0, 95, 1, retention, "% a year", whole=True),
        Slider(f"acquisition_{guest}", "Cost to win the guest", 0, 300, 10, cost, "€", whole=True),
        Choice(
            f"convention_{guest}",
            "Does this year’s margin count in the report?",
            CONVENTIONS,
            now,
            buttons=True,
        ),
    )


def formula(guest: str) -> Sentence:
    """The formula by which a report counts, with its numbers."""
    told = {
        "later": "CLV = m × r ÷ (1 + i − r), less the cost to win the guest. The first margin that "
        "counts is next year’s. Each euro of margin m is worth {multiple} euros: {multiple} × "
        "{margin} − {cost} = {value} euros.",
        "now": "CLV = m × (1 + i) ÷ (1 + i − r), less the cost to win the guest. This year’s "
        "margin counts too. Each euro of margin m is worth {multiple} euros: {multiple} × {margin} "
        "− {cost} = {value} euros.",
    }
    heads = {"couple": "Viktor, spa couple: ", "health": "Elena, health-week guest: "}
    return Sentence(
        f"formula_{guest}",
        f"convention_{guest}",
        {key: heads[guest] + text for key, text in told.items()},
        {
            "multiple": Value(f"multiple_{guest}", THREE),
            "margin": Value(f"margin_{guest}", EUROS),
            "cost": Value(f"cost_{guest}", EUROS),
            "value": Value(f"value_{guest}", EUROS),
        },
    )


def pays(guest: str, name: str) -> Sentence:
    """From which retention on a guest earns back what it cost to win the guest."""
    told = {
        "from": "{stay} years on average. This year’s margin counted, the cost to win the guest "
        "comes back from a retention of {needed}% on.",
        "always": "{stay} years on average. This year’s margin alone covers the cost to win the "
        "guest.",
        "never": "{stay} years on average. The cost to win the guest never comes back.",
    }
    return Sentence(
        f"pays_{guest}",
        f"pays_{guest}",
        {key: f"{name} stays {text}" for key, text in told.items()},
        {"stay": Value(f"stay_{guest}", ONE), "needed": Value(f"needed_{guest}", ONE)},
    )


EXERCISE = Exercise(
    id="lifetime-values",
    title="Two reports on two guests",
    question="Viktor reports on spa couples, Elena on guests of her health weeks. Who is worth "
    "more to Hotel Yasen?",
    teaches=("ADD7",),
    minutes=10,
    done_with=("conclusion_lifetime",),
    tasks=(
        Task(
            "Read the two values at the start: 255 and 350 euros. Now let both reports count in "
            "the same way, first one, then the other. Who is worth more?",
            "The couple, both times: 255 against 50 euros if next year’s margin is the first, 435 "
            "against 350 if this year’s counts too. Only the mixture put the health-week guest "
            "in front. Viktor’s report has a fault of its own: it takes off the cost to win the "
            "couple and leaves out the stay that was won by it.",
        ),
        Task(
            "Let both count this year’s margin. Raise the discount rate from 10 to 20%. Who loses "
            "more, and why?",
            "The couple: from 435 to 372 euros, while the health-week guest falls from 350 to 334. "
            "The couple’s money comes later, and later money is discounted more.",
        ),
        Task(
            "Elena’s agent asks 300 euros to win a guest. This year’s margin counts. How much of "
            "the cost is back at once, and when would you pay that much for a couple?",
            "All of it: this year’s margin of 300 euros covers the 300, at any retention. A couple "
            "brings 180 this year, so the other 120 must come from later years. At 10%, that "
            "takes a retention of 44.0% or more.",
        ),
    ),
    groups=(
        Group(
            "Viktor: a spa couple who book directly",
            guest_fields("couple", 180, 70, 60, "later"),
            text="In chapter 1 a new couple costs 45 euros, the mean of all couples, with the "
            "commission of booking sites. Couples who book directly cost no commission; it takes "
            "60 euros of advertising and first discount to win them.",
        ),
        Group("Elena: a guest of a health week", guest_fields("health", 300, 35, 90, "now")),
        Group(
            "For both",
            (
                Slider(
                    "discount",
                    "Discount rate i",
                    0,
                    20,
                    1,
                    10,
                    "% a year",
                    "How much less money counts that comes a year later.",
                    whole=True,
                ),
            ),
            text="Synthetic figures. Margin, retention and discount rate stay the same every year.",
        ),
        Group(
            "Your conclusion",
            (
                LongText(
                    "conclusion_lifetime",
                    "What must a report say beside a lifetime value, so that you can use it?",
                    help="For your own notes. Nobody grades this.",
                ),
            ),
        ),
    ),
    compute=compute,
    views=(
        Sentence(
            "verdict",
            "verdict",
            {
                "couple": "Counted in the same way, the couple is worth {apart} euros more: "
                "{couple} against {health}.",
                "same": "Counted in the same way, both are worth the same: {couple} euros.",
                "health": "Counted in the same way, the health-week guest is worth {apart} euros "
                "more: {health} against {couple}.",
                "mixed": "{couple} euros for the couple and {health} for the health-week guest: "
                "the reports count differently, so the two numbers cannot be compared.",
                "mixed_turned": "{couple} euros for the couple and {health} for the health-week "
                "guest: the reports count differently. Counted as Viktor does, the order turns "
                "round.",
            },
            {
                "apart": Value("apart", EUROS),
                "couple": Value("value_couple", EUROS),
                "health": Value("value_health", EUROS),
            },
        ),
        formula("couple"),
        formula("health"),
        Chart(
            "years_chart",
            "rows",
            "What each guest has brought so far, in today’s money",
            value_years,
            "Two lines over twelve years, as each report counts. The couple’s runs towards "
            "{couple} euros, that of the health-week guest towards {health}.",
            values={
                "couple": Value("value_couple", EUROS),
                "health": Value("value_health", EUROS),
            },
            texts={
                "years": "Years from now",
                "axis": "Margins so far less cost to win, €",
                "first": "couple",
                "second": "health",
            },
        ),
        pays("couple", "A couple"),
        pays("health", "A health-week guest"),
        Table(
            "both",
            "table",
            "The same two guests by both conventions",
            (
                Column(
                    "convention",
                    "First margin that counts",
                    words={
                        "later": "Next year’s",
                        "now": "This year’s",
                        "apart": "Difference: one margin",
                    },
                ),
                Column("couple", "Couple, €", style=EUROS),
                Column("health", "Health week, €", style=EUROS),
            ),
        ),
    ),
    announce="verdict",
)
