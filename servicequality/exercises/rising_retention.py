"""Retention that rises: one constant rate against a model of customers who differ."""

from __future__ import annotations

from typing import Any

from servicequality.charts.kept_customers import kept_customers
from servicequality.content import load
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
from servicequality.model.label_places import label_places
from servicequality.model.lifetime_value import lifetime_value
from servicequality.model.rising_retention import (
    constant_retention,
    constant_shares,
    fit,
    kept_shares,
    value_of_kept,
    yearly_retention,
)

# With fewer years the fit has no meaning: retention first falls, then rises.
FEWEST, MOST = 3, 12
LABELS_APART = 9.0


def compute(values: dict[str, Any], data: dict[str, Any]) -> dict[str, Any]:
    """Two projections of the same group, in percent, and the lifetime values they lead to."""
    known, kept = values["known"], values["kept"]
    survivors = data["survivors"]
    fitted = data["fits"][known - FEWEST]
    alpha, beta = fitted["alpha"], fitted["beta"]
    choice = values["constant"]
    # The year from which on the one rate is applied; before it, what was observed.
    start = known if choice == "last" else 0
    if choice == "first":
        retention = survivors[1] / survivors[0]
    elif choice == "last":
        retention = survivors[known] / survivors[known - 1]
    else:
        retention = constant_retention(survivors[: known + 1])
    rising = kept_shares(alpha, beta, MOST)
    constant = []
    for year in range(start):
        constant.append(survivors[year] / 100)
    for share in constant_shares(retention, MOST - start):
        constant.append(share * survivors[start] / 100)
    rows = []
    table = []
    for year in range(MOST + 1):
        row = {
            "year": year,
            "observed": survivors[year],
            "rising": 100 * rising[year],
            "constant": 100 * constant[year],
            "used": "used" if year <= known else "held_back",
        }
        rows.append(row)
        if year > 0:
            table.append(
                {
                    "year": year,
                    "observed": 100 * survivors[year] / survivors[year - 1],
                    "rising": 100 * yearly_retention(alpha, beta, year),
                    "constant": 100 * constant[year] / constant[year - 1],
                }
            )
    places = label_places([rows[-1]["rising"], rows[-1]["constant"]], LABELS_APART, 0.0, 100.0)
    rows[-1]["rising_label"], rows[-1]["constant_label"] = places[0], places[1]
    margin, discount = float(values["margin"]), values["discount"] / 100
    plain = lifetime_value(margin, retention, discount, True)
    new = value_of_kept(margin, alpha, beta, discount)
    loyal = value_of_kept(margin, alpha, beta, discount, kept)
    return {
        "rows": rows,
        "rates": table,
        "stage": "fitted" if known == MOST else ("last" if start > 0 else "projected"),
        "known": known,
        "retention": 100 * retention,
        "observed_last": survivors[MOST],
        "rising_last": 100 * rising[MOST],
        "constant_last": 100 * constant[MOST],
        "value_constant": plain,
        "value_rising": new,
        "value_kept": loyal,
        "share": 100 * abs(new / plain - 1),
        "verdict": ["higher", "same", "lower"][compare(plain, new) + 1],
        "kept": kept,
        "kept_told": ["new", "one", "kept"][min(kept, 2)],
        "loyal_rate": 100 * yearly_retention(alpha, beta, kept + 1),
        "alpha": alpha,
        "beta": beta,
    }


SERIES = load("published/retention_series")
SURVIVORS = [float(row["surviving"]) for row in SERIES]


def fits() -> list[dict[str, float]]:
    """The best alpha and beta by the years that are known, four decimals."""
    found = []
    for known in range(FEWEST, MOST + 1):
        alpha, beta = fit(SURVIVORS[: known + 1])
        found.append({"alpha": round(alpha, 4), "beta": round(beta, 4)})
    return found


EUROS, ONE, TWO = Number(), Number(decimals=1), Number(decimals=2)

