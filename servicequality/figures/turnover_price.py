"""What employees who leave cost a hotel, by its room rate: the two quoted figures."""

from __future__ import annotations

from servicequality.charts.turnover_line import turnover_line
from servicequality.content import load
from servicequality.declare import Column, Number, Picture

FIGURE = Picture(
    id="turnover-price",
    caption="One point more of turnover: a larger loss where rooms cost more",
    draw=turnover_line,
    rows=[
        {"adr": row["adr"], "cost": row["cost"]} for row in load("published/turnover_and_profit")
    ],
    description="Chart of how much less gross operating profit went with one percentage point more "
    "of yearly employee turnover. At an average daily rate of 65 US dollars it is 1,250 dollars a "
    "year, at 125 dollars it is 32,750. A straight line joins the two. Nothing is drawn outside "
    "them, because the figures say nothing there.",
    source="Simons and Hinkin (2001), 98 hotels, US dollars. Both figures verified in the public "
    "record of the article.",
    texts={"adr": "Average daily rate of a room, US$", "axis": "US$ a year for one point"},
    columns=(
        Column("adr", "Average daily rate, US$", style=Number()),
        Column("cost", "Less profit a year for one point, US$", style=Number()),
    ),
)
