"""Who may go where: what starts or reaches a kernel is the instructor's, all else is open.

Two applications stand behind one port. The open one has the book, the way into a class and the API,
which looks for itself at who asks; the other one has Voilà, the start page and the pages for
teaching. A request comes to the second only with the instructor's cookie. So what is forgotten here
is closed, not open.
"""

from __future__ import annotations

from enum import Enum
from urllib.parse import parse_qsl, urlencode

from tornado.escape import parse_qs_bytes
from tornado.httputil import HTTPMessageDelegate, HTTPServerRequest
from tornado.routing import Router
from tornado.web import Application

from servicequality.classmode.api_handler import COOKIE, ROOT, is_own_name, urlsplit_netloc
from servicequality.classmode.messages import RefusedError
from servicequality.classroom.open_pages import Foreign, Hall, OpenPage, WrongName

START = "/class/"
SIGN_IN = "/class/sign-in"
TOKEN = "token"
LONGEST_TOKEN = 200
# Where the pages for teaching and all of Voilà's addresses begin.
TEACHING = ("/class", "/voila", "/api")
SAME = ("same-origin", "none")


class Place(Enum):
    """Whose an address is."""

    API = "the API's, which looks for itself"
    OPEN = "anybody's"
    TEACHING = "the instructor's"


def place_of(path: str) -> Place:
    """Whose an address is, by its path."""
    if path == ROOT or path.startswith(f"{ROOT}/"):
        return Place.API
    if path == SIGN_IN:
        return Place.OPEN
    teaching = any(path == root or path.startswith(f"{root}/") for root in TEACHING)
    return Place.TEACHING if teaching else Place.OPEN


def is_foreign(request: HTTPServerRequest) -> bool:
    """Whether a page of another server sent a request: not a reader who followed a link.

    A connection that stays open, by WebSocket, tells its origin too.
    """
    origin = request.headers.get("Origin")
    if origin is not None and urlsplit_netloc(origin) != request.host:
        return True
    followed = request.headers.get("Sec-Fetch-Mode") == "navigate" and request.method == "GET"
    # Other servers on this machine are the same site, and get along with its cookies.
    return request.headers.get("Sec-Fetch-Site", "none") not in SAME and not followed


def brings_token(request: HTTPServerRequest) -> bool:
    """Whether an address holds a token."""
    return TOKEN in request.arguments and request.method in ("GET", "HEAD")


def without_token(path: str, query: str) -> str:
    """An address without its token."""
    kept = [part for part in parse_qsl(query, keep_blank_values=True) if part[0] != TOKEN]
    return f"{path}?{urlencode(kept)}" if kept else path


def place_to_go(wanted: str) -> str:
    """Where to go after signing in: the page that was wanted, if it is the instructor's."""
    path = wanted.partition("?")[0]
    plain = all("!" <= character <= "~" for character in wanted) and "\\" not in wanted
    return wanted if plain and place_of(path) is Place.TEACHING else START


class Guard(Router):
    """Hands each request to the application that it may come to."""

    def __init__(self, hall: Hall, opened: Application, teaching: Application) -> None:
        self.hall = hall
        self.opened = opened
        self.teaching = teaching

    def find_handler(
        self, request: HTTPServerRequest, **_more: object
    ) -> HTTPMessageDelegate | None:
        """Who answers a request."""
        place = place_of(request.path)
        if place is Place.API:
            return self.opened.find_handler(request)
        if not is_own_name(request.host, self.hall.names):
            return self.instead(request, WrongName)
        if place is Place.OPEN:
            return self.opened.find_handler(request)
        if is_foreign(request):
            return self.instead(request, Foreign)
        if brings_token(request) or not self.is_instructor(request):
            return self.instead(request, Closed)
        return self.teaching.find_handler(request)

    def instead(
        self, request: HTTPServerRequest, handler: type[OpenPage]
    ) -> HTTPMessageDelegate | None:
        """Another answer than the one that was asked for."""
        return self.opened.get_handler_delegate(request, handler, {"hall": self.hall})

    def is_instructor(self, request: HTTPServerRequest) -> bool:
        """Whether a request brings the cookie of who has signed in."""
        cookie = request.cookies.get(COOKIE)
        return self.hall.service.gate.is_cookie(cookie.value if cookie else None)


class Door(OpenPage):
    """What signing in shares."""

    def try_token(self, token: str, wanted: str) -> None:
        """Signs in and leads on, or says why not."""
        service = self.hall.service
        try:
            service.gate.check_token(token.strip()[:LONGEST_TOKEN], self.request.remote_ip or "")
        except RefusedError as error:
            if error.wait is not None:
                self.set_header("Retry-After", str(error.wait))
            text = service.errors[error.code]
            for name, word in error.words.items():
                text = text.replace("{" + name + "}", str(word))
            self.ask(wanted, text, error.status)
            return
        secure = self.request.protocol == "https"
        self.set_cookie(
            COOKIE, service.gate.cookie, httponly=True, samesite="Strict", secure=secure, path="/"
        )
        self.lead(place_to_go(wanted))

    def ask(self, wanted: str, fault: str = "", status: int = 403) -> None:
        """Asks for the token."""
        given = {"action": SIGN_IN, "longest": LONGEST_TOKEN, "fault": fault}
        self.show("sign-in.html", status, wanted=place_to_go(wanted), **given)


class Closed(Door):
    """An address of the instructor's, asked for by somebody else, or with the token in it."""

    def get(self, *_given: str) -> None:
        """Takes the token of the address; without one asks for it."""
        wanted = without_token(self.request.path, self.request.query)
        if brings_token(self.request):
            self.try_token(self.get_query_argument(TOKEN), wanted)
        else:
            self.ask(wanted)

    head = get

    def refuse(self, *_given: str) -> None:
        """Asks for the token, whatever was to be done."""
        self.ask(START)

    post = put = patch = delete = options = refuse


class SignIn(Door):
    """The form with the token."""

    def get(self) -> None:
        """Asks for it."""
        self.ask(START, status=200)

    head = get

    def post(self) -> None:
        """`token` and `wanted`, the page to go to."""
        if is_foreign(self.request):
            self.say(403, "foreign", "foreign_more")
            return
        form = parse_qs_bytes(self.received)
        token, wanted = (
            b"".join(form.get(name, [])[-1:]).decode("utf-8", "replace")
            for name in (TOKEN, "wanted")
        )
        self.try_token(token, wanted)
