"""A portfolio of customer segments: who earns the profit, who stays, where loyalty money pays.

The four kinds carry the names of Reinartz and Kumar (2002); where the cuts lie is the manager's
choice. How retention answers to money is a construct of this course, not a published function.
"""

from __future__ import annotations

from servicequality.core.numbers import compare, total

HIGHEST_RETENTION = 0.99


def yearly_profit(margin: float, stays: float, cost: float) -> float:
    """What one guest brings in a year, in euros: margin a stay times stays, less cost to serve."""
    return margin * stays - cost


def whale_order(profits: list[float]) -> list[int]:
    """The positions of segments from the most to the least profitable guest; ties in their order.

    `profits` are a year's profit of one guest of each segment.
    """
    keys = []
    for position in range(len(profits)):
        keys.append((-profits[position], position))
    keys.sort()
    return [key[1] for key in keys]


def whale_curve(guests: list[int], profits: list[float]) -> list[tuple[float, float]]:
    """The share of guests and the profit so far, after each segment in whale order.

    `guests` are at least one altogether; `profits` are those of one guest. The last point holds
    all guests (1) and the whole profit; the highest is the peak.
    """
    everyone = total([float(number) for number in guests])
    points = []
    so_far, profit = 0.0, 0.0
    for position in whale_order(profits):
        so_far = so_far + guests[position]
        profit = profit + guests[position] * profits[position]
        points.append((so_far / everyone, profit))
    return points


def earned_and_lost(guests: list[int], profits: list[float]) -> tuple[float, float]:
    """What the profitable segments earn and what the others lose, both 0 or more.

    The first is the peak of the whale curve; the difference is the whole profit.
    """
    earned, lost = [], []
    for position in range(len(guests)):
        profit = guests[position] * profits[position]
        if profit > 0:
            earned.append(profit)
        else:
            lost.append(0.0 - profit)
    return total(earned), total(lost)


def shape_of_whale(earned: float, lost: float) -> str:
    """How the whale curve runs: `all_earn`, `all_lose`, `eaten` (nothing is left) or `whale`."""
    if compare(lost, 0.0) == 0:
        return "all_earn"
    if compare(earned, 0.0) == 0:
        return "all_lose"
    return "eaten" if compare(earned, lost) <= 0 else "whale"


def kind_of(profit: float, lifetime: float, profit_cut: float, lifetime_cut: float) -> str:
    """One of four kinds of customer, after yearly profit (euros) and expected lifetime (years).

    `true_friend` (both reach their cut), `butterfly` (profit only), `barnacle` (lifetime only),
    `stranger` (neither).
    """
    profitable = compare(profit, profit_cut) >= 0
    lasting = compare(lifetime, lifetime_cut) >= 0
    if profitable:
        return "true_friend" if lasting else "butterfly"
    return "barnacle" if lasting else "stranger"


def raised_retention(retention: float, lift: float, spend: float, halving: float) -> float:
    """Next year's retention where `spend` euros a guest go into loyalty this year.

    r + lift · (1 − 2^(−spend/halving)): each further `halving` euros a guest add half of what is
    still to be had of `lift`. It never exceeds 0.99, or `retention` itself where that is higher.
    Concave in `spend`: the more is spent, the less the next euro adds.
    """
    highest = max(retention, HIGHEST_RETENTION)
    return min(retention + lift * (1 - 2 ** (-spend / halving)), highest)


def shared_retention(
    guests: int, retention: float, lift: float, amount: float, halving: float
) -> float:
    """Next year's retention where an amount in euros is shared equally among the guests.

    Unchanged where there are none.
    """
    if guests == 0:
        return retention
    return raised_retention(retention, lift, amount / guests, halving)


def moved_retention(retention: float, points: float) -> float:
    """Retention a few points (a share) higher or lower, kept between 0 and 0.99."""
    return min(HIGHEST_RETENTION, max(0.0, retention + points))


def worth_of_loyalty(
    guests: int, profit: float, retention: float, discount: float, raised: float
) -> float:
    """What a segment gains, in euros, where next year's retention is `raised`.

    guests · (r′ − r) · m/(1 + i − r): each further guest kept is worth next year's profit and all
    that follows, in today's money. This year's margin does not depend on it, so both conventions
    of lifetime value give the same. Negative where the guest loses money.
    """
    return guests * (raised - retention) * profit / (1 + discount - retention) + 0.0


def worth_by_steps(
    guests: int,
    profit: float,
    retention: float,
    discount: float,
    lift: float,
    halving: float,
    amounts: list[int],
) -> list[float]:
    """What a segment gains, in euros, by each of these amounts of loyalty money (euros in all).

    The amount is shared equally among the guests; without guests it gains nothing.
    """
    found = []
    for amount in amounts:
        raised = shared_retention(guests, retention, lift, amount, halving)
        found.append(worth_of_loyalty(guests, profit, retention, discount, raised))
    return found


def next_best(worth: list[list[float]], chosen: list[int]) -> tuple[int, float]:
    """The segment in which one more step of money adds most, and what it adds; −1 where none can.

    `worth[s][k]` is what k steps bring in segment s. Ties go to the earlier segment.
    """
    best, most = -1, 0.0
    for position in range(len(worth)):
        taken = chosen[position]
        if taken + 1 >= len(worth[position]):
            continue
        added = worth[position][taken + 1] - worth[position][taken]
        if best < 0 or compare(added, most) > 0:
            best, most = position, added
    return best, most


def best_allocation(worth: list[list[float]], step: float, steps: int) -> list[int]:
    """The numbers of steps of money on each segment that gain most, at most `steps` in all.

    `worth[s][k]` is what k steps bring in segment s, in the unit of `step`, what one step costs;
    `worth[s][0]` is 0. Each next step goes where it adds most, as long as it adds more than it
    costs. That is the optimum because of `worth_of_loyalty`: in a segment that gains, each step
    adds no more than the one before, and one that loses is best left at 0. So no step that was
    left out adds more than one that was taken, and no exchange of steps improves the plan.
    """
    chosen = [0 for _ in worth]
    for _ in range(steps):
        best, added = next_best(worth, chosen)
        if best < 0 or compare(added, step) <= 0:
            break
        chosen[best] = chosen[best] + 1
    return chosen


def added_up(numbers: list[int]) -> int:
    """The sum of whole numbers, as a whole number."""
    result = 0
    for number in numbers:
        result = result + number
    return result


def judge_plan(
    spent: int, budget: int, net: float, best_spent: int, best_net: float, nearly: float
) -> str:
    """How a plan does against the best use of the same money; all in the same unit.

    `over` (more spent than there is), `nothing` or `nothing_pays` (nothing spent; the best plan
    spends something or nothing), `best` (no more than `nearly` below the best), `stop` (the best
    plan spends nothing), `loss` (brings back less than it costs), `better` (could be better).
    """
    if spent > budget:
        return "over"
    if spent == 0:
        return "nothing_pays" if best_spent == 0 else "nothing"
    if compare(best_net - net, nearly) <= 0:
        return "best"
    if best_spent == 0:
        return "stop"
    return "loss" if compare(net, 0.0) < 0 else "better"
