"""Which of two hotels guests choose, by price and service: a logit share.

A construct of this course for thinking with. The logistic form is usual in models of choice; the
two parameters, what a point of service is worth and how much guests differ, are assumptions, not
estimates from any hotel.
"""

from __future__ import annotations

import math

from servicequality.core.numbers import compare


def lead(
    points: float, price: float, rival_points: float, rival_price: float, worth: float
) -> float:
    """By how many euros a night a hotel looks better than its rival to the middle guest.

    w · (q − q′) − (p − p′): `points` of service are on one scale for both, prices in euros a
    night, `worth` w is what one point is worth to a guest in euros a night, 0 or more.
    """
    return worth * (points - rival_points) - (price - rival_price)


def share(euros: float, spread: float) -> float:
    """The share of guests who choose the hotel that leads by so many euros: 1/(1 + e^(−lead/s)).

    `spread` s, in euros and above 0, says how much guests differ: at a lead of s, 73% choose it.
    """
    return 1 / (1 + math.exp(-euros / spread))


def same_share_price(price: float, points: float, usual: float, worth: float) -> float:
    """The price in euros that gives the `usual` service the same share as `price` gives `points`.

    p − w · (q − q₀), with the parameters of `lead`.
    """
    return price - worth * (points - usual)


def rooms_sold(part: float, demand: float, rooms: float) -> float:
    """Rooms sold a night: a share of all rooms wanted in the street, but never more than there are.

    `demand` and `rooms` are rooms a night, `part` is a share from 0 to 1. Whoever finds the hotel
    full is lost to it.
    """
    wanted = part * demand
    return wanted if compare(wanted, rooms) < 0 else rooms


def left_per_room(price: float, extra_cost: float, sold: float, rooms: float) -> float:
    """Euros a night that one room leaves on average, sold or not, after the cost of better service.

    (p − c) · sold / rooms. Without `extra_cost` c this is revenue per available room.
    """
    return (price - extra_cost) * sold / rooms
