"""The board as widgets, without a browser, over a real class server: a class from start to end."""

from __future__ import annotations

import asyncio
import base64
import io
import re
from collections.abc import Iterator
from typing import Any

import ipywidgets
import pytest
from bs4 import BeautifulSoup
from openpyxl import load_workbook

from servicequality.board import board
from servicequality.board.client import TOKEN, URL, ClassError, Client
from servicequality.board.desk import Desk
from servicequality.board.join import join_address, qr_picture
from servicequality.board.live import Background, watch
from servicequality.board.page import BoardPage
from servicequality.board.rehearsal import rehearse
from servicequality.board.words import BOARD
from servicequality.classmode.engines import store_url
from servicequality.classmode.store import Store
from servicequality.classmode.subjects import find_subject
from tests.class_api import Api, running, start
from tests.loops import run

GAPS = "exercise/gap-explorer"
ITEM = "item/process-behind-a-conference"
ADDRESS = "http://192.168.1.20:8866"
HOSTILE = '<img src=x onerror="alert(1)">{code}'


class Waiting(Background):
    """Keeps work until a test runs it, and nothing runs by itself."""

    def __init__(self) -> None:
        super().__init__()
        self.work: dict[str, Any] = {}

    def start(self, name: str, work: Any) -> None:
        if name in self.work:
            work.close()
        else:
            self.work[name] = work

    def close(self) -> None:
        """Ends what was never run."""
        for work in self.work.values():
            work.close()
        self.work.clear()


@pytest.fixture(scope="module")
def api(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Api]:
    file = tmp_path_factory.mktemp("store") / "answers.sqlite3"
    with running(Store(store_url(None, file))) as api:
        yield api


@pytest.fixture
def background() -> Iterator[Waiting]:
    waiting = Waiting()
    yield waiting
    waiting.close()


def opened(api: Api, background: Background) -> BoardPage:
    """A board on which nothing has been done."""
    client = Client(f"http://127.0.0.1:{api.port}", api.token)
    return BoardPage("en", client, ADDRESS, background)


@pytest.fixture
def page(api: Api, background: Waiting) -> BoardPage:
    return opened(api, background)


def desk_of(page: BoardPage) -> Desk:
    assert page.desk is not None
    return page.desk


def is_seen(page: BoardPage, widget: ipywidgets.Widget) -> bool:
    """Whether a widget is on the page and neither it nor what it stands in is hidden."""

    def found(place: ipywidgets.Widget) -> bool:
        if place.layout.display == "none":
            return False
        return place is widget or any(found(child) for child in getattr(place, "children", ()))

    return found(page.widget)


def everything(widget: ipywidgets.Widget) -> list[ipywidgets.Widget]:
    """A widget and all inside it."""
    inner = [part for child in getattr(widget, "children", ()) for part in everything(child)]
    return [widget, *inner]


def text(widget: ipywidgets.HTML) -> str:
    """The text of a place, its white space closed up."""
    return " ".join(BeautifulSoup(widget.value, "html.parser").get_text(" ").split())


def counted(page: BoardPage) -> str:
    """How many have answered, as the page says it."""
    shown = BeautifulSoup(page.round.count.value, "html.parser").select_one(".sq-board-counted")
    assert shown is not None
    return " ".join(shown.get_text(" ").split())


def room(page: BoardPage, promise: str = "delete") -> str:
    """Opens a class with the page's controls."""
    page.room.promise.value = promise
    page.room.open.click()
    return desk_of(page).code


def ask(page: BoardPage, subject: str = ITEM) -> int:
    """Asks with the page's controls."""
    if subject.startswith("exercise/"):
        page.ask.kind.value = "exercises"
        page.ask.exercise.value = subject
    else:
        page.ask.kind.value = "questions"
        page.ask.topic.value = "processes"
        page.ask.question.value = subject
    page.ask.open.click()
    number = desk_of(page).number
    assert number is not None
    return number


def vote(api: Api, code: str, number: int, *answers: str) -> None:
    """Students a, b, c and so on answer the question."""
    for name, answer in zip("abcdefghij", answers, strict=False):
        assert api.send(code, number, {"answer": answer}, name).status == 200


