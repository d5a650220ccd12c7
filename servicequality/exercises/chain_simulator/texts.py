"""The longer texts of the exercise: feedback, tasks, rubric and model answer."""

from __future__ import annotations

from servicequality.declare import Task, Teaching

AUTHORITY = {
    "ask_first": "must ask a manager first",
    "small_things": "may solve small things",
    "within_limits": "may solve it at once, within limits",
}
PARTS = {
    "internal": "Internal quality",
    "training": "Training",
    "authority": "Authority",
    "reward": "Reward",
    "complaints": "Complaints",
    "together": "Together",
}
LINKS = {
    "satisfaction": "Staff satisfaction",
    "competence": "Skills",
    "quality": "Service quality",
    "guest_satisfaction": "Guest satisfaction",
    "guests": "Regular guests",
}
TURNOVER = {
    "reached": "Yearly turnover falls from {first} to {last} leavers for each 100 jobs: {points} "
    "points less. The goal of 10 points is reached. "
    "Cost against before: {extra} euros a month.",
    "short": "Yearly turnover falls from {first} to {last} leavers for each 100 jobs: {points} "
    "points less. The goal of 10 points is not reached. "
    "Cost against before: {extra} euros a month.",
    "rises": "Yearly turnover rises from {first} to {last} leavers for each 100 jobs: {points} "
    "points more. Cost against before: {extra} euros a month.",
    "same": "Yearly turnover stays at {first} leavers for each 100 jobs. "
    "Cost against before: {extra} euros a month.",
}
DIRECTION = {
    "up_open": "The chain runs up: staff satisfaction reaches {staff}, guest satisfaction "
    "{guests}. It is not yet a loop, because nothing comes back from guests to staff.",
    "up_closed": "The loop runs up: staff satisfaction reaches {staff}, guest satisfaction "
    "{guests}. Fewer guests complain, so work is easier, so the staff serve better still.",
    "down_open": "The chain runs down: staff satisfaction falls to {staff}, guest satisfaction to "
    "{guests}. It is not yet a loop, because nothing comes back from guests to staff.",
    "down_closed": "The loop runs down: staff satisfaction falls to {staff}, guest satisfaction to "
    "{guests}. More guests complain, good people leave, and those who stay serve worse.",
    "mixed_open": "No clear direction: staff satisfaction ends at {staff} (it was 50), guest "
    "satisfaction at {guests} (it was 60.1).",
    "mixed_closed": "The loop has no clear direction: staff satisfaction ends at {staff} (it was "
    "50), guest satisfaction at {guests} (it was 60.1).",
    "still_open": "Nothing moves: staff satisfaction stays at {staff}, guest satisfaction at "
    "{guests}.",
    "still_closed": "The loop is closed, but nothing sets it in motion: staff satisfaction stays "
    "at {staff}, guest satisfaction at {guests}.",
}
PAYBACK = {
    "repaid": "The money is back in month {turn}. After 36 months you are {gain} thousand euros "
    "better off than without the change.",
    "not_within": "The money is not back within 36 months: {gain} thousand euros are still "
    "missing.",
    "eaten": "You save {first} euros in month 0. In month {turn} the savings are eaten up; after "
    "36 months {gain} thousand euros are lost.",
    "saved": "You save {first} euros in month 0. After 36 months you are still {gain} thousand "
    "euros better off.",
    "free_gain": "The change costs nothing in month 0. After 36 months you are {gain} thousand "
    "euros better off.",
    "free_loss": "The change costs nothing in month 0. After 36 months {gain} thousand euros are "
    "lost.",
    "no_change": "The money stays as it was. Move a slider.",
}
PASSING = {
    "rises": "The profit of one month passes the old level of {old} euros in month {passes}.",
    "falls": "The profit of one month falls below the old level of {old} euros in month {passes}.",
    "none": "",
}
CURVE = {
    "j": "This is a J-curve. You pay from month 0, and guests come back late. In month "
    "{worst_month} the hole is deepest: {worst} thousand euros. Whoever stops there keeps the "
    "loss. The source text of this course says: results begin after about six months to a year. "
    "That is its author’s experience, without a source.",
    "sinking": "You pay from month 0, and profit is still below the old level after 36 months. The "
    "hole grows: {worst} thousand euros in month {worst_month}. Cost, or something that works "
    "against you, is too strong.",
    "reversed": "This is the J-curve upside down. The saving shows at once; the loss comes later, "
    "because staff and guests leave later. A manager who looks at the first months only sees a "
    "success.",
    "cheaper": "You spend less, and profit is no lower for it after 36 months. Look at which part "
    "of the programme pays for that.",
    "free_gain": "You pay nothing, and still there is a gain. Work became easier, so staff and "
    "guests stay; or one part of your programme pays for another.",
    "free_loss": "You save nothing, and still there is a loss. Work became harder, or skills "
    "fade; staff and guests pay for it first, the hotel later.",
    "flat": "",
}
CAUTION = {
    "plain": "All speeds and weights here are assumptions. Trust the order of events, not the "
    "month.",
    "maximal": "You drive staff satisfaction to {staff}. A meta-analysis by Hogreve and others "
    "(2017) warns: to maximise employee satisfaction and quality is not always best. Compare the "
    "money with a lower setting.",
    "squeezed": "You raise internal quality, yet staff satisfaction ends at {staff}. Better tools "
    "do not outweigh more complaints, or a manager who must always be asked.",
    "untrained": "Staff are happier and trained less. Happy people still need to know how: look at "
    "skills and service in the chart.",
}
LINE = {
    "less": "At a daily rate of {adr} dollars, one point costs {price} dollars a year. {change} "
    "points less turnover went with {dollars} dollars more gross operating profit a year.",
    "more": "At a daily rate of {adr} dollars, one point costs {price} dollars a year. {change} "
    "points more turnover went with {dollars} dollars less gross operating profit a year.",
    "none": "At a daily rate of {adr} dollars, one point costs {price} dollars a year. You have "
    "changed nothing yet.",
    "below": "At a daily rate of {adr} dollars the published line says nothing: below 62.62 "
    "dollars it would give a negative cost.",
}
LINKED = {
    "less": "Your run lowers yearly turnover by {points} points. In those hotels that would be "
    "{dollars} dollars a year. Mind the mixture: an assumed change at a published price.",
    "more": "Your run raises yearly turnover by {points} points. In those hotels that would cost "
    "{dollars} dollars a year. Mind the mixture: an assumed change at a published price.",
    "none": "",
}
SOURCE = {
    "inside": "Published: cost = 525 · ADR − 32,875, per hotel and year. Prices are those of the "
    "US in 2001. Hotels differ in more than turnover, so this is a link, not a proof.",
    "outside": "Published: cost = 525 · ADR − 32,875, per hotel and year, in US prices of 2001. "
    "Figures are quoted for 65 and 125 dollars; a rate of {adr} lies outside, so take care.",
    "below": "Published: cost = 525 · ADR − 32,875, per hotel and year, in US prices of 2001. "
    "Raise the rate to read a cost.",
}

