"""Case of chapter 1: the only hotel in the valley, and whether service is worth its money there."""

from __future__ import annotations

from servicequality.exercises.patterns import judged_case

EXERCISE = judged_case(
    id="only-hotel",
    title="The only hotel in the valley",
    question="Should Boyan spend the 24,000 euros?",
    case="Hotel Elitsa is full in summer and at New Year, and half empty on the other 290 nights. "
    "The next hotel is fifty minutes away. Better service for one year costs 24,000 euros, and "
    "each night sold brings 60 euros after its own costs.",
    options={
        "waste": (
            "No: guests in this valley have no other hotel",
            "They have other valleys, and their own sofa. The review says so, and the empty rooms "
            "fit it. No rival nearby is not the same as no alternative.",
            False,
        ),
        "railways": (
            "Yes: even a railway without rivals does it",
            "The example shows that one company did it. It does not tell what it gained, and a "
            "railway in another country is not a hotel in a valley.",
            False,
        ),
        "summer": (
            "Yes, in July and August, because then better service sells more rooms",
            "In summer every room is taken, so better service cannot sell more of them. It might "
            "support a higher price: 8 euros more on each of the 3,000 full room nights, New Year "
            "included, would also bring 24,000 euros. That is a different plan, and this option "
            "does not name it.",
            False,
        ),
        "trial": (
            "Yes, for one year, to sell more nights in the quiet months",
            "There the rooms are empty and guests do have a choice. If somebody counts, the "
            "bookings will show whether more nights were sold. Whether service was the cause is a "
            "second question.",
            True,
        ),
    },
    follow_up="Give your reason in two or three sentences. How many more nights must be sold to "
    "earn the money back?",
    model=(
        "24,000 euros divided by 60 euros is 400 nights. Half of 40 rooms on 290 nights are 5,800 "
        "empty nights, so about seven of every hundred must be sold. That is possible, and not "
        "certain. Boyan need not spend it all at once: fast e-mails are the part that a guest has "
        "named. He should note month by month how many enquiries become bookings.",
        "A change in one hotel is not yet proof: the weather or the price may have changed too. He "
        "could answer quickly in some weeks and as before in others, and compare. If the fast "
        "weeks bring no more bookings, fast answers alone are probably not what keeps guests away.",
        "There is a second way: 8 euros more on each of the 3,000 full room nights (75 nights, 40 "
        "rooms). But these sell whatever the hotel does. So Boyan should first ask whether he "
        "could raise that price without any new service.",
    ),
    teaches=("I4",),
    minutes=6,
)