def test_without_a_server_it_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(URL, raising=False)
    monkeypatch.delenv(TOKEN, raising=False)
    page = board("en")
    assert page.desk is None
    assert text(page.warning) == BOARD["error_no_server"]
    bundle = page._repr_mimebundle_()
    assert bundle["text/plain"] == "Board"
    assert "application/vnd.jupyter.widget-view+json" in bundle


def test_a_server_that_is_gone_is_told_and_nothing_breaks(background: Waiting) -> None:
    page = BoardPage("en", Client("http://127.0.0.1:1", "t"), ADDRESS, background)
    assert text(page.warning) == BOARD["error_unreachable"]
    page.room.open.click()
    assert text(page.warning) == BOARD["error_unreachable"]
    assert desk_of(page).room is None


def test_before_there_is_a_class_only_its_start_is_seen(page: BoardPage) -> None:
    assert is_seen(page, page.room.open)
    for part in (page.round, page.results, page.ask, page.texts, page.save):
        assert not is_seen(page, part.widget)


def test_a_class_has_a_code_an_address_and_a_picture(page: BoardPage) -> None:
    code = room(page)
    shown = BeautifulSoup(page.room.way_in.value, "html.parser")
    assert shown.select_one(".sq-board-code").get_text() == f"{code[:4]} {code[4:]}"
    assert f"{ADDRESS}/join and type" in shown.select_one(".sq-board-join").get_text()
    picture = shown.select_one(".sq-board-qr")
    assert picture["role"] == "img"
    assert picture["aria-label"] == f"QR code that leads to {ADDRESS}/join/{code}"
    assert picture.svg is not None
    assert "deleted when the class ends" in text(page.room.way_in)
    assert not is_seen(page, page.room.start)
    assert is_seen(page, page.ask.open)
    page.room.size.click()
    assert text(page.room.way_in) == f"Join at {ADDRESS}/join · code {code[:4]} {code[4:]}"


def test_an_address_that_no_phone_can_open_is_said_to_be_one(api: Api, background: Waiting) -> None:
    own = f"http://127.0.0.1:{api.port}"
    page = BoardPage("en", Client(own, api.token), own, background)
    room(page)
    assert BOARD["loopback"] in text(page.room.way_in)


def test_the_picture_leads_to_the_address() -> None:
    one, other = (qr_picture(join_address(code, ADDRESS + "/") or "", "x<y")
                  for code in ("12345678", "12345679"))  # fmt: skip
    assert one != other
    assert 'aria-label="x&lt;y"' in one
    assert join_address("12345678", "") is None
    assert join_address("12345678", "http://h:1/") == "http://h:1/join/12345678"


def test_where_the_address_is_not_known_the_code_is_shown_alone(
    api: Api, background: Waiting
) -> None:
    page = BoardPage("en", Client(f"http://127.0.0.1:{api.port}", api.token), "", background)
    room(page)
    assert "has not said under which address" in text(page.room.way_in)
    assert "<svg" not in page.room.way_in.value


def test_results_are_seen_once_answers_are_closed(api: Api, page: BoardPage) -> None:
    code = room(page)
    number = ask(page)
    assert is_seen(page, page.round.close_and_show)
    assert not is_seen(page, page.results.widget)
    assert not is_seen(page, page.ask.open)
    vote(api, code, number, "software", "software", "lunch", "steps-together")
    desk_of(page).refresh()
    assert counted(page) == "Answers: 4 of 4 who have joined"
    assert not is_seen(page, page.results.widget)
    page.round.close_and_show.click()
    assert is_seen(page, page.results.widget)
    assert text(page.told) == "Answers are closed: 4."
    shown = BeautifulSoup(page.results.places["figures"].value, "html.parser")
    rows = [" ".join(row.get_text(" ").split()) for row in shown.select("tbody tr")]
    assert rows[2].endswith("2 50%")
    assert "right" not in text(page.results.places["figures"])
    page.results.mark.value = True
    assert "✓ right" in text(page.results.places["figures"])
    page.results.model.value = True
    assert "All that happens to the order" in text(page.results.places["model"])
    page.round.show_or_hide.click()
    assert not is_seen(page, page.results.widget)
    assert page.results.places["figures"].value == ""


