"""A service that may be given away or sold: what it is worth to guests, and what it brings.

A construct of this course. Each guest was asked two things: the most that he would pay for the
service (`worths`, euros), and what would have kept him away (`deciders`): `none` (he would have
come anyway), `ride` (he needs the service, free or not) or `free` (he came because it is free).
"""

from __future__ import annotations

from servicequality.core.numbers import compare, total


def users(worths: list[int], price: int) -> int:
    """How many guests use the service at a price: those to whom it is worth the price or more."""
    number = 0
    for worth in worths:
        if worth >= price:
            number = number + 1
    return number


def delivered_value(worths: list[int], price: int) -> float:
    """What the service leaves to all guests together, in euros: worth less price, where used."""
    parts = []
    for worth in worths:
        if worth >= price:
            parts.append(float(worth - price))
    return total(parts)


def kept_guests(worths: list[int], deciders: list[str], price: int) -> int:
    """How many guests come, by their own words, only because of the service at this price.

    Those who need it come where they would use it; those who came because it is free, at 0 only.
    """
    number = 0
    for position in range(len(worths)):
        decides, worth = deciders[position], worths[position]
        if (decides == "ride" and worth >= price) or (decides == "free" and price == 0):
            number = number + 1
    return number


def paid_less_cost(worths: list[int], price: int, cost: float, fixed: bool = False) -> float:
    """Prices paid at a price, less the cost, in euros.

    `cost` is that of one use while all use it. It falls with every use less; where it is `fixed`,
    the service costs as much for few as for all.
    """
    riding = users(worths, price)
    return riding * price - (len(worths) if fixed else riding) * cost


def benefit(
    worths: list[int],
    deciders: list[str],
    price: int,
    cost: float,
    value: float,
    believed: float,
    fixed: bool = False,
) -> float:
    """What the service brings at a price, in euros, compared with not offering it.

    Prices paid, less the cost, plus what the guests are worth whom it keeps: `value` euros each,
    of whom a share `believed` (0 to 1) would really have stayed away.
    """
    paid = paid_less_cost(worths, price, cost, fixed)
    return paid + kept_guests(worths, deciders, price) * believed * value


def best_price(benefits: list[float]) -> int:
    """The price at which the benefit is highest; `benefits[p]` is that at p euros.

    Of two as good, the lower.
    """
    best = 0
    for price in range(1, len(benefits)):
        if compare(benefits[price], benefits[best]) > 0:
            best = price
    return best
