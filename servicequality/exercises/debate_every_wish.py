"""How far does attention to every guest go? Two sentences of the lecture notes that pull apart."""

from __future__ import annotations

from servicequality.exercises.patterns import debate

EXERCISE = debate(
    id="debate-every-wish",
    title="Satisfy every wish?",
    claim="“The customer is always right,” a saying goes. So a customer-oriented hotel should "
    "satisfy every wish of every guest.",
    question="Where do you stand?",
    positions={
        "every_wish": "Spend on every wish of every guest",
        "every_need": "Spend on every need of every guest, on no mere wish",
        "promised": "Give all what was promised; spend on extras by what a guest is worth",
        "by_profit": "Spend on each guest only as much as the guest is worth",
    },
    arguments={
        "for": (
            "A hotel cannot know today which guest will be worth much. The tour guest of this "
            "autumn may choose the place of a conference next year.",
            "A wish refused is told to others and stands in reviews. The euro that was saved is on "
            "the bill of the hotel only once.",
            "Staff who first ask what a guest is worth serve everybody worse. Attention is a "
            "habit, and a habit knows no segments.",
        ),
        "against": (
            "Guests’ wishes exclude each other. One wants music by the pool, the next one wants "
            "silence there. A hotel that is for everybody is for nobody.",
            "Every wish has a price, and other guests pay it: in money, in time of the staff, in "
            "quieter windows that are not bought.",
            "A guest can be wrong about facts, about rules of safety, or in how he treats staff. "
            "To give way then is not orientation towards customers.",
            "The same lecture notes ask for a level of service that corresponds to what a guest "
            "brings. Long-stay guests at a loss are satisfied, and there are more of them each "
            "year.",
        ),
    },
    model=(
        "One careful answer draws two lines. The first is a floor: safety, respect, honesty, and "
        "what was promised, for every guest, whatever the guest is worth. The second is a choice: "
        "beyond the floor, the hotel decides for which guests it wants to be best, and invests "
        "where it expects to gain more than it costs.",
        "Between the two lines stands the difference of need and wish. Ask what the guest wants to "
        "have done, not only what the guest asks for. And note what nobody knows: a forecast of "
        "worth is often wrong, so err on the generous side where it is cheap.",
    ),
    teaches=(),
    minutes=8,
)