def test_vote_discuss_vote_again(api: Api, page: BoardPage) -> None:
    code = room(page)
    first = ask(page)
    vote(api, code, first, "software", "software", "lunch", "steps-together")
    page.round.close.click()
    # Nobody sees the first vote before the second.
    assert not is_seen(page, page.results.widget)
    page.round.again.click()
    second = desk_of(page).number
    assert second not in (None, first)
    assert not is_seen(page, page.round.again)
    assert text(page.told) == "Vote 2 is open. Earlier answers stay as they are."
    vote(api, code, second, *["steps-together"] * 3, "software")
    page.round.close_and_show.click()
    assert page.results.beside.label == "Vote 1 of this class"
    figures = BeautifulSoup(page.results.places["figures"].value, "html.parser")
    top = figures.select_one("tbody")
    assert [" ".join(row.get_text(" ").split()) for row in top.select("tr")] == [
        "A. All that happens to the order on its way from the first enquiry to the paid bill "
        "Vote 1 1 25%",
        "Vote 2 3 75%",
    ]
    moved = text(page.results.places["moves"])
    assert "Answered in both votes: 4. Changed the answer: 4. Stayed: 0." in moved
    assert "right" not in moved
    page.results.mark.value = True
    moved = text(page.results.places["moves"])
    assert "Wrong, then right: 3. Right, then wrong: 1." in moved
    page.results.beside.value = ("", 0)
    assert page.results.places["moves"].value == ""
    assert "Vote 1" not in text(page.results.places["figures"])


def test_single_students_are_not_shown(api: Api, page: BoardPage) -> None:
    code = room(page)
    vote(api, code, ask(page), "software", "lunch")
    page.round.close_and_show.click()
    assert text(page.results.places["state"]) == BOARD["few"]
    assert not is_seen(page, page.results.figures)


def test_results_as_they_come(api: Api, page: BoardPage) -> None:
    code = room(page)
    desk, results = desk_of(page), page.results
    now = 0.0
    results.clock = lambda: now
    page.ask.as_they_come.value = True
    number = ask(page)
    vote(api, code, number, "software", "lunch", "lunch")
    assert not page.ask.as_they_come.value
    assert desk.take_live(desk.ask_live())
    # Too soon after what was shown when answers were opened.
    assert results.places["figures"].value == ""
    now = 10.0
    assert desk.take_live(desk.ask_live())
    assert "2 67%" in text(results.places["figures"])
    vote(api, code, number, "lunch", "lunch", "lunch")
    assert api.send(code, number, {"answer": "lunch"}, "d").status == 200
    now = 11.0
    desk.take_live(desk.ask_live())
    assert "2 67%" in text(results.places["figures"])
    now = 14.0
    desk.take_live(desk.ask_live())
    assert "4 100%" in text(results.places["figures"])


def test_the_count_follows_while_a_round_is_open(
    api: Api, page: BoardPage, background: Waiting
) -> None:
    assert background.work == {}
    code = room(page)
    assert list(background.work) == ["watch"]
    number = ask(page)
    vote(api, code, number, "software")
    desk = desk_of(page)
    assert desk.take_live(desk.ask_live())
    assert counted(page) == "Answers: 1 of 1 who have joined"
    # Closed in another window.
    api.teach("PATCH", f"/rooms/{code}/rounds/{number}", {"open": False})
    assert desk.take_live(desk.ask_live())
    assert not is_seen(page, page.round.close)
    assert is_seen(page, page.round.show_or_hide)
    assert counted(page) == "Answers: 1"


def test_who_has_joined_is_counted_before_anything_is_asked(api: Api, page: BoardPage) -> None:
    code, desk = room(page), desk_of(page)
    assert text(page.room.joined) == "Joined: 0"
    for name in ("a", "b", "a"):
        api.standing(code, name)
    assert desk.take_live(desk.ask_live())
    assert text(page.room.joined) == "Joined: 2"
    number = ask(page)
    assert counted(page) == "Answers: 0 of 2 who have joined"
    vote(api, code, number, "software", "software", "lunch")
    assert desk.take_live(desk.ask_live())
    # The third had not asked before.
    assert counted(page) == "Answers: 3 of 3 who have joined"
    page.save.end.click()
    page.save.delete.click()
    assert not desk.take_live(desk.ask_live())
    room(page)
    assert text(page.room.joined) == "Joined: 0"


