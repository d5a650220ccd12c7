"""The longer texts of the exercise: criteria, checks, tasks, rubric and model answer."""

from __future__ import annotations

from servicequality.declare import Task, Teaching

# With soft hyphens where a word is too long for the narrow column of a phone.
CRITERIA = {
    "features": "Product features",
    "deficiencies": "Freedom from deficien\u00adcies",
    "reliability": "Reliability",
    "responsiveness": "Respon\u00adsive\u00adness",
    "assurance": "Assurance",
    "empathy": "Empathy",
    "tangibles": "Tangibles",
    "consistency": "Consis\u00adtency",
    "value": "Customer delivered value",
    "food_packaging": "Food and packaging (societal)",
    "staff": "Treatment of staff (societal)",
    "own": "Own criterion",
}
# As they stand in a chart on a phone.
SHORT = {
    **CRITERIA,
    "deficiencies": "No deficiencies",
    "responsiveness": "Responsiveness",
    "consistency": "Consistency",
    "value": "Delivered value",
    "food_packaging": "Food, packaging",
    "staff": "Staff treatment",
}
# As they stand inside a sentence.
INSIDE = {
    "features": "product features",
    "deficiencies": "freedom from deficiencies",
    "reliability": "reliability",
    "responsiveness": "responsiveness",
    "assurance": "assurance",
    "empathy": "empathy",
    "tangibles": "tangibles",
    "consistency": "consistency",
    "value": "customer delivered value",
    "food_packaging": "food and packaging",
    "staff": "treatment of staff",
    "own": "your own criterion",
}
MEANINGS = {
    "features": "Is there what this guest needs: dishes, seats, a place for children, wine?",
    "deficiencies": "Is it free of errors: right order, hot food, correct bill, clean table?",
    "reliability": "Does the guest get what was promised, when it was promised?",
    "responsiveness": "Is help quick? Does a guest who waits know why?",
    "assurance": "Do the staff know their work, and does the guest trust them?",
    "empathy": "Is this guest seen as a person, with wishes of their own?",
    "tangibles": "What do room, table, dishes and uniforms look like?",
    "consistency": "Is it the same on another day, in another branch, with other staff?",
    "value": "What remains for the guest after money, time and effort are taken off?",
    "food_packaging": "Does what is eaten, and what is thrown away, do no harm?",
    "staff": "Are those who cook and serve treated fairly and safely?",
    "own": "A criterion of your own, named above.",
}
CHECKS = {
    "number": "You use 5 to 8 criteria",
    "features": "One criterion asks about product features",
    "deficiencies": "One asks about freedom from deficiencies",
    "process": "One asks about the process: how guests are served",
    "societal": "One asks about societal quality",
    "once": "No thing counts three times",
    "guests": "The two guests weigh differently",
}
CHECK_NOTES = {
    "few": "With fewer than 5, one score decides almost alone.",
    "many": "With more than 8, each counts so little that nothing can decide.",
    "features": "Without it, a kitchen with three dishes and no errors is perfect.",
    "deficiencies": "Without it, a rich menu hides cold food and wrong bills. Reliability or "
    "consistency will do as well.",
    "process": "Guests judge how they are served, not only what they get. Take responsiveness, "
    "assurance or empathy.",
    "societal": "Harm to guests, staff or surroundings does not show in the other scores. Guests "
    "often overlook it.",
    "once": "Deficiencies, reliability and consistency are near to each other. With all three, a "
    "place without errors is rewarded three times.",
    "guests": "With equal weights there is only one guest, and “for whom” has no answer.",
}
TASKS = (
    Task(
        "Look at the invented example first. Which restaurant is ahead for the family, and "
        "which for the couple? What little change would turn the order for the family?",
        "McDonald’s is ahead for the family (7.50 against 6.70) and behind for the couple "
        "(6.00 against 7.75). If 8.9 of the family’s 100 points move from responsiveness to "
        "empathy, the family’s order turns.",
    ),
    Task(
        "Give the couple the same points as the family. What happens, though no score has changed?",
        "The couple’s verdict becomes the family’s: 7.50 against 6.70. Only the guest has "
        "changed, and with the guest the weights. So “high quality” always needs the words "
        "“for whom”.",
    ),
    Task(
        "Go back to the start values. The example has no societal criterion. Give “Food and "
        "packaging” and “Treatment of staff” 10 points each for both guests. What happens to "
        "the family’s verdict?",
        "Both stand at 5 for either restaurant, so McDonald’s lead for the family shrinks from "
        "0.80 to 0.67, and its score falls from 7.50 to 7.08. It is still ahead, and still "
        "above the bar of 7. Yet a 5 for something that you never saw is no evidence: say what "
        "you would have to know.",
    ),
    Task(
        "Go back to the start values. From which bar on is McDonald’s no longer “high quality” "
        "for the family? Does the order change?",
        "At 7.5 it still is, because its score is exactly 7.50. At 8 it is not. The order "
        "stays: a restaurant can be ahead of another and still miss the bar.",
    ),
    Task(
        "Now replace the example. Choose 5 to 8 criteria, weigh them for both guests, and "
        "score two restaurants that you know. Go on until every check says “Done”. Then write "
        "your answer, in about 150 words, and compare it with the model answer."
    ),
)

