"""Where a conference order loses its clean record: seven steps, six hand-offs."""

from __future__ import annotations

from typing import Any

from servicequality.charts.order_losses import order_losses
from servicequality.declare import Column, Number, Picture
from servicequality.exercises.order_to_stay import EXERCISE

VALUES = EXERCISE.start(str)["values"]


def rows() -> list[dict[str, Any]]:
    """Each step, and before it the hand-off if the owner changes: orders before and after it."""
    found: list[dict[str, Any]] = []
    left, owner = 100.0, None
    for step in VALUES["steps"]:
        parts = [("step", step["share"] / 100)]
        if owner is not None and step["today"] != owner:
            parts.insert(0, ("hand_off", 1 - VALUES["error"] / 100))
        for kind, share in parts:
            name = step["id"] if kind == "step" else f"to_{step['today']}_{step['id']}"
            before, left = left, left * share
            found.append(
                {
                    "part": name,
                    "kind": kind,
                    "before": round(before, 6),
                    "after": round(left, 6),
                    "lost": round(before - left, 6),
                }
            )
        owner = step["today"]
    return found


PARTS = {step["id"]: step["step"] for step in VALUES["steps"]} | {
    "to_front_step_2": "→ to front office",
    "to_kitchen_step_3": "→ to the kitchen",
    "to_housekeeping_step_4": "→ to housekeeping",
    "to_technician_step_5": "→ to the technician",
    "to_front_step_6": "→ back to front office",
    "to_accounts_step_7": "→ to accounts",
}
ONE = Number(decimals=1)

FIGURE = Picture(
    id="order-losses",
    caption="A hundred orders, and what is left of them without an error",
    draw=order_losses,
    rows=rows(),
    description="Chart of thirteen bars from top to bottom: seven steps and the six hand-offs "
    "between them. A hundred orders come in. The offer leaves 98.0 without an error, the hand-off "
    "to the front office 95.1, and so on down to 68.7 after the invoice. Most single steps lose "
    "about two orders, each hand-off between two and three.",
    source="Synthetic data of Hotel Yasen, as in the explorer below. Errors are independent.",
    texts={"axis": "Orders without an error, of 100"},
    words={"part": PARTS, "kind": {"step": "step", "hand_off": "hand-off"}},
    columns=(
        Column("part", "Part"),
        Column("kind", "Kind"),
        Column("lost", "Lost here", style=ONE),
        Column("after", "Left without an error", style=ONE),
    ),
)