def test_what_went_wrong_stays_to_be_read_while_answers_come(api: Api, page: BoardPage) -> None:
    code = room(page)
    number, desk = ask(page), desk_of(page)
    page.ask.open.click()
    wrong = text(page.warning)
    assert wrong == "Answers to this are open already."
    vote(api, code, number, "software")
    assert desk.take_live(desk.ask_live())
    assert text(page.warning) == wrong
    page.round.close.click()
    assert page.warning.value == ""


def test_a_class_reads_what_it_may_choose_while_answers_are_open(page: BoardPage) -> None:
    room(page)
    ask(page)
    asked = BeautifulSoup(page.round.question.value, "html.parser")
    listed = [item.get_text() for item in asked.select(".sq-board-options li")]
    assert [item[:3] for item in listed] == ["A. ", "B. ", "C. ", "D. "]
    subject = find_subject(ITEM)
    assert [item[3:] for item in listed] == [label for _, label in subject.entries[0].options]
    page.round.close_and_show.click()
    assert "sq-board-options" not in page.round.question.value
    page.round.reopen.click()
    assert "sq-board-options" in page.round.question.value
    ask(page, GAPS)
    assert "sq-board-options" not in page.round.question.value


def test_only_what_a_class_needs_can_be_shown(api: Api, page: BoardPage) -> None:
    code = room(page)
    ask(page)

    def classes() -> tuple[str, ...]:
        found: tuple[str, ...] = page.widget._dom_classes
        return found

    assert "sq-board-class-view" not in classes()
    page.view.click()
    assert "sq-board-class-view" in classes()
    assert page.view.description == BOARD["all_controls"]
    hidden = (page.ask, page.save, page.texts)
    assert all("sq-board-control" in part.widget._dom_classes for part in hidden)
    # What else is done to the page leaves it so.
    page.round.close_and_show.click()
    assert "sq-board-class-view" in classes()
    page.view.click()
    assert "sq-board-class-view" not in classes()
    assert page.view.description == BOARD["class_view"]
    page.view.click()
    # Ended in another window: the next class is started with all controls.
    api.teach("POST", f"/rooms/{code}/end", {"keep": False})
    page.round.reopen.click()
    assert desk_of(page).room is None
    assert "sq-board-class-view" not in classes()


def test_what_was_asked_before_a_click_does_not_undo_it(page: BoardPage) -> None:
    room(page)
    ask(page)
    desk = desk_of(page)
    older = desk.ask_live()
    page.round.close_and_show.click()
    assert desk.take_live(older)
    assert not is_seen(page, page.round.close)
    assert desk.round is not None
    assert desk.round["open"] is False
    page.round.reopen.click()
    assert is_seen(page, page.round.close)


def test_a_server_that_fails_meanwhile_is_told_until_it_is_back(page: BoardPage) -> None:
    room(page)
    ask(page)
    desk = desk_of(page)
    assert desk.fail_live(ClassError("unreachable", "No answer."))
    assert text(page.warning) == "The count stands still: No answer."
    desk.take_live(desk.ask_live())
    assert page.warning.value == ""


def test_a_class_that_was_ended_elsewhere_is_left(api: Api, page: BoardPage) -> None:
    code = room(page)
    ask(page)
    api.teach("POST", f"/rooms/{code}/end", {"keep": False})
    page.round.close.click()
    assert "no class with this code" in text(page.warning)
    assert is_seen(page, page.room.open)
    assert not is_seen(page, page.round.widget)


def test_watching_goes_on_over_errors_and_ends_when_told() -> None:
    answers = [1, ClassError("unreachable", "no"), 2, 3]
    seen: list[Any] = []

    def next_one() -> Any:
        found = answers.pop(0)
        if isinstance(found, ClassError):
            raise found
        return found

    def take(answer: Any) -> bool:
        seen.append(answer)
        return bool(answer != 2)

    def fail(error: ClassError) -> bool:
        seen.append(error.code)
        return True

    run(watch(next_one, take, fail, seconds=0))
    assert seen == [1, "unreachable", 2]


def test_background_work_of_one_name_is_done_once() -> None:
    done: list[str] = []

    async def work(name: str) -> None:
        await asyncio.sleep(0)
        done.append(name)

    async def main() -> None:
        background = Background()
        background.start("a", work("first"))
        background.start("a", work("second"))
        background.start("b", work("other"))
        await asyncio.gather(*background.tasks.values())
        background.start("a", work("third"))
        await background.tasks["a"]

    run(main())
    assert done == ["first", "other", "third"]


