"""A case to judge: does the guest club pay, or did the best guests join it?"""

from __future__ import annotations

from servicequality.exercises.patterns import judged_case

EXERCISE = judged_case(
    id="case-guest-club",
    title="Does the club pay for itself?",
    question="What do these figures say about the club?",
    options={
        "extend": (
            "It pays six times over. Invite all guests.",
            "The 150 euros between members and others were there before the club: 400 against "
            "250. Good guests joined. That does not show that the club made them good.",
            False,
        ),
        "no_sign": (
            "It cannot be told yet. So far nothing shows that the club added any spending.",
            "Members spent 10 euros more than in the year before, and so did the others. What the "
            "club itself added is about 0, and it costs 25.",
            True,
        ),
        "little": (
            "It pays a little. Members spend 10 euros more than last year, and many stay longer.",
            "The others also spend 10 euros more, without a club. What rose for everybody is not "
            "the work of the club. And nobody has shown that members stay longer.",
            False,
        ),
        "close": (
            "It brings 10 euros for each 25 that it costs. Close it.",
            "Not even the 10 can be credited to the club, because the others spend 10 more as "
            "well. Closing may be right in the end, but one year of spending cannot show whether "
            "members come back for more years.",
            False,
        ),
    },
    follow_up="Why? Name the comparison that decides, and what you would do next.",
    model=(
        "Two comparisons are possible. Members against others: 410 and 260 euros, 150 apart. This "
        "one misleads, because the members were the better guests before. Change against change: "
        "members rose by 10, the others by 10. The club added about nothing, and costs 25 euros "
        "for each member, 5,000 euros in all.",
        "This does not prove that the club is useless. A year is short, and perhaps members come "
        "back for more years. It is also the margin on what members spend that must pay for the "
        "club, not the spending. So test it: offer the club to half of the next guests who ask, "
        "chosen by lot, and fix now what will be compared: retention and profit after two years.",
    ),
    teaches=(),
    minutes=8,
)