TASKS = (
    Task(
        "Look at the start: internal quality rises from 50 to 80, nothing else changes. When does "
        "the profit of one month pass the old level, and when is the money back? Why so late?",
        "Profit passes the old level in month 9. The money is back in month 16, in the second "
        "year. The cost begins in month 0, but guests come back only after staff, skills and "
        "service have changed.",
    ),
    Task(
        "Tick “Close the loop”. What changes, and what does that say about the question?",
        "Staff satisfaction ends at 86.3 instead of 80, and the gain after 36 months grows from "
        "1,008 to 1,088 thousand euros. Good quality itself makes work better: guests complain "
        "less. That is the answer’s core.",
    ),
    Task(
        "Find the cheapest programme that lowers yearly turnover by 10 points. Leave training at "
        "0.5 and complaints at 10, cost at 400 euros a point, and the loop open.",
        "Internal quality 52, problems solved at once within limits, a reward of 10 euros: 2,300 "
        "euros a month for 10.1 points. Internal quality alone needs 62 and 4,800 euros. In "
        "this model authority brings much for little, and the first euros of reward bring most.",
    ),
    Task(
        "Make the loop run down. Close the loop, set internal quality to 30 and complaints to 20. "
        "When does the saving turn into a loss?",
        "You save 8,000 euros in month 0. In month 8 the profit of one month falls below the old "
        "level, and in month 12 the savings are eaten up. After 36 months more than a million "
        "euros are lost.",
    ),
    Task(
        "Go back to the start, with a cost of 800 euros a point. Compare internal quality 85 and "
        "100. Is more always better?",
        "No. Both are repaid, but after 36 months 85 has brought 575 thousand euros and 100 only "
        "492. The last points cost as much as the first and bring fewer guests back.",
    ),
)

