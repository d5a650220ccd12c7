"""What the parts of the board share: the class server, the class, the round that is shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from servicequality.board.client import ClassError, Client
from servicequality.board.live import Background, watch
from servicequality.board.say import Say
from servicequality.classmode.subjects import Subject, UnknownSubjectError, find_subject

Told = Mapping[str, Any]

REHEARSAL = "rehearsal"
# Errors after which there is nothing left to do in a room.
GONE = ("room_ended", "no_room")


class Desk:
    """The state of a board.

    `room` is the class (None before there is one), `rounds` its rounds with their numbers of
    `answers`, the latest last, `number` the id of the one that is shown. `shown` holds the ids of
    closed rounds whose results may be seen, `joined` how many have joined the class. The parts add
    what is to be called to `changed` (the class or its rounds are others than before), `counted`
    (how many have joined or answered) and `judged` (a text was approved or hidden). `tell` says
    something in words, `warn` what went wrong.
    """

    def __init__(
        self, client: Client, say: Say, address: str | None, background: Background
    ) -> None:
        self.client = client
        self.say = say
        self.address = address
        self.background = background
        # Counts what clicks have brought, so that older answers are known for what they are.
        self.version = 0
        self.room: Told | None = None
        self.rounds: list[Told] = []
        self.joined = 0
        # Whether the last that was said is that nothing comes in.
        self.stalled = False
        self.number: int | None = None
        self.shown: set[int] = set()
        self.changed: list[Callable[[], None]] = []
        self.counted: list[Callable[[], None]] = []
        self.judged: list[Callable[[], None]] = []
        self.tell: Callable[[str], None] = lambda _text: None
        self.warn: Callable[[str], None] = lambda _text: None

    @property
    def code(self) -> str:
        """The code of the class. Raises LookupError where there is none."""
        if self.room is None:
            raise LookupError("No class is open.")
        code: str = self.room["code"]
        return code

    @property
    def rehearsing(self) -> bool:
        """Whether the class is a rehearsal."""
        return self.room is not None and self.room["promise"] == REHEARSAL

    @property
    def round(self) -> Told | None:
        """The round that is shown."""
        return next((found for found in self.rounds if found["id"] == self.number), None)

    @property
    def subject(self) -> Subject | None:
        """What the round is about; None where this edition of the course does not have it."""
        found = self.round
        if found is None:
            return None
        try:
            return find_subject(found["subject"], self.say.language)
        except UnknownSubjectError:
            return None

    @property
    def visible(self) -> bool:
        """Whether the results of the round may be seen now."""
        found = self.round
        if found is None:
            return False
        return not found["hidden"] if found["open"] else found["id"] in self.shown

    def attempt(self, work: Callable[[], None]) -> bool:
        """Does something that asks the class server; says what went wrong, and whether it went."""
        self.warn("")
        self.stalled = False
        return self.carry_out(work)

    def carry_out(self, work: Callable[[], None]) -> bool:
        """The same, with what was said before left to be read."""
        try:
            work()
        except ClassError as error:
            if error.code in GONE and self.room is not None:
                self.attempt(self.leave)
            self.warn(str(error))
            return False
        return True

    def enter(self, room: Told) -> None:
        """Goes on with a class."""
        board = self.client.board(room["code"])
        self.version += 1
        # A page that is loaded anew shows nothing unasked: the class may not have seen it yet.
        self.shown = set()
        self.number = board["rounds"][-1]["id"] if board["rounds"] else None
        self.take(board)
        self.show()

    def leave(self) -> None:
        """The class is over."""
        self.version += 1
        self.room, self.rounds, self.number, self.shown = None, [], None, set()
        self.joined = 0
        self.show()

    def refresh(self) -> None:
        """Asks how things are, and shows it."""
        board = self.client.board(self.code)
        self.version += 1
        self.take(board)
        self.show()

    def choose(self, number: int) -> None:
        """Shows a round."""
        self.number = number
        self.show()

    def show(self) -> None:
        """Shows all anew, and asks once a second how things are, as long as there is a class."""
        call_all(self.changed)
        if self.room is not None:
            work = watch(self.ask_live, self.take_live, self.fail_live)
            self.background.start("watch", work)

    def take(self, board: Told) -> None:
        """Takes what the class server says of the room and its rounds."""
        self.room, self.rounds = board["room"], list(board["rounds"])
        self.joined = board["joined"]
        if self.round is None and self.rounds:
            self.number = self.rounds[-1]["id"]

    def ask_live(self) -> tuple[int, Told | None]:
        """How things are, with the version of what was known when it was asked; in a thread."""
        version, room = self.version, self.room
        return version, None if room is None else self.client.board(room["code"])

    def take_live(self, answer: tuple[int, Told | None]) -> bool:
        """Shows what has come in; says whether to go on asking."""
        version, board = answer
        # What was asked before the last click may be older than what the click brought.
        if board is None or version != self.version:
            return self.room is not None
        before = states(self.rounds)
        self.take(board)
        shown = self.counted if states(self.rounds) == before else self.changed
        if self.stalled:
            self.stalled = False
            self.warn("")
        self.carry_out(lambda: call_all(shown))
        return self.room is not None

    def fail_live(self, error: ClassError) -> bool:
        """Says why the count stands still; goes on asking unless the class is over."""
        if error.code in GONE and self.room is not None:
            # It may have been another class that was asked for.
            self.attempt(self.refresh)
        else:
            self.warn(self.say("count_stands", why=str(error)))
            self.stalled = True
        return self.room is not None


def states(rounds: list[Told]) -> list[tuple[Any, ...]]:
    """What of rounds changes the page, beyond the number of answers."""
    return [(found["id"], found["open"], found["hidden"]) for found in rounds]


def call_all(functions: list[Callable[[], None]]) -> None:
    """Calls functions one after another."""
    for function in functions:
        function()
