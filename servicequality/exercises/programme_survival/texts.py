"""The longer texts of the exercise: dangers, safeguards, guesses and tasks."""

from __future__ import annotations

from servicequality.declare import Task

DANGERS = {
    "commitment": "Commitment is lost",
    "champion": "The person leaves",
    "owner": "The owner changes",
}
SAFEGUARDS = {
    "commitment": "Service results are part of what every manager is judged by",
    "champion": "A trained deputy and written procedures",
    "owner": "Clauses on the programme in the contract of management or of sale",
}
GUESSES = {
    "70": "about 70",
    "40": "about 40",
    "25": "about 25",
    "13": "about 13",
    "open": "not guessed yet",
}

TASKS = (
    Task(
        "Compare the three thin lines with the thick one. How does it follow from them?",
        "Alone, the dangers leave 34, 51 and 73 programmes of a hundred. To live, a programme must "
        "escape the first and the second and the third, every year. So the chances multiply: "
        "0.7 × 0.8 × 0.9 = 0.504 for one year, and 0.504 three times is 0.128.",
    ),
    Task(
        "You may pay for one safeguard. Which adds most, and which adds most for its money? Is it "
        "the one against the largest danger?",
        "The deputy, on both counts: 8.6 points for 4,000 euros, 463 euros a point. The "
        "safeguard against the largest danger adds 7.8 points for 12,000 euros, 1,543 euros a "
        "point. How large a danger is does not say how cheaply it is removed.",
    ),
    Task(
        "Take the deputy, and look at the table again. What has happened to the other two?",
        "Both are worth more points: 13.0 instead of 7.8, and 3.8 instead of 2.3. Yet neither has "
        "become better. The first multiplies survival by 1.61 with or without the deputy; it only "
        "has more to multiply, 21 of a hundred instead of 13. So alone the three add 18.7 points, "
        "and together 27.7.",
    ),
    Task(
        "With all three, how many are alive after three years? What follows for a hotel that wants "
        "a programme to last?",
        "41 of a hundred: more than three times as many, and still fewer than half. No safeguard "
        "is complete, and a programme must be won again every year. But the chances are invented. "
        "What stays true for other chances is how they multiply.",
    ),
)