TEACHING = Teaching(
    prompt="How does good service quality raise employees’ job satisfaction? Explain the way from "
    "quality to satisfaction, the way back, and how sure we can be. Use Hotel Yasen or another "
    "hotel as your example.",
    rubric={
        "mechanisms": "At least three ways are given in which good quality raises satisfaction, in "
        "this direction.",
        "loop": "The way back is explained, from satisfied staff to quality, and that the two make "
        "a loop with delays.",
        "evidence": "Evidence is named, and so are its limits.",
        "example": "There is a hotel example with numbers, and it is said where they come from.",
    },
    model_answer=(
        "Good quality makes work better in several ways. First, employees are proud of a good "
        "product: it is pleasant to bring a fresh breakfast to the table. Second, well-run work "
        "means less rework and less stress. When the rooms of Hotel Yasen are quiet, Desislava at "
        "the desk meets fewer angry guests in the morning. Third, satisfied guests say thank you, "
        "and staff feel that their work is seen. Fourth, staff who may solve a problem at once, "
        "and are trained for it, feel able and trusted.",
        "There is also a way back. Satisfied employees stay, so skills grow, service improves, "
        "guests return and complain less, and that makes work easier again. This is a loop with "
        "delays: skills grow only over months, and guests notice at their next stay. It can run "
        "down as well: poor tools, more complaints, good people leave, and service gets worse.",
        "Take a hotel like Hotel Yasen in our simulator, where internal quality rises from 50 to "
        "80 of 100. That costs 12,000 euros a month, so profit falls first. Staff satisfaction "
        "follows from 50 to 80 and has made half of its way in month 2, but profit passes its old "
        "level only in month 9, and the money is back in month 16. These numbers are assumptions. "
        "Published is a price of turnover: in 98 US hotels, at a daily rate of 90 dollars, one "
        "percentage point more went with 14,375 dollars less profit a year (Simons and Hinkin, "
        "2001).",
        "How sure is this? A meta-analysis finds all links of the service-profit chain "
        "significant, but their strength varies with the service, and maximising satisfaction is "
        "not always best (Hogreve and others, 2017). Most studies show links, not causes: a third "
        "thing, such as a good manager, may lie behind both quality and satisfaction. And high "
        "standards without tools or authority can make work worse. So I expect the effect, but "
        "not its size.",
    ),
    misconceptions=(
        (
            "“The service-profit chain proves that happy employees cause profit.”",
            "Most of the evidence shows links, not causes. They differ between kinds of service, "
            "and the highest possible satisfaction is not always best.",
        ),
        (
            "“One training course puts service right.”",
            "Skills fade and leavers take theirs along. Set training to 0 and watch the chart.",
        ),
        (
            "“The human-resources department owns service quality.”",
            "Tools, planning, complaints and authority lie with every line manager.",
        ),
    ),
    honesty="The simulator is a construct of this course, not a published model. All its speeds, "
    "weights, costs and start values are assumptions: how fast satisfaction moves, half of a skill "
    "lost in 6.5 months without training, a leaver costs 1,500 euros, a reward of 20 euros brings "
    "6 points and can never bring more than 12, authority adds or takes 6 points, a complaint in "
    "100 stays takes 1. The model has no full house: guests can grow without limit. Yearly "
    "turnover is 12 times the monthly share of leavers. Published are the turnover line of Simons "
    "and Hinkin (2001; we know it from the record of the article) and two meta-analyses: Hogreve "
    "and others (2017), and Brown and Lam (2008), who find that employee satisfaction reaches the "
    "customer’s satisfaction through perceived quality.",
    words=80,
)