def test_simulated_students_of_an_earlier_vote_hold_up_no_later_one(
    page: BoardPage, background: Waiting
) -> None:
    room(page, "rehearsal")
    numbers, page.round.students.value = [ask(page)], 1
    page.round.let_answer.click()
    # The first vote is closed before all have answered.
    page.round.close.click()
    page.round.again.click()
    numbers.append(page.round.number)
    page.round.let_answer.click()
    first, second = (background.work.pop(f"rehearsal {number}") for number in numbers)
    run(first)
    assert page.round.simulated.value == ""
    run(second)
    assert text(page.round.simulated) == "Simulated answers sent: 1 of 1."


def test_a_rehearsal_is_marked_simulated_and_deleted(
    api: Api, page: BoardPage, background: Waiting
) -> None:
    code = room(page, "rehearsal")
    assert text(page.room.mark).startswith("Rehearsal")
    number = ask(page, GAPS)
    assert is_seen(page, page.round.let_answer)
    page.round.students.value = 12
    page.round.let_answer.click()
    background.work.pop(f"rehearsal {number}").close()
    told: list[Any] = []
    client, subject = desk_of(page).client, find_subject(GAPS)
    given = (client, code, number, subject, 1, 12, 1)
    run(rehearse(*given, lambda sent, error: told.append((sent, error)), seconds=0))
    assert told == [(sent, None) for sent in range(1, 13)]
    # Once more, the same students send the same again.
    run(rehearse(*given, lambda sent, error: told.append((sent, error)), seconds=0))
    assert client.board(code)["rounds"][0]["answers"] == 12
    page.round.close_and_show.click()
    assert "The gaps of the class" in text(page.results.places["profile"])
    told.clear()
    run(rehearse(*given, lambda sent, error: told.append((sent, error)), seconds=0))
    ((sent, error),) = told
    assert (sent, error.code) == (0, "round_closed")
    page.save.end.click()
    assert not is_seen(page, page.save.keep)
    page.save.delete.click()
    assert api.ask("GET", f"/rooms/{code}").error == "no_room"


def test_a_class_of_real_students_has_no_simulated_ones(page: BoardPage) -> None:
    room(page)
    ask(page, GAPS)
    assert not is_seen(page, page.round.let_answer)


def answer_gaps(api: Api, code: str, number: int, *written: str) -> None:
    """Students rate, and write a conclusion each."""
    for place, conclusion in enumerate(written):
        values = start(perception=3.0 + place, conclusion=conclusion)
        assert api.send(code, number, values, f"s{place}").status == 200


def test_written_answers_are_shown_only_when_approved(api: Api, page: BoardPage) -> None:
    code = room(page)
    number = ask(page, GAPS)
    answer_gaps(api, code, number, "Train the night shift.", HOSTILE, "Nothing.", "")
    page.round.close_and_show.click()
    assert "Train" not in "".join(part.value for part in everything(page.widget)
                                  if isinstance(part, ipywidgets.HTML))  # fmt: skip
    page.texts.moderate.click()
    assert is_seen(page, page.texts.panel)
    assert BOARD["moderate_warning"][:30] in "".join(
        part.value for part in everything(page.texts.panel) if isinstance(part, ipywidgets.HTML)
    )
    page.texts.entry.value = "conclusion"
    assert text(page.texts.told) == "Written: 3. Approved: 0. Hidden: 0. Unread: 3."
    cards = {text(card.words): card for card in page.texts.cards[:3]}
    assert set(cards) == {"Train the night shift.", HOSTILE, "Nothing."}
    cards["Train the night shift."].approve.click()
    cards[HOSTILE].approve.click()
    cards["Nothing."].hide.click()
    assert text(page.texts.told) == "Written: 3. Approved: 2. Hidden: 1. Unread: 0."
    assert cards["Nothing."].hide.disabled
    shown = BeautifulSoup(page.results.places["texts"].value, "html.parser")
    written = {part.get_text() for part in shown.select(".sq-board-text")}
    assert written == {"Train the night shift.", HOSTILE}
    assert shown.img is None
    cards["Nothing."].approve.click()
    cards[HOSTILE].hide.click()
    assert HOSTILE not in page.results.places["texts"].value
    assert "Nothing." in page.results.places["texts"].value
    page.texts.moderate.click()
    assert not is_seen(page, page.texts.panel)


