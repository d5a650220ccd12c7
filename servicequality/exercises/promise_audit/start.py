"""Where the audit starts: four promises of Hotel Yasen, a blank row, and one promise rewritten."""

from __future__ import annotations

from typing import Any

from servicequality.content import load
from servicequality.hotel import levels

# The promises of the supplied case, by their id in data/hotel/promises.csv.
CHOSEN = ("p01", "p04", "p03", "p09")
CHANNEL_IDS = {
    "website": "website",
    "booking site": "booking_site",
    "brochure": "brochure",
    "confirmation e-mail": "email",
    "room folder": "folder",
}


def supplied() -> list[dict[str, Any]]:
    """The rows of the supplied case: promises with their delivery, standard and importance."""
    promises = {row["promise_id"]: row for row in load("hotel/promises")}
    figures = {row["id"]: row for row in levels()}
    rows = []
    for number, chosen in enumerate(CHOSEN, start=1):
        promise = promises[chosen]
        figure = figures[promise["attribute_id"]]
        rows.append(
            {
                "id": f"p{number}",
                "text": promise["text"],
                "channel": CHANNEL_IDS[promise["channel"]],
                "promised": promise["promised_level"],
                "delivered": round(figure["delivery"], 1),
                "known": True,
                "standard": round(figure["standard"], 1),
                "importance": round(figure["guest_importance"]),
            }
        )
    return rows


SUPPLIED = supplied()
BLANK: dict[str, Any] = {
    "text": "",
    "channel": "website",
    "promised": 5.0,
    "delivered": 5.0,
    "known": False,
    "standard": 5.0,
    "importance": 10,
}
# The first promise as a careful writer might put it: for readers without JavaScript.
REWRITTEN: dict[str, Any] = {
    "new_text": "Courtyard rooms are quiet after ten. In street-side rooms you hear traffic. "
    "Choose when you book.",
    "new_level": 4.5,
    "absolute": False,
    "measurable": True,
}
