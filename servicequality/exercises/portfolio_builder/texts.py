"""The longer texts of the exercise: tasks, formulae, policies, rubric and model answer."""

from __future__ import annotations

from servicequality.declare import Task, Teaching

QUESTION = (
    "“With relationship marketing, you do not want to have a relationship with every customer.” "
    "Explain what this statement means."
)
TASKS = (
    Task(
        "Look at the whale curve. Which segments lose money, and how much of the peak do they take "
        "away? Then lower the cost to serve long-stay guests. When do they become true friends?",
        "Tour groups lose 14.4 and long-stay guests 21.6 thousand euros a year: together 36.0 of "
        "the 268.4 at the peak. At a cost to serve of 540 euros or less, a long-stay guest brings "
        "80 euros a year or more and is a true friend.",
    ),
    Task(
        "Count this year’s profit as well. What changes, and what does not?",
        "Each lifetime value moves by exactly one year’s profit: up where the guest earns money, "
        "down where not. Customer equity rises by 232.4 thousand euros, the profit of the year. "
        "What loyalty money brings stays the same: it cannot change this year’s profit.",
    ),
    Task(
        "At the start each segment gets 5 thousand euros. Move the 30 thousand so that they gain "
        "most. Then raise the budget to 100 thousand. Where should you stop?",
        "15 thousand on spa couples and 15 on business travellers gain 43.4 thousand euros after "
        "cost; the equal split gains 1.1. From 100 thousand the best plan uses only 40: 20 on spa "
        "couples, 15 on business travellers, 5 on conference guests. Each further 5 thousand bring "
        "less than they cost.",
    ),
    Task(
        "Be less hopeful: let loyalty money add at most 5 points of retention. With a budget of 30 "
        "thousand, what is still worth doing?",
        "Only 5 thousand euros on business travellers, which gain 0.9 thousand after cost. Nothing "
        "else brings back what it costs.",
    ),
    Task(
        "Write your answer to the question, in about 150 words. Then compare it with the model "
        "answer and score it."
    ),
)
CONVENTIONS = {"later": "No: next year’s is the first", "now": "Yes: this year’s counts too"}
FORMULAE = {
    "later": "CLV = m × r ÷ (1 + i − r). The first profit that counts is next year’s. With "
    "i = {discount}% and a retention r of 80%, each euro of yearly profit m is worth {example} "
    "euros.",
    "now": "CLV = m × (1 + i) ÷ (1 + i − r). This year’s profit counts too. With i = {discount}% "
    "and a retention r of 80%, each euro of yearly profit m is worth {example} euros.",
}
POLICIES = {
    "true_friend": "True friend: keep and listen. Invest while the next step pays.",
    "butterfly": "Butterfly: serve and sell well now. A programme seldom pays.",
    "barnacle": "Barnacle: change price or cost to serve first.",
    "stranger": "Stranger: decent service, as promised. A programme seldom pays.",
}

TEACHING = Teaching(
    prompt="Why does a hotel not want a relationship with every customer? Use numbers of Hotel "
    "Yasen, or of your own portfolio.",
    rubric={
        "worth": "The statement is explained by what customers are worth to the firm (profit, "
        "lifetime value), not by “bad” customers.",
        "numbers": "There are numbers or a computation, they are right, and the convention of the "
        "lifetime value is named.",
        "policy": "Different segments get different policies, each with its reason.",
        "limits": "Limits are named: uncertain forecasts, reputation, ethics and equal treatment.",
    },
    model_answer=(
        "Relationship marketing builds and keeps close ties with customers. A tie is an "
        "investment: it takes money, time and attention, and should bring back more than it "
        "costs. Customers differ in margin, in cost to serve, in how long they stay, and in "
        "whether they want a tie. So the hotel chooses. This says what a tie is worth, not that "
        "some guests are bad people.",
        "At Hotel Yasen a business traveller brings 300 euros a year, and 78% return. At 10%, and "
        "counted from next year, the lifetime value is 300 × 0.78 ÷ (1.10 − 0.78) = 731 euros. A "
        "long-stay guest is more loyal still, 85%, but loses 180 euros a year: −612 euros. In the "
        "exercise, 5,000 euros are 19 for each of 260 guests. They lift next year’s retention by "
        "9.7 points and so bring 23.7 thousand with business travellers. With long-stay guests "
        "they destroy another 12.1 thousand, because they hold guests who cost more than they "
        "bring.",
        "So the policies differ. Spa couples and business travellers are true friends: profitable, "
        "and they return for years. Invest while the next step brings more than it costs. "
        "Conference guests are butterflies: 150 euros a year, but soon gone, so serve and sell "
        "well now. Booking-site and tour guests are strangers: little profit, soon gone. They get "
        "what was promised, and no programme. Long-stay guests are barnacles: loyal at a loss. "
        "First change their price or what they cost.",
        "There are limits. Retention is a forecast: if it is ten points lower than I think, 5,000 "
        "euros for each segment loses 5.3 thousand in all. Guests who feel second-class write "
        "reviews. A tour guest of today may organise the conference of tomorrow. Profit may "
        "decide about rewards, never origin, sex, religion or disability, because that would be "
        "unfair. Invest where lifetime value grows by more than the cost, and check every year.",
    ),
    misconceptions=(
        (
            "“It is a law that 5% more retention brings 25 to 85% more profit.”",
            "The figures come from single firms and industries. Here, five points more retention "
            "raise lifetime value by a different share in each segment, and lower it where the "
            "guest loses money.",
        ),
        (
            "“Every loyal customer is profitable, so a hotel should keep everyone.”",
            "A study of four companies found that not all loyal customers are profitable, and not "
            "all profitable customers are loyal (Reinartz and Kumar 2002).",
        ),
        (
            "“One of the two formulae for lifetime value must be wrong.”",
            "They differ only in whether this year’s profit is counted. Say which one you use, and "
            "never mix the two.",
        ),
    ),
    honesty="The segments and all their figures are invented (synthetic). So is the answer of "
    "retention to loyalty money, a construct of this course: each further 20 euros a guest add "
    "half of what is still to be had, for next year’s retention only, up to 99%. The formulae "
    "assume that profit, retention and discount rate stay the same every year. The four names come "
    "from Reinartz and Kumar (2002), who studied 16,000 customers of four companies; the cuts and "
    "the policies here are the course’s. Published: 5% fewer defections went with 85% more profit "
    "in a bank’s branches, 50% in insurance brokerage and 30% in a car-service chain (Reichheld "
    "and Sasser 1990; seen in a summary). That “5%” means percentage points is to be checked.",
    words=80,
)
