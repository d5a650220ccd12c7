"""What is shown of this guest's worth, and of all guests: euros, retention, failures."""

from __future__ import annotations

from servicequality.charts.recovery_bars import lost_bars
from servicequality.declare import Chart, Column, Number, Sentence, Table, Value

WHOLE = Number()
ONE = Number(decimals=1)
TWO = Number(decimals=2)
SIGNED = Number(signed=True)

CHANGES = {
    "now": "As it is now",
    "more_complaints": "Hear more (c)",
    "more_solved": "Solve more (s)",
    "both": "Hear and solve more",
    "fewer_failures": "Half the failures (f)",
}

WORTH_VIEWS = (
    Sentence(
        "worth",
        "worth_state",
        {
            "some": "Margin a year: m = {margin} euros. Customer lifetime value by the convention "
            "CLV = m·r/(1\u00a0+\u00a0i\u00a0−\u00a0r), with r = r₀ = {smooth}% and i = "
            "{discount}%: {clv} euros. Its first margin is that of next year; acquisition cost "
            "is left out."
        },
        {
            "margin": Value("year_margin", WHOLE),
            "smooth": Value("smooth_percent", WHOLE),
            "discount": Value("discount_percent", WHOLE),
            "clv": Value("clv", WHOLE),
        },
    ),
    Sentence(
        "risk",
        "risk_state",
        {
            "loss": "After this recovery we expect a return with {after}% instead of {smooth}%. "
            "Value at risk with this guest: {at_risk} euros.",
            "gain": "With your numbers this guest is more likely to return than after a stay "
            "without failure: {after}% instead of {smooth}%. No value is at risk. Is that "
            "believable?",
        },
        {
            "after": Value("after_percent", ONE),
            "smooth": Value("smooth_percent", WHOLE),
            "at_risk": Value("at_risk", WHOLE),
        },
    ),
    Sentence(
        "break_even",
        "break_even_state",
        {
            "below": "Break-even compensation, (rᵣ\u00a0−\u00a0rᵤ)·CLV, is {most} euros. The hotel "
            "gave {given}. Up to {most} euros would have paid, if they had turned this into a good "
            "recovery. This is an upper limit, not a tariff.",
            "equal": "Break-even compensation, (rᵣ\u00a0−\u00a0rᵤ)·CLV, is {most} euros, and the "
            "hotel gave {given}. It gains nothing and loses nothing.",
            "above": "Break-even compensation, (rᵣ\u00a0−\u00a0rᵤ)·CLV, is {most} euros, and the "
            "hotel gave {given}. That is more than the recovery can bring back from this guest. "
            "It may still be right: an obligation was not met.",
            "nothing": "You assume that a good recovery keeps no more value than an unresolved "
            "complaint. Then no compensation pays. Check r₀, rᵣ and rᵤ.",
            "untold": "The hotel was not told, so it could do nothing. If it had been told, a good "
            "recovery could have cost up to {most} euros, (rᵣ\u00a0−\u00a0rᵤ)·CLV.",
        },
        {"most": Value("most", WHOLE), "given": Value("given", WHOLE)},
    ),
    Sentence(
        "paradox",
        "paradox",
        {
            "assumed": "You assume a recovery paradox: rᵣ is above r₀, so a failure would pay. Do "
            "not rely on it. A meta-analysis found it for satisfaction, but not for repurchase "
            "intention, word of mouth or image (de Matos, Henrique and Rossi, 2007).",
            "not": "You do not rely on a recovery paradox, and that is prudent. A meta-analysis "
            "found it for satisfaction, but not for repurchase intention, word of mouth or image "
            "(de Matos, Henrique and Rossi, 2007).",
        },
    ),
)

ALL_GUESTS_VIEWS = (
    Sentence(
        "iceberg",
        "iceberg",
        {
            "some": "Of 8,000 guests a year, {failed} meet a failure. {heard} complain, {silent} "
            "say nothing. Expected retention of all guests: r = {r}%.",
            "nobody": "Of 8,000 guests a year, {failed} meet a failure, and none complains. The "
            "hotel hears nothing and can put nothing right. Expected retention of all guests: "
            "r = {r}%.",
            "no_failures": "Nobody meets a failure. Expected retention is r₀ = {r}%.",
        },
        {
            "failed": Value("failed_guests", WHOLE),
            "heard": Value("heard_guests", WHOLE),
            "silent": Value("silent_guests", WHOLE),
            "r": Value("retention_now", TWO),
        },
    ),
    Sentence(
        "inviting",
        "inviting",
        {
            "pays": "Inviting complaints pays: {told}% of those who complain come back, {silent}% "
            "of those who say nothing. It pays as long as more than {needed}% of complaints are "
            "solved well.",
            "equal": "Inviting complaints makes no difference: {told}% come back either way.",
            "harms": "Inviting complaints harms: {told}% of those who complain come back, "
            "{silent}% of those who say nothing. First solve more than {needed}% of complaints "
            "well, then invite them.",
            "always": "With your numbers, inviting complaints never harms: even an unresolved "
            "complaint keeps at least as many guests as silence.",
            "never": "With your numbers, inviting complaints never pays: even a good recovery "
            "keeps fewer guests than silence.",
            "no_gain": "With your numbers, solving complaints keeps no more guests than leaving "
            "them unresolved. Check rᵣ and rᵤ.",
        },
        {
            "told": Value("complaint_percent", ONE),
            "silent": Value("silent_percent", WHOLE),
            "needed": Value("needed", ONE),
        },
    ),
    Chart(
        "lost_chart",
        "changes",
        "Guests lost because of failures",
        lost_bars,
        "Of 8,000 guests a year, failures lose {now} now, {both} after hearing and solving more, "
        "and {half} after halving the failures.",
        values={
            "now": Value("lost_now", WHOLE),
            "both": Value("lost_both", WHOLE),
            "half": Value("lost_half", WHOLE),
        },
        words={"change": CHANGES},
        texts={"axis": "Guests lost a year, of 8,000"},
    ),
    Table(
        "changes",
        "changes",
        "Retention r, and guests lost a year. Hear more: c + 20 points. Solve more: s + 30 points.",
        (
            Column("change", "Change", words=CHANGES),
            Column("retention", "r, %", TWO),
            Column("lost", "Lost", WHOLE),
        ),
    ),
    Sentence(
        "prevent",
        "prevent",
        {
            "ahead": "Guests kept a year: {half} with half the failures, {both} with hearing and "
            "solving more. "
            "Preventing beats recovering, because a guest without a failure is the likeliest to "
            "return.",
            "ahead_oddly": "Guests kept a year: {half} with half the failures, {both} with hearing "
            "and solving more. Preventing does more here. But you assume that some guests with a "
            "failure return more often than guests without one. Is that believable?",
            "behind": "Guests kept a year: {half} with half the failures, {both} with hearing and "
            "solving more. With your numbers recovering does more than preventing. See whether you "
            "believe rᵣ, and what each of the two would cost.",
            "equal": "Half the failures and better recovery do the same: {half} guests.",
            "no_failures": "There are no failures left to prevent. Few hotels can say so.",
        },
        {"half": Value("half_gain", SIGNED), "both": Value("both_gain", SIGNED)},
    ),
)
