"""What the exercise asks for: the programme, the complaints, the money, the room rate."""

from __future__ import annotations

from servicequality.declare import Choice, Group, Slider, YesNo
from servicequality.exercises.chain_simulator.texts import AUTHORITY
from servicequality.model.profit_chain import COST_PER_POINT

GROUPS = (
    Group(
        "1. What the staff get",
        (
            Slider(
                "internal",
                "Internal quality after the change",
                0,
                100,
                1,
                80,
                "of 100",
                "How well the work itself is run: tools, rooms, planning, help from others. It "
                "was 50.",
                whole=True,
            ),
            Slider(
                "training",
                "Training intensity, 0 to 1",
                0,
                1,
                0.1,
                0.5,
                help="It was 0.5. Each 0.1 more costs 600 euros a month.",
            ),
            Choice(
                "authority",
                "When a guest has a problem, staff",
                AUTHORITY,
                "small_things",
                help="It was the second. The third costs 500 euros a month.",
                buttons=True,
            ),
            Slider(
                "reward",
                "Reward for good work",
                0,
                60,
                5,
                0,
                "€",
                "For each employee, a month, 0 to 60. It was 0.",
                whole=True,
            ),
        ),
        text="The hotel has 100 employees and 1,000 regular guests. Hotel Yasen has 56 "
        "employees: take a little more than half of each sum of money.",
        shows=("parts", "turnover"),
    ),
    Group(
        "2. What comes back from the guests",
        (
            Slider(
                "complaints",
                "Complaints that reach the staff",
                0,
                30,
                1,
                10,
                "in 100 stays",
                "From 0 to 30. It was 10. Each one takes 1 point of staff satisfaction.",
                whole=True,
            ),
            YesNo(
                "loop",
                "Close the loop: happier guests complain less",
                help="Complaints then follow guest satisfaction, month by month.",
            ),
        ),
        shows=("direction", "levels_chart", "links", "delay"),
    ),
    Group(
        "3. The money",
        (
            Slider(
                "cost_per_point",
                "Cost of one point of internal quality",
                100,
                1000,
                50,
                int(COST_PER_POINT),
                "€ a month",
                "From 100 to 1,000.",
                whole=True,
            ),
        ),
        shows=("payback", "passing", "money_chart", "money_table", "curve", "caution"),
    ),
    Group(
        "4. What turnover cost in 98 hotels",
        (
            Slider(
                "adr",
                "Average daily rate (ADR) of a room",
                40,
                200,
                1,
                90,
                "US$",
                "US dollars of 2001, from 40 to 200.",
                whole=True,
            ),
            Slider(
                "turnover_change",
                "Change in yearly turnover",
                -30,
                30,
                1,
                -10,
                "points",
                "From −30 to 30. Minus means that fewer people leave.",
                whole=True,
            ),
        ),
        text="This part is published: Simons and Hinkin (2001) studied 98 hotels in the US.",
        shows=("line", "linked", "source"),
    ),
)