EXERCISE = Exercise(
    id="rising-retention",
    title="Who is still there after twelve years?",
    question="A published group of customers, followed for twelve years. Pretend that you know "
    "only the first seven. Which model would have told you the rest?",
    teaches=("ADD7",),
    minutes=12,
    done_with=("conclusion_retention",),
    tasks=(
        Task(
            "Compare the two projections for year 12 with what happened. Then try the rate that "
            "fits all known years best, and the last known rate from then on. Does the model beat "
            "all three?",
            "39.4% were still there. The rising model said 37.8%, the first year’s rate 18.5%, the "
            "best constant rate, 89.7%, only 27.0%. The last known rate, 95.0%, says 37.9%: as "
            "good as the model, and a pocket calculator is enough.",
        ),
        Task(
            "Take away knowledge: 5 known years, then 4, then 3. How far can you trust the "
            "rising model, and how far the last known rate?",
            "For year 12 the model says 34.7%, 30.7% and 22.1%, the last rate 32.9%, 27.4% and "
            "20.4%. The model is a little nearer each time, and with three years both are far off. "
            "A model does not replace years of data.",
        ),
        Task(
            "Go back to 7 known years. What is a customer worth who has stayed 7 years already, "
            "what a new one, and what do the first and the last known rate say?",
            "785 euros, and 592 for a new customer. A constant rate has one value for both: 476 by "
            "the first year’s rate, 732 by the last. The last rate is not far off for a regular, "
            "and much too high for a new customer. This is what the model adds: one account of all "
            "years.",
        ),
    ),
    groups=(
        Group(
            "What you know",
            (
                Slider(
                    "known",
                    "Years that you know",
                    FEWEST,
                    MOST,
                    1,
                    7,
                    help="Both models are fitted to these years only. Year 0 is 100%.",
                    whole=True,
                ),
                Choice(
                    "constant",
                    "Constant rate",
                    {
                        "first": "first year’s",
                        "best": "best for all known years",
                        "last": "last known year’s, from then on",
                    },
                    "first",
                    buttons=True,
                ),
            ),
        ),
        Group(
            "What a customer is worth",
            (
                Slider("margin", "Margin of a year", 20, 500, 10, 100, "€", whole=True),
                Slider("discount", "Discount rate", 5, 20, 1, 10, "% a year", whole=True),
                Slider(
                    "kept",
                    "Years that a customer has stayed already",
                    0,
                    12,
                    1,
                    0,
                    whole=True,
                ),
            ),
            text="Margin and discount rate are yours; the published record has neither. This "
            "year’s margin counts too.",
        ),
        Group(
            "Your conclusion",
            (
                LongText(
                    "conclusion_retention",
                    "For which guests of Hotel Yasen would you use a rising rate, and what would "
                    "you have to record?",
                    help="For your own notes. Nobody grades this.",
                ),
            ),
        ),
    ),
    compute=compute,
    data={"survivors": SURVIVORS, "fits": fits()},
    views=(
        Sentence(
            "stage",
            "stage",
            {
                "last": "After 12 years {observed}% were still there. The last rate of {known} "
                "known years, {retention}%, says {constant}% if it goes on, the rising model "
                "{rising}%.",
                "projected": "After 12 years {observed}% were still there. From {known} years, a "
                "constant rate of {retention}% says {constant}%, the rising model {rising}%.",
                "fitted": "After 12 years {observed}% were still there. Fitted to all years, a "
                "constant rate of {retention}% says {constant}%, the rising model {rising}%. "
                "Nothing is projected now.",
            },
            {
                "observed": Value("observed_last", ONE),
                "known": Value("known"),
                "retention": Value("retention", ONE),
                "constant": Value("constant_last", ONE),
                "rising": Value("rising_last", ONE),
            },
        ),
        Chart(
            "kept_chart",
            "rows",
            "Customers still there, % of the group",
            kept_customers,
            "Dots show what was observed, filled where the models knew it. In year 12 they stand "
            "at {observed}%, the rising model at {rising}%, the constant rate at {constant}%.",
            values={
                "observed": Value("observed_last", ONE),
                "rising": Value("rising_last", ONE),
                "constant": Value("constant_last", ONE),
            },
            words={"used": {"used": "known", "held_back": "not known"}},
            texts={
                "years": "Years",
                "axis": "Still there, %",
                "rising": "rising",
                "constant": "constant",
            },
        ),
        Figure(
            "value_rising",
            "value_rising",
            "Lifetime value of a new customer, rising retention",
            EUROS,
            "€",
        ),
        Sentence(
            "verdict",
            "verdict",
            {
                "higher": "The constant rate says {constant} euros. The rising one is {share}% "
                "higher.",
                "same": "The constant rate says the same: {constant} euros.",
                "lower": "The constant rate says {constant} euros. The rising one is {share}% "
                "lower.",
            },
            {"constant": Value("value_constant", EUROS), "share": Value("share", EUROS)},
        ),
        Sentence(
            "kept_told",
            "kept_told",
            {
                "new": "",
                "one": "A customer who has stayed one year is worth {value} euros: the chance to "
                "stay the next year is now {rate}%. The constant rate still says {constant}.",
                "kept": "A customer who has stayed {kept} years is worth {value} euros: the chance "
                "to stay the next year is now {rate}%. The constant rate still says {constant}.",
            },
            {
                "kept": Value("kept"),
                "value": Value("value_kept", EUROS),
                "rate": Value("loyal_rate", ONE),
                "constant": Value("value_constant", EUROS),
            },
        ),
        Table(
            "rates",
            "rates",
            "Of those still there, so many stayed each year, %",
            (
                Column("year", "Year", style=EUROS),
                Column("observed", "Observed", style=ONE),
                Column("rising", "Rising", style=ONE),
                Column("constant", "Constant", style=ONE),
            ),
        ),
        Sentence(
            "fitted",
            "verdict",
            dict.fromkeys(
                ("higher", "same", "lower"),
                "The rising model has two numbers, α = {alpha} and β = {beta}. In the first year "
                "α ÷ (α + β) of the customers leave; in year t, (β + t − 1) ÷ (α + β + t − 1) of "
                "those still there stay.",
            ),
            {"alpha": Value("alpha", TWO), "beta": Value("beta", TWO)},
        ),
    ),
    announce="stage",
)