def test_a_text_that_changed_meanwhile_is_not_approved(api: Api, page: BoardPage) -> None:
    code = room(page)
    number = ask(page, GAPS)
    answer_gaps(api, code, number, "one", "two", "three")
    page.texts.moderate.click()
    page.texts.entry.value = "conclusion"
    answer_gaps(api, code, number, "something else", "two", "three")
    card = next(card for card in page.texts.cards if text(card.words) == "one")
    card.approve.click()
    assert "sent another answer meanwhile" in text(page.warning)
    assert card.text["shown"] is None


def test_many_texts_come_in_parts(api: Api, page: BoardPage) -> None:
    code = room(page)
    number = ask(page, GAPS)
    answer_gaps(api, code, number, "one", "two", "three", "four")
    for place in range(7):
        values = start(conclusion=f"more {place}")
        assert api.send(code, number, values, f"t{place}").status == 200
    page.texts.moderate.click()
    page.texts.entry.value = "conclusion"
    assert [label for label, _ in page.texts.range.options] == ["1 to 8 of 11", "9 to 11 of 11"]
    page.texts.range.value = 8
    assert len(page.texts.grid.children) == 3
    page.texts.cards[1].hide.click()
    page.texts.approve_all.click()
    # Those that are seen and were not judged: no other page, and not what was hidden.
    assert text(page.texts.told) == "Written: 11. Approved: 2. Hidden: 1. Unread: 8."
    assert not is_seen(page, page.texts.approve_all)
    page.texts.range.value = 0
    assert is_seen(page, page.texts.approve_all)


def test_a_scatter_of_two_numbers(api: Api, page: BoardPage) -> None:
    code = room(page)
    number = ask(page, GAPS)
    answer_gaps(api, code, number, "", "", "")
    page.round.close_and_show.click()
    assert page.results.places["scatter"].value == ""
    page.results.x.value = "belief"
    page.results.y.value = "perception"
    assert "Students: 3." in text(page.results.places["scatter"])
    page.results.entry.value = "perception"
    assert "Perception (P)" in text(page.results.places["figures"])
    assert "Belief" not in text(page.results.places["figures"])
    assert page.results.places["profile"].value == ""


def test_the_start_values_of_an_exercise_stand_beside(api: Api, page: BoardPage) -> None:
    code = room(page)
    answer_gaps(api, code, ask(page, GAPS), "", "", "")
    page.round.close_and_show.click()
    page.results.entry.value = "pull"
    page.results.beside.value = dict(page.results.beside.options)[BOARD["beside_start"]]
    figures = text(page.results.places["figures"])
    assert "Answers: 1 (The exercise’s start values) and 3 (Vote 1)." in figures
    assert page.results.places["moves"].value == ""
    # The next question is not compared with them unasked.
    page.ask.more.click()
    vote(api, code, ask(page), "lunch", "lunch", "lunch")
    page.round.close_and_show.click()
    labels = [label for label, _ in page.results.beside.options]
    assert BOARD["beside_start"] not in labels


def links(page: BoardPage) -> dict[str, bytes]:
    """The files that the page offers, by name."""
    found = BeautifulSoup(page.save.links.value, "html.parser").select("a")
    return {
        re.sub(r"-\d{4}-\d\d-\d\d", "", str(link["download"])): base64.b64decode(
            str(link["href"]).partition(",")[2]
        )
        for link in found
    }


def test_answers_and_charts_are_saved(api: Api, page: BoardPage) -> None:
    code = room(page)
    number = ask(page)
    vote(api, code, number, "software", "lunch", "steps-together")
    page.round.close_and_show.click()
    page.save.prepare.click()
    files = links(page)
    assert set(files) == {
        f"class-answers-{number}.csv", "class-answers.xlsx", f"class-chart-{number}-1.png",
    }  # fmt: skip
    assert files[f"class-answers-{number}.csv"].startswith(b"\xef\xbb\xbfparticipant,")
    book = load_workbook(io.BytesIO(files["class-answers.xlsx"]))
    assert len(list(book.worksheets[0].rows)) == 4
    assert files[f"class-chart-{number}-1.png"].startswith(b"\x89PNG")
    page.round.again.click()
    assert page.save.links.value == ""


