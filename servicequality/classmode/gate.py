"""Who may ask what, and how often: the instructor's token, codes of rooms, and rates."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections import OrderedDict
from collections.abc import Callable

from servicequality.classmode.bucket import Buckets
from servicequality.classmode.limits import Limits
from servicequality.classmode.messages import RefusedError

# A token of so many characters is not guessed, however often one tries; it is never held up.
LONG_TOKEN = 20
# Codes that were wrong and are remembered as that.
MOST_WRONG = 20_000


class Gate:
    """What is remembered of who asked. Everything here refuses by RefusedError.

    `token` is the instructor's; without one, one is made. `now` is a clock in seconds that never
    goes back. A browser is known by room and digest, a sender by its address.
    """

    def __init__(self, token: str | None, limits: Limits, now: Callable[[], float]) -> None:
        self.token = token or secrets.token_urlsafe(24)
        self.now = now
        self.clients = Buckets(limits.client)
        # Who has a bucket here is in the room.
        self.visits = Buckets(limits.visit)
        self.addresses = Buckets(limits.address)
        self.wrong_codes = Buckets(limits.wrong_code)
        self.wrong_tokens = Buckets(limits.wrong_token)
        self.known_wrong: OrderedDict[tuple[str, str], None] = OrderedDict()

    @property
    def cookie(self) -> str:
        """What the instructor's browser keeps instead of the token; the token cannot be told."""
        return hmac.new(self.token.encode(), b"instructor's cookie", hashlib.sha256).hexdigest()

    def check_token(self, token: str, address: str) -> None:
        """Raises RefusedError where a token is not the instructor's.

        Who tries too often has to wait. The right one has not: a student at the instructor's own
        address could keep the instructor out. Only where it is short it has, since it is of no use
        to slow down who guesses if the right guess is told at once.
        """
        right = hmac.compare_digest(token.encode("utf-8", "replace"), self.token.encode())
        if right and len(self.token) >= LONG_TOKEN:
            return
        self.often(self.wrong_tokens.wait(address, self.now()))
        if not right:
            self.wrong_tokens.take(address, self.now())
            raise RefusedError("token_wrong")

    def is_cookie(self, cookie: str | None) -> bool:
        """Whether a cookie is the instructor's."""
        return hmac.compare_digest((cookie or "").encode("utf-8", "replace"), self.cookie.encode())

    def check_guesses(self, address: str) -> None:
        """Raises RefusedError where an address has guessed too many codes."""
        self.often(self.wrong_codes.wait(address, self.now()))

    def sends(self, room: int, digest: str) -> None:
        """Counts an answer. Raises RefusedError where a browser sends too often."""
        self.often(self.clients.take((room, digest), self.now()))

    def often(self, wait: float) -> None:
        """Raises RefusedError where there is something to wait for."""
        if wait > 0:
            seconds = max(1, round(wait + 0.5))
            raise RefusedError("too_often", wait=seconds, seconds=seconds)

    def stranger(self, address: str, code: str | None) -> None:
        """Counts a code that is wrong. Raises RefusedError where there were too many.

        What is no code cannot be right, and the same code is no second guess: the pages of a class
        that was deleted go on asking for it, from the address of the next class maybe.
        """
        self.check_guesses(address)
        self.often(self.addresses.take((address, None), self.now()))
        if code is None:
            return
        if (address, code) not in self.known_wrong:
            self.wrong_codes.take(address, self.now())
        self.known_wrong[address, code] = None
        self.known_wrong.move_to_end((address, code))
        if len(self.known_wrong) > MOST_WRONG:
            self.known_wrong.popitem(last=False)

    def let_in(self, room: int, digest: str | None, address: str) -> None:
        """Lets a student into a room. Raises RefusedError where client or address ask too often.

        While an address guesses codes, the right one gives no sign to who is not in yet.
        """
        if digest is None or (room, digest) not in self.visits:
            self.check_guesses(address)
            self.often(self.addresses.take((address, room), self.now()))
        if digest is not None:
            self.often(self.visits.take((room, digest), self.now()))
