"""What inviting complaints does: how many guests come back after a failure, and what it is worth.

The shares and retentions are those of `servicequality.model.recovery`, a construct of this course
by the rule of total probability. New here is that a hotel that hears more complaints may solve a
smaller share of them well.
"""

from __future__ import annotations

from servicequality.core.numbers import compare, total
from servicequality.model.recovery import after_complaint


def returning(
    failed: float, complain: float, solved: float, retentions: dict[str, float]
) -> dict[str, float]:
    """Guests who come back after a failure, by what happened: `good`, `unresolved`, `silent`.

    `failed` guests (0 or more) meet a failure; the share `complain` c of them says so, and of these
    complaints the share `solved` s is solved well: F c s r_r, F c (1 − s) r_u, F (1 − c) r_n.
    Shares and `retentions` (`good`, `unresolved`, `silent`) lie from 0 to 1.
    """
    heard = failed * complain
    return {
        "good": heard * solved * retentions["good"],
        "unresolved": heard * (1 - solved) * retentions["unresolved"],
        "silent": (failed - heard) * retentions["silent"],
    }


def kept(failed: float, complain: float, solved: float, retentions: dict[str, float]) -> float:
    """All guests who come back after a failure: F [c (s r_r + (1 − s) r_u) + (1 − c) r_n]."""
    parts = returning(failed, complain, solved, retentions)
    return total([parts["good"], parts["unresolved"], parts["silent"]])


def needed_when_invited(
    complain: float, solved: float, invited: float, retentions: dict[str, float]
) -> float | None:
    """The share solved well at which inviting complaints keeps as many guests as before.

    `complain` and `solved` are the shares before; `invited` (above 0) is the share who complain
    once they are invited. The answer may lie outside 0 to 1. It is None where a good recovery keeps
    no more guests than none (r_r ≤ r_u), so that no share is the border. With the share unchanged
    (`solved` itself) the rule would be that of `recovery.needed_solving`; here all complaints, the
    old ones too, are solved at the new share.
    """
    if compare(retentions["good"], retentions["unresolved"]) <= 0:
        return None
    heard = after_complaint(retentions["good"], retentions["unresolved"], solved)
    before = complain * heard + (1 - complain) * retentions["silent"]
    told = (before - (1 - invited) * retentions["silent"]) / invited
    return (told - retentions["unresolved"]) / (retentions["good"] - retentions["unresolved"])


def gain(
    more_guests: float, more_recoveries: float, value: float, cost: float, programme: float
) -> float:
    """What inviting complaints brings in a year, in euros; below 0 where it costs more.

    `more_guests` come back who did not before (below 0: fewer), each worth `value` euros;
    `more_recoveries` at `cost` euros each; `programme` is what the invitation itself costs.
    """
    return more_guests * value - more_recoveries * cost - programme


def needed_to_earn(
    heard: dict[str, float], invited: float, retentions: dict[str, float], money: dict[str, float]
) -> float | None:
    """The share solved well from which inviting complaints earns money; it may lie outside 0 to 1.

    `heard` has what is so before: `failed` F guests (above 0), `complain` c and `solved` s;
    `invited` (above 0) is the share who complain once they are invited. `money` has `value`, `cost`
    and `programme`, euros, as in `gain`. The gain is a straight line in the share solved well t:
    each more of F · invited complaints that is solved well keeps r_r − r_u guests and costs one
    recovery. None where that costs as much as the guests are worth or more
    ((r_r − r_u) · value ≤ cost), so that no share is the border from which it earns.
    """
    step = (retentions["good"] - retentions["unresolved"]) * money["value"] - money["cost"]
    if compare(step, 0.0) <= 0:
        return None
    failed, complain, solved = heard["failed"], heard["complain"], heard["solved"]
    before = kept(failed, complain, solved, retentions)
    none_solved = gain(
        kept(failed, invited, 0.0, retentions) - before,
        -failed * complain * solved,
        money["value"],
        money["cost"],
        money["programme"],
    )
    return -none_solved / (failed * invited * step)


def prevented_instead(more_guests: float, smooth: float, after_failure: float) -> float | None:
    """How many failures would have to be prevented to keep as many guests more.

    `smooth` r₀ is the retention without a failure, `after_failure` that of all guests who met one,
    both from 0 to 1. None where a failure costs no guest, so that preventing keeps none.
    """
    if compare(smooth, after_failure) <= 0:
        return None
    return more_guests / (smooth - after_failure)
