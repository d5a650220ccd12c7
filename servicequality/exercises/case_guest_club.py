"""A case to judge: does the guest club pay, or did the best guests join it?"""

from __future__ import annotations

from servicequality.exercises.patterns import judged_case

EXERCISE = judged_case(
    id="case-guest-club",
    title="Does the club pay for itself?",
    question="What do these figures say about the club?",
    options={
        "extend": (
            "It pays many times over. Invite all guests.",
            "The 150 euros between members and others were there before the club: 400 against "
            "250. Good guests joined. That does not show that the club made them good.",
            False,
        ),
        "no_sign": (
            "So far there is no sign that it pays. Test it properly before going on.",
            "Members spent 10 euros more than in the year before, and so did the others. What the "
            "club itself added is about 0, and it costs 25.",
            True,
        ),
        "never": (
            "It is proved that loyalty clubs never pay. Close it today.",
            "One year of one club proves nothing about all clubs. Members may also come for more "
            "years, and one year cannot show that.",
            False,
        ),
        "happy": (
            "Members are satisfied, and that is enough. Money is not the point.",
            "5,000 euros a year are taken from something else, perhaps from quieter windows. A "
            "hotel may decide to pay for goodwill, but it should know the price.",
            False,
        ),
    },
    follow_up="Why? Name the comparison that decides, and what you would do next.",
    model=(
        "Two comparisons are possible. Members against others: 410 and 260 euros, 150 apart. This "
        "one misleads, because the members were the better guests before. Change against change: "
        "members rose by 10, the others by 10. The club added about nothing, and costs 25 euros "
        "for each member, 5,000 euros in all.",
        "This does not prove that the club is useless. A year is short, spending is not profit, "
        "and perhaps members come back for more years. So test it: offer the club to half of the "
        "next guests who ask, chosen by lot, and fix now what will be compared: retention and "
        "profit after two years.",
    ),
    teaches=(),
    minutes=8,
)
