"""A debate: is bad service always a matter of will, and never of ability?"""

from __future__ import annotations

from servicequality.exercises.patterns import debate

EXERCISE = debate(
    id="debate-unwilling",
    title="Do they not want to?",
    claim="The article on ten mistakes says: the problem was never that people are unable to serve "
    "well; it was always that they do not want to.",
    positions={
        "will": "I agree: in the end it is a matter of will",
        "both": "Will and ability both count, and it depends on the case",
        "system": "I disagree: mostly the organisation hinders people",
    },
    arguments={
        "for": (
            "Much of good service asks for no special skill. To look up, to greet and to listen, "
            "nearly everybody can. Whoever does it at home and not at work does not want to.",
            "In studies of work, school and sport, people’s own will goes together with how well "
            "they perform, and with quality more than with quantity.",
            "The same team, with the same training and tools, serves differently under two "
            "managers. Something that a manager does to the will must explain it.",
        ),
        "against": (
            "The article itself asks for standards, for equipment, and for techniques that are "
            "trained. Why, if everybody were able already?",
            "Rights of refund, a booking system, an allergy, an angry guest at night: these "
            "have to be learnt, and what is learnt fades.",
            "The same people who are quick on Tuesday are slow on Friday. Their will has not "
            "changed within three days; the number of guests has.",
            "Whoever looks for unwilling people finds them. A rule that nobody can keep, or pay "
            "that rewards something else, looks just the same from outside.",
        ),
    },
    question="Where do you stand?",
    model=(
        "A careful answer keeps what is right in the claim. Own will matters, and it matters most "
        "where nobody counts. But “never” and “always” fall with one example, and everybody knows "
        "one: the new receptionist who wants to help and cannot. The claim also sits badly with "
        "the next mistake of the article, that there is no training of one’s own: why train, if "
        "nobody is unable? The article would answer that training is for attitudes; but it also "
        "says that techniques are forgotten.",
        "And will is not a fixed property of people. It falls where effort is useless and rises "
        "where it is seen. So “they do not want to” is where a manager’s questions begin, not "
        "where they end: is the rule clear, was it practised, are the means there, what is "
        "rewarded? If all four are in order and the service is still bad, ask the people "
        "themselves.",
    ),
    teaches=("M6", "M6a", "M7"),
    minutes=8,
)
