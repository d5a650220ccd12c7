"""A case to judge: a bonus for tables that are cleared too slowly, or something else?"""

from __future__ import annotations

from servicequality.exercises.patterns import judged_case

EXERCISE = judged_case(
    id="case-slow-tables",
    title="A bonus for clean tables?",
    question="What should Stoyan do first?",
    case="At breakfast a table should be cleared within five minutes. Stoyan has had it counted "
    "for two weeks (synthetic figures). On weekdays the five experienced waiters keep to it at 92 "
    "tables in 100, the three who came this spring at 61. On Sundays, when the tour groups come "
    "down together, the experienced ones reach 58 and the new ones 41. Nobody has trained the new "
    "three; “they watch the others”. Stoyan is angry. “They can, they just do not want to.” He "
    "plans a bonus of 60 euros a month for all eight, paid to whoever reaches 90 in 100.",
    options={
        "bonus": (
            "Pay the bonus, and count again after a month.",
            "On weekdays the five would get it for what they do already. The new three would "
            "be paid to know what nobody has shown them. On Sundays nobody reaches 90, and hands "
            "are missing, not will.",
            False,
        ),
        "warn": (
            "Warn the three new ones, and watch the Sundays.",
            "The three who follow would begin where these began, and also without training. And "
            "whoever only watches on Sundays sees hands missing: even the experienced ones fall "
            "from 92 to 58.",
            False,
        ),
        "train_all": (
            "Train all eight for two days, and count again.",
            "The five show at 92 in 100 that they can. For them the training would change little. "
            "The three need it, but so short and simple a task asks for a morning, not two days.",
            False,
        ),
        "causes": (
            "Train the three for a morning, and plan the Sundays.",
            "Two differences, two measures. Between new and experienced lie 31 points on the same "
            "days; nobody has trained the new ones, so begin there. Between weekday and Sunday lie "
            "34 points for the same people: something about Sundays. The next count decides.",
            True,
        ),
    },
    follow_up="Why? Which two comparisons decide, and which number would speak for missing will?",
    model=(
        "Compare like with like. New and experienced waiters on the same weekdays differ by 92 − "
        "61 = 31 points. That shows that the new ones differ, not yet that it is skill: they may "
        "also be less willing, or have the tables that are far from the door. But nobody has "
        "taught them, and that is quickly mended. The same experienced waiters differ by 92 − 58 = "
        "34 points between weekdays and Sundays: the will of a person hardly changes with the day, "
        "the number of guests who come at once does. So I would give the three a morning with a "
        "good colleague, and on Sundays a second trolley, one more pair of hands or two sittings "
        "for the groups. Only a second count, two weeks after the morning, decides: if the three "
        "then come near 92, it was skill.",
        "What would speak for missing will? An experienced waiter, on a quiet weekday, with a "
        "trolley at hand and a rule that is clear, who still leaves tables standing. Even then I "
        "would first ask what else is in the way. Two weeks are few, and who came when was not "
        "drawn by lot; so these are likely causes, not proofs. The bonus I would keep for later, "
        "and never for a figure that the roster decides.",
    ),
    teaches=("M6a", "M6c", "M7"),
    minutes=8,
)
