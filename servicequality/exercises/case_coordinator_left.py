"""A case to judge: the coordinator left, the programme ended. Was that the reason?"""

from __future__ import annotations

from servicequality.exercises.patterns import judged_case

EXERCISE = judged_case(
    id="case-coordinator-left",
    title="It all hung on Galina",
    question="“It all hung on Galina,” says the director. What ended the programme?",
    options={
        "person": (
            "Galina left, and nobody else knew how it worked",
            "It fits the director’s words and not the table. By then one manager of six came, the "
            "money was halved and the rating had already fallen. A deputy would have inherited "
            "that meeting.",
            False,
        ),
        "commitment": (
            "The managers had withdrawn before she left",
            "It comes first in the table: attendance falls from month 4, the money is halved in "
            "month 7, Galina leaves in month 11. First is not yet the cause: while two heads "
            "stayed away in months 4 to 6, the rating still rose.",
            True,
        ),
        "owner": (
            "The hotel was sold",
            "The sale comes in month 14, when the programme had already been stopped. A talk of "
            "selling may have begun earlier; the table does not say so.",
            False,
        ),
        "staff": (
            "The staff had grown tired of it",
            "Their suggestions are the only sign of it: 9, then 14, then 12. They fall to 3 in "
            "months 10 to 12, long after the managers stayed away and the money was halved. If the "
            "staff grew tired, it was late.",
            False,
        ),
    },
    follow_up="Why? Use the months. Then say which safeguard would have helped, and what you would "
    "want to know before you are sure.",
    model=(
        "The managers’ commitment went first. Six came in the first months, four from month 4, "
        "two from month 7, and in month 7 the money was halved. The rating still rose at first, "
        "from 4.6 to 5.3, and then fell to 5.0 and 4.7. Galina left in month 11. She was the third "
        "event, and perhaps she left because of the first. A deputy and written procedures would "
        "have kept her knowledge, not the managers’ interest. What could have helped is service "
        "as part of what every manager is judged by, and a rule for what happens when fewer than "
        "half of them come.",
        "The order in time makes this likely; it does not prove it. The rating rose while the "
        "first heads stayed away, so either it follows late or something else moved it. It stands "
        "for three months at a time: whether it fell before or after month 7, the table cannot "
        "say. Only the sale is ruled out, since the programme had stopped by then. I would ask "
        "why the managers stayed away. If a renovation took their time, that is the cause "
        "behind the cause. I would ask Galina why she went. And I note that our three dangers are "
        "not independent here: one pulled the next after it. In the explorer they are, so it "
        "paints too calm a picture of a hotel like this one.",
    ),
    teaches=("F1", "F2", "F3"),
    minutes=7,
)