TEACHING = Teaching(
    prompt="Does McDonald’s offer high-quality service? State your criteria, then your answer. "
    "Compare with the restaurant of Hotel Yasen, or with another restaurant that you know.",
    rubric={
        "criteria": "Criteria are stated and fit the case. They cover at least product features, "
        "freedom from deficiencies and the process of service.",
        "evidence": "The criteria are applied with evidence: what was seen, where and when, or a "
        "named source.",
        "guest": "Quality is judged against what a certain guest expects, and two kinds of guest "
        "are told apart.",
        "conclusion": "There is a clear conclusion that follows from the criteria, with its "
        "limits, and it includes societal quality.",
    },
    model_answer=(
        "I judge a meal by what is offered, whether it is right, and how I am served. So my six "
        "criteria are product features, freedom from deficiencies, responsiveness, "
        "empathy, customer delivered value, and the societal quality of food and packaging. “High "
        "quality” means at least 7 of 10 points, weighed as the guest in question weighs.",
        "My evidence is three lunches, on 4, 11 and 18 May, in one branch beside a motorway, and "
        "three dinners in the restaurant of Hotel Yasen. In the branch all three orders were "
        "right, within four minutes (deficiencies 9, responsiveness 9). The choice was small and "
        "nobody learned what we liked (features 5, empathy 4). Money and time were little (value "
        "8). At Hotel Yasen a waiter remembered my wife’s allergy (empathy 9), and there were "
        "eight warm dishes (features 8). But one bill of three was wrong and we waited 35 minutes "
        "(deficiencies 6, responsiveness 5, value 6).",
        "A family on a journey expects speed, no errors and value. With 70 of 100 points on these, "
        "McDonald’s reaches 7.35 and the hotel 6.40. A couple celebrating expect features and "
        "empathy. With 60 points there, it is 5.45 against 7.65. The scores are the same; the "
        "expectations differ. A low price does not make quality low, and sameness does not make it "
        "high.",
        "Societal quality I could hardly see. Each branch meal left a bag of packaging, the hotel "
        "used plates: 4 against 7, provisional and from packaging alone. How staff are treated I "
        "would look up in independent sources. My conclusion: high quality for the family, not "
        "for the couple. It is not firm. Little more than 7 points moved from responsiveness to "
        "empathy take the family below 7, and 10.6 points from responsiveness to empathy would "
        "turn the order. It says nothing of other branches. And it holds only while nothing "
        "proves harm: speed does not make up for harm.",
    ),
    misconceptions=(
        (
            "“McDonald’s cannot offer high quality because it is cheap.” Or: “It must, because it "
            "is always the same.”",
            "Both lack a criterion. First say whose expectations count, and which dimension of "
            "quality is judged.",
        ),
        (
            "“Quality means luxury.”",
            "It means meeting what the target guest expects. Features and freedom from "
            "deficiencies are two different things, and a simple restaurant can do well on both.",
        ),
        (
            "“Technical quality is about technology.”",
            "It is the outcome: the food. Functional quality is how the guest is served. An order "
            "screen belongs to how.",
        ),
        (
            "“Societal quality is advertising about good deeds.”",
            "It is the absence of harm in the service itself. Guests often cannot see it.",
        ),
    ),
    honesty="All points and scores that you find here are invented, and so are the visits in the "
    "model answer. They say nothing about McDonald’s or any other firm; this course has checked no "
    "facts about it. Hotel Yasen is invented too. Five of the criteria are the dimensions of "
    "SERVQUAL (Parasuraman, Zeithaml and Berry, 1988). That societal quality is added to them like "
    "any other criterion is a simplification: harm is better treated as a minimum. The smallest "
    "change of weights is a construct of this course; so is the line at 10 points. It is exact for "
    "your numbers, and your numbers remain opinions.",
    words=90,
)
