"""What the exercise shows: who earns, who stays, what guests are worth, where money pays."""

from __future__ import annotations

from servicequality.charts.four_kinds import four_kinds
from servicequality.charts.whale_curve import whale_curve
from servicequality.declare import Chart, Column, Figure, Number, Sentence, Table, Value
from servicequality.exercises.portfolio_builder.texts import FORMULAE, POLICIES

WHOLE = Number()
ONE = Number(decimals=1)
TWO = Number(decimals=2)
SIGNED = Number(decimals=1, signed=True)


def in_thousands(*names: str) -> dict[str, Value]:
    """Placeholders for amounts in thousand euros."""
    return {name: Value(name, ONE) for name in names}


WHALE_VIEWS = (
    Sentence(
        "whale",
        "whale",
        {
            "nobody": "No segment has guests. Enter at least one guest to see who earns the "
            "profit.",
            "all_earn": "No segment loses money: the curve never falls. The year’s profit is "
            "{profit} thousand euros.",
            "all_lose": "No segment earns money: the curve only falls. The year’s loss is {lost} "
            "thousand euros. A relationship with these guests cannot pay until price or cost "
            "changes.",
            "eaten": "The first segments earn {earned} thousand euros a year. The last ones lose "
            "{lost} thousand: nothing is left.",
            "whale": "The first segments earn {earned} thousand euros a year. The last ones lose "
            "{lost} thousand of it, so {profit} thousand are left. The peak is {peak_share}% of "
            "the profit.",
        },
        {**in_thousands("earned", "lost", "profit"), "peak_share": Value("peak_share", WHOLE)},
    ),
    Chart(
        "whale_chart",
        "curve",
        "Whale curve: a year’s profit, added up from the most profitable guests to the least",
        whale_curve,
        "The numbers are the places in the table below. The curve ends at {profit} thousand euros, "
        "the dashed line.",
        values=in_thousands("profit"),
        texts={"guests": "Guests so far, %", "profit": "Profit so far, thousand €"},
        empty="The curve needs at least one guest.",
    ),
    Table(
        "ranking",
        "ranking",
        "Segments by a guest’s yearly profit",
        (
            Column("name", "Segment"),
            Column("place", "Place", WHOLE),
            Column("profit", "A guest, €", WHOLE),
            Column("segment_profit", "All, 1,000 €", ONE),
        ),
        empty="",
    ),
)
KIND_VIEWS = (
    Chart(
        "kinds_chart",
        "dots",
        "Four kinds of customer",
        four_kinds,
        "The dashed lines are your cuts: {profit_cut} euros of profit a year, and {lifetime_cut} "
        "years. A guest stays so long on average at a retention of {retention_cut}%. The numbers "
        "are the places by profit; the table below gives every kind.",
        values={
            "profit_cut": Value("profit_cut", WHOLE),
            "lifetime_cut": Value("lifetime_cut", ONE),
            "retention_cut": Value("retention_cut", WHOLE),
        },
        texts={
            "retention": "Yearly retention, %",
            "profit": "A guest’s profit, € a year",
            "butterfly": "butterflies",
            "true_friend": "true friends",
            "stranger": "strangers",
            "barnacle": "barnacles",
        },
    ),
    Table(
        "kinds",
        "kinds",
        "Expected lifetime, kind and usual policy",
        (
            Column("name", "Segment"),
            Column("lifetime", "Years", ONE),
            Column("kind", "Kind and policy", words=POLICIES),
        ),
    ),
)
WORTH_VIEWS = (
    Sentence(
        "formula",
        "convention",
        FORMULAE,
        {"discount": Value("discount", WHOLE), "example": Value("example", TWO)},
    ),
    Table(
        "values",
        "values",
        "Customer lifetime value (CLV): of a guest you have, of a new guest after the cost to win "
        "one, and of all guests. m is a guest’s profit a year.",
        (
            Column("name", "Segment"),
            Column("profit", "m, €", WHOLE),
            Column("value", "CLV, €", WHOLE),
            Column("new_value", "New guest, €", WHOLE),
            Column("segment_value", "All, 1,000 €", ONE),
        ),
    ),
    Sentence(
        "equity",
        "convention",
        dict.fromkeys(
            FORMULAE,
            "Customer equity, the value of all guests you have, is {equity} thousand euros. What "
            "it cost to win them is spent and does not count any more.",
        ),
        in_thousands("equity"),
    ),
    Sentence(
        "newcomer",
        "newcomer",
        {
            "all_pay": "In every segment a new guest earns back what it costs to win one.",
            "needs": "A new guest brings least here: {newcomer_name}. Each is won at a loss of "
            "{newcomer_loss} euros; it would need a retention of {newcomer_needed}% to break even.",
            "never": "A new guest brings least here: {newcomer_name}. Each is won at a loss of "
            "{newcomer_loss} euros, and no retention below 100% would change that. Profit must "
            "change first.",
        },
        {
            "newcomer_name": Value("newcomer_name"),
            "newcomer_loss": Value("newcomer_loss", WHOLE),
            "newcomer_needed": Value("newcomer_needed", WHOLE),
        },
    ),
    Sentence(
        "five_points",
        "five_points",
        {
            "none": "",
            "same": "Five points more retention would raise the CLV of each guest who earns money "
            "by {five_low}%.",
            "range": "Five points more retention would raise CLV by {five_low}% here: "
            "{five_low_name}. And by {five_high}% here: {five_high_name}. So “5% more retention” "
            "has no fixed worth: it depends on where you start.",
        },
        {
            "five_low": Value("five_low", ONE),
            "five_high": Value("five_high", ONE),
            "five_low_name": Value("five_low_name"),
            "five_high_name": Value("five_high_name"),
        },
    ),
)
PLAN_VIEWS = (
    Sentence(
        "plan",
        "plan",
        {
            "nothing": "You have spent nothing yet, of {budget} thousand euros. The best plan "
            "spends {best_spent} thousand and gains {best_net} thousand after cost.",
            "nothing_pays": "You have spent nothing, and that is the best plan: no segment brings "
            "back what loyalty money costs.",
            "over": "You have spent {spent} thousand euros and have only {budget}. Take some back. "
            "The best plan within the budget gains {best_net} thousand after cost.",
            "stop": "Your {spent} thousand euros bring back {brought} thousand. The best plan "
            "spends nothing: no segment brings back what loyalty money costs.",
            "loss": "Your {spent} thousand euros bring back only {brought} thousand. The best plan "
            "spends {best_spent} thousand of them and gains {best_net} thousand after cost.",
            "better": "Your {spent} thousand euros bring back {brought} thousand: {net} thousand "
            "after cost. The best plan spends {best_spent} thousand of them and gains {best_net} "
            "thousand, because it puts each step where it adds most.",
            "best": "Your {spent} thousand euros bring back {brought} thousand: {net} thousand "
            "after cost. No other use of the same money gains over half a thousand more.",
        },
        {
            **{name: Value(name, WHOLE) for name in ("budget", "spent", "best_spent")},
            **in_thousands("brought", "net", "best_net"),
        },
    ),
    Sentence(
        "loser",
        "loser_state",
        {
            "none": "",
            "one": "Warning: {loser_money} thousand euros of loyalty money go to {loser}. Each of "
            "these guests loses {loser_loss} euros a year (CLV {loser_value} euros). Who stays "
            "longer loses more: change the price or the cost to serve first.",
            "several": "Warning: loyalty money goes to {losers} segments that lose money, most of "
            "all {loser}. Each of these guests loses {loser_loss} euros a year (CLV {loser_value} "
            "euros). Who stays longer loses more: change the price or the cost to serve first.",
        },
        {
            "loser": Value("loser"),
            **{n: Value(n, WHOLE) for n in ("losers", "loser_money", "loser_loss", "loser_value")},
        },
    ),
    Sentence(
        "ghost",
        "ghost_state",
        {
            "none": "",
            "some": "There are no guests in {ghost}, so its loyalty money brings nothing.",
        },
        {"ghost": Value("ghost")},
    ),
    Table(
        "plan_rows",
        "plan_rows",
        "Loyalty money in your plan and in the best one, and what it brings, in 1,000 €",
        (
            Column("name", "Segment"),
            Column("money", "Yours", WHOLE),
            Column("brings", "Yours brings", ONE),
            Column("best", "Best", WHOLE),
            Column("best_brings", "Best brings", ONE),
        ),
    ),
    Sentence(
        "next",
        "next",
        {
            "none": "",
            "pays": "The next 5 thousand euros add most here: {next_name}. They bring "
            "{next_brings} thousand, more than they cost.",
            "stop": "Stop here. The next 5 thousand euros bring at most {next_brings} thousand "
            "({next_name}), not more than they cost.",
        },
        {"next_name": Value("next_name"), "next_brings": Value("next_brings", ONE)},
    ),
)
FORECAST_VIEWS = (
    Sentence(
        "forecast",
        "convention",
        dict.fromkeys(
            FORMULAE,
            "If every retention is ten points lower than you think, customer equity is "
            "{low_equity} thousand euros and your plan gains {low_net} thousand. If it is ten "
            "points higher, customer equity is {high_equity} thousand and your plan gains "
            "{high_net} thousand.",
        ),
        in_thousands("low_equity", "low_net", "high_equity", "high_net"),
    ),
    Table(
        "retention_rows",
        "retention_rows",
        "CLV of a guest, €, if retention is not what you think (kept between 0 and 99%)",
        (
            Column("name", "Segment"),
            Column("low", "−10 points", WHOLE),
            Column("same", "As entered", WHOLE),
            Column("high", "+10 points", WHOLE),
        ),
    ),
)
VIEWS = (
    Figure(
        "net",
        "net",
        "Your loyalty money gains, after its cost",
        SIGNED,
        "thousand €",
        "What it adds to the value of guests, less what you spend.",
    ),
    Sentence(
        "told",
        "plan",
        dict.fromkeys(
            ("nothing", "nothing_pays", "over", "stop", "loss", "better", "best"),
            "Your plan gains {net} thousand euros; the best plan gains {best_net}.",
        ),
        in_thousands("net", "best_net"),
        spoken=True,
    ),
    *WHALE_VIEWS,
    *KIND_VIEWS,
    *WORTH_VIEWS,
    *PLAN_VIEWS,
    *FORECAST_VIEWS,
)