def test_the_end_asks_once(api: Api, page: BoardPage) -> None:
    code = room(page, "keep")
    page.save.end.click()
    assert is_seen(page, page.save.keep)
    assert f"End class {code[:4]} {code[4:]}?" in text(page.save.question)
    page.save.stay.click()
    assert not is_seen(page, page.save.asking)
    assert api.ask("GET", f"/rooms/{code}").status == 200
    page.save.end.click()
    page.save.keep.click()
    assert api.ask("GET", f"/rooms/{code}").error == "room_ended"
    assert text(page.told) == f"Class {code[:4]} {code[4:]} has ended. Its answers are kept."
    assert is_seen(page, page.room.open)
    assert not is_seen(page, page.save.widget)


def test_an_earlier_class_stands_beside(api: Api, background: Waiting, page: BoardPage) -> None:
    code = room(page, "keep")
    vote(api, code, ask(page), "software", "software", "software")
    page.round.close_and_show.click()
    page.save.end.click()
    page.save.keep.click()
    later = opened(api, background)
    code = room(later)
    vote(api, code, ask(later), "lunch", "lunch", "lunch")
    later.round.close_and_show.click()
    assert later.results.beside.label == BOARD["beside_nothing"]
    earlier = [value for label, value in later.results.beside.options
               if label.startswith("Class of")]  # fmt: skip
    later.results.beside.value = earlier[0]
    assert len(BeautifulSoup(later.results.places["figures"].value, "html.parser")
               .select(".sq-board-earlier")) == 4  # fmt: skip
    assert text(later.results.places["moves"]) == BOARD["moves_other_class"]


def test_a_page_that_is_loaded_anew_goes_on(api: Api, background: Waiting, page: BoardPage) -> None:
    code = room(page, "rehearsal")
    number = ask(page)
    background.close()
    later = opened(api, background)
    labels = dict(later.room.known.options)
    later.room.known.value = labels[f"Rehearsal {code[:4]} {code[4:]}"]
    later.room.go_on.click()
    assert desk_of(later).number == number
    assert is_seen(later, later.round.close)
    assert text(later.room.mark).startswith("Rehearsal")
    assert list(background.work) == ["watch"]


def test_a_page_that_is_loaded_anew_shows_no_results_unasked(
    api: Api, background: Waiting, page: BoardPage
) -> None:
    code = room(page)
    vote(api, code, ask(page), "software", "lunch", "lunch")
    page.round.close.click()
    later = opened(api, background)
    later.room.known.value = code
    later.room.go_on.click()
    assert not is_seen(later, later.results.widget)
    later.round.show_or_hide.click()
    assert is_seen(later, later.results.widget)
    assert "2 67%" in text(later.results.places["figures"])


def test_another_round_of_the_class_can_be_shown_again(api: Api, page: BoardPage) -> None:
    code = room(page)
    first = ask(page)
    vote(api, code, first, "software", "lunch", "lunch")
    page.round.close_and_show.click()
    page.ask.more.click()
    assert is_seen(page, page.ask.open)
    second = ask(page, GAPS)
    assert not is_seen(page, page.results.widget)
    assert page.round.rounds.value == second
    page.round.rounds.value = first
    assert "2 67%" in text(page.results.places["figures"])


def test_every_control_has_a_label_and_no_tooltip_says_null(api: Api, page: BoardPage) -> None:
    code = room(page, "rehearsal")
    number = ask(page, GAPS)
    answer_gaps(api, code, number, "one", "two", "three")
    page.texts.moderate.click()
    page.round.close_and_show.click()
    kinds = (ipywidgets.Dropdown, ipywidgets.Button, ipywidgets.Checkbox, ipywidgets.RadioButtons,
             ipywidgets.ToggleButtons, ipywidgets.BoundedIntText)  # fmt: skip
    controls = [part for part in everything(page.widget) if isinstance(part, kinds)]
    assert len(controls) > 25
    assert all(control.description and control.tooltip for control in controls)


def test_the_lists_offer_all_exercises_for_students_and_all_questions(page: BoardPage) -> None:
    room(page)
    offered = {value for _, value in page.ask.exercise.options}
    assert GAPS in offered
    assert "exercise/house-style" not in offered
    labels = [label for label, _ in page.ask.question.options]
    assert len(set(labels)) == len(labels) >= 10
    for _, topic in page.ask.topic.options:
        page.ask.topic.value = topic
        assert page.ask.chosen
