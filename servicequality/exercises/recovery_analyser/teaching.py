"""What to try, the rubric, the model answer, and what is real."""

from __future__ import annotations

from servicequality.declare import Task, Teaching

TASKS = (
    Task(
        "Read the case. Which justice is weakest? Then let Kiril solve it: tick that the first "
        "employee was allowed to decide and that there was a choice, and set 15 minutes, one "
        "employee, and “yes” for resolved. What is weakest now?",
        "First distributive justice, with 17 points: nothing was solved, and 40 euros are 17% of "
        "the price. Afterwards interactional justice, with 35: nobody explained. Distributive "
        "justice has risen to 77, procedural justice from 51 to 100. Value at risk falls from 240 "
        "to 24 euros.",
    ),
    Task(
        "Set r₀ to 70%, then to 85%. What happens to the break-even compensation, and why?",
        "It rises from 142 to 275 euros. The difference rᵣ − rᵤ stays the same, but guests who "
        "come back more often have a higher lifetime value.",
    ),
    Task(
        "Put r₀ back to 80%. Lower s until inviting complaints harms. What follows?",
        "At 23% it still pays, at 22% it harms. A hotel should be able to solve complaints before "
        "it invites them.",
    ),
    Task(
        "Put s back to 50%. Which keeps more guests: half the failures, or hearing and solving "
        "more? Is it still so if every good recovery keeps all guests (rᵣ = 100%)?",
        "Half the failures: 290 guests a year against 148. With rᵣ = 100% it is still 260 against "
        "248, although nobody should count on such a rᵣ.",
    ),
    Task(
        "Now replace the case by your own. Name a measure that would have prevented it, and write "
        "your answer in about 200 words."
    ),
)

TEACHING = Teaching(
    prompt="Describe an occasion when you stayed in a hotel or travelled by plane and had a "
    "problem. How did the firm try to solve it, if it did? Was it resolved in the end? If not, why "
    "not? Say also what would have prevented it. If you have no case of your own, take the couple "
    "at Hotel Yasen.",
    rubric={
        "account": "The account is accurate and in order of time: what was promised, what failed, "
        "who did what, and how it ended.",
        "classification": "The failure is classified correctly, with reasons: outcome or process, "
        "SERVQUAL dimension, likely gap.",
        "evaluation": "The recovery is judged by the three kinds of justice or by the rights R3 to "
        "R8, and it is said why the problem was, or was not, resolved.",
        "improvement": "There is a concrete improvement of both kinds: one that prevents the "
        "failure, and one for the recovery.",
    },
    model_answer=(
        "I take the couple at Hotel Yasen. We booked a weekend, because its "
        "website promises “quiet nights, always”. Our room faced the street. On Saturday at 23:40 "
        "traffic still kept us awake, and we called reception. Kiril came after 25 minutes; the "
        "hotel’s rule for calls about noise says 15. He said sorry and offered earplugs. Two "
        "courtyard rooms were free, but he was not allowed to move us. On Sunday Desislava wrote "
        "it down. A week later a voucher for 40 euros came, without explanation. We never slept "
        "that night.",
        "It was an outcome (technical) failure: the quiet night that we had bought was missing. "
        "The slow answer was a process failure on top. The dimension is reliability, because a "
        "promise was not kept. The root is Gap 4: the website promises what a street-side room "
        "cannot give. Gap 3 explains only the late answer.",
        "By the points of the exercise, distributive justice was weakest, 17 of 100 points: no "
        "sleep, and 17% of a price of 240 euros. Interactional justice (35) had an apology, but "
        "no explanation and no call afterwards. Procedural justice was middling (51): late and "
        "without a choice, but no new mistake. The promise was not met (R3), the first employee "
        "could not solve the problem and no other was there who could (R7), and help came late "
        "(R4). It stayed unresolved because, as we learned later, Kiril had no authority, and the "
        "front office manager, who had it, was at home. So the hotel failed twice, and we shall "
        "not return.",
        "For the recovery: the receptionist on duty may move guests to any free room at once, "
        "explains why, and somebody calls the next day. To prevent it: the website says which "
        "rooms are quiet, and guests choose when they book. Then those who need silence get a "
        "courtyard room, and fewer have to call. Prevention comes first, because a good recovery "
        "still loses some guests.",
    ),
    misconceptions=(
        (
            "“Fail, recover well, and guests like the hotel more than before.”",
            "A meta-analysis found this for satisfaction, but not for the intention to buy again, "
            "word of mouth or image. A failed recovery disappoints a second time.",
        ),
        (
            "“Few complaints mean satisfied guests.”",
            "Unhappy guests may leave without a word. How many complain depends on how easy it is.",
        ),
    ),
    honesty="Hotel Yasen and its couple are invented. The justice points, the fair share of the "
    "price for each point of severity and the rules for the rights are constructs of this course. "
    "All retentions and shares are assumptions, and no study gives them. “Partly” resolved, or "
    "resolved with a new mistake, counts as halfway between rᵣ and rᵤ. Break-even counts a "
    "guest who returns with the whole lifetime value: this is a simplification, and a cautious "
    "one. Published are the findings on the recovery paradox (de Matos, Henrique and Rossi, 2007) "
    "and on severity (Soares and Proença, 2015). The formula for lifetime value is one of several "
    "conventions.",
    words=80,
)
