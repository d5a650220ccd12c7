"""The steps, the rules with their reasons, Viktor's plan and the tasks."""

from __future__ import annotations

from servicequality.declare import Task

STEPS = {
    "managers": "Win the heads of department",
    "worries": "Collect the worries of the staff",
    "sell": "Tell everybody why, and answer",
    "write": "Write the new standard",
    "measure": "Measure how it is now",
    "train": "Train every shift",
    "trial": "Try it with one group of guests",
    "correct": "Correct what went wrong",
    "everyone": "Introduce it for all guests",
    "promise": "Promise it on the website",
}
SHORT_STEPS = {
    "managers": "Win the heads",
    "worries": "Collect worries",
    "sell": "Tell why",
    "write": "Write the standard",
    "measure": "Measure",
    "train": "Train",
    "trial": "Try with one group",
    "correct": "Correct",
    "everyone": "Introduce for all",
    "promise": "Promise it",
}
# What Viktor wrote down on one evening.
FIRST_PLAN = {
    "managers": 9,
    "worries": 10,
    "sell": 8,
    "write": 6,
    "measure": 16,
    "train": 5,
    "trial": 12,
    "correct": 14,
    "everyone": 3,
    "promise": 1,
}
GUESSES = {"seven": "seven", "five": "five", "two": "two", "open": "not guessed yet"}
RULES = [
    {"id": "managers_sell", "first": "managers", "then": "sell"},
    {"id": "worries_write", "first": "worries", "then": "write"},
    {"id": "sell_train", "first": "sell", "then": "train"},
    {"id": "write_train", "first": "write", "then": "train"},
    {"id": "measure_trial", "first": "measure", "then": "trial"},
    {"id": "train_trial", "first": "train", "then": "trial"},
    {"id": "trial_correct", "first": "trial", "then": "correct"},
    {"id": "correct_everyone", "first": "correct", "then": "everyone"},
    {"id": "everyone_promise", "first": "everyone", "then": "promise"},
]
RULE_LABELS = {
    "managers_sell": "Heads of department before the staff.",
    "worries_write": "Worries before the standard.",
    "sell_train": "Why before how.",
    "write_train": "Standard before training.",
    "measure_trial": "Measure before the trial.",
    "train_trial": "Train before the trial.",
    "trial_correct": "Trial before correction.",
    "correct_everyone": "Correction before all guests.",
    "everyone_promise": "Do it before you promise it.",
}
REASONS = {
    "managers_sell": "A head who has not been won tells the team another story the next morning.",
    "worries_write": "What staff say can still change the standard. Asked afterwards, the question "
    "is a show.",
    "sell_train": "Who fears for the job, or expects more work, listens to that and not to you.",
    "write_train": "Otherwise each shift is trained in what its trainer thinks best.",
    "measure_trial": "Without a value from before, no trial can show that anything has improved.",
    "train_trial": "Otherwise guests pay for the first lesson.",
    "trial_correct": "Nobody can correct what has not yet gone wrong.",
    "correct_everyone": "Every mistake that is still in it meets 160 guests a week instead of 40.",
    "everyone_promise": "A promise raises what guests expect. Made too early, it opens Gap 4.",
}

TASKS = (
    Task(
        "Which rules does Viktor’s plan keep, and what is its order score?",
        "Two of nine: train before the trial, and trial before correction. Seven are reversed, so "
        "the score is (2 − 7) / 9 = −0.56. A trial in week 12 comes too late to be one: all "
        "guests have had the new check-in since week 3.",
    ),
    Task(
        "Put the steps in order until all rules are kept. Is there only one right order?",
        "No. One that is right, in weeks: heads 1, worries 2, why 3, standard 4, measure 5, train "
        "6, trial 8, correct 12, all guests 14, promise 16. But heads and why are one short chain "
        "and worries and standard another, which may be mixed in 6 ways, and measuring has 6 "
        "places before the trial. If no two steps share a place, 6 × 6 = 36 orders keep all nine "
        "rules.",
    ),
    Task(
        "How many guests meet a mistake in that plan? How many if you keep all nine rules but "
        "hurry: correction in week 9, all guests in week 10? And how many if you go back to the "
        "plan, but begin the correction in week 16, after the start for all?",
        "96 in the plan, 189 in a hurry, 133 with the late correction. In one week 40 guests find "
        "fewer than a third of the kinds of mistakes: the order is right and the plan is still too "
        "fast. With the late correction the trial has shown 240 guests the new check-in, and the "
        "next 640 still meet every kind of mistake.",
    ),
    Task(
        "Now drop the trial: train in week 1, all guests in week 3, correct in week 5. Why is a "
        "hurried trial worse than none here? And is the plan of the second task better than none?",
        "105 without a trial. The model has one correction. In a hurry it begins after 40 guests "
        "and removes 29% of the kinds; the others stay. Without a trial it begins after 320 "
        "guests and removes 94%. So to keep rules and to avoid mistakes are two things. The plan "
        "of the second task saves 9 of the 105. Waiting longer (correct 16, all guests 18, promise "
        "20) gives 75, the lowest in this model, and saves 30. Zero is impossible, because "
        "somebody must meet a mistake for it to be found. The larger gain is the worst week: 6 "
        "guests in the trial, 24 without it. The price is time.",
    ),
)
