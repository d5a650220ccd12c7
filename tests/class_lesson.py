"""A lesson from start to end: four students and a board in browsers, in a network of their own.

`python -m tests.class_lesson SITE FOLDER`, as root in a network namespace, `unshare --net`. The
server runs as `make class` runs it; students open the address that it prints, which is no loopback
address. A picture of each state is left in FOLDER. Fails where something does not come, where a
page reports an error, or where anything is asked for outside this network.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect, sync_playwright

from servicequality.board.choices import Choices
from servicequality.board.say import Say
from servicequality.board.words import BOARD
from servicequality.classroom.words import CLASSROOM
from servicequality.page.words import CLASS_PAGE
from servicequality.practice.bank import items, topic
from tests.conftest import CHROMIUM_OPTIONS
from tests.find_browser import found
from tests.test_classroom import PATIENCE, Server, running

ADDRESS = "10.77.0.1"
TOPIC = "five-gap-model"
ITEM = next(item for item in items(TOPIC) if item["type"] == "single")
SUBJECT = f"item/{ITEM['id']}"
RIGHT = next(option["id"] for option in ITEM["options"] if option.get("right"))
WRONG = next(option["id"] for option in ITEM["options"] if not option.get("right"))
QUESTIONS = Choices(Say("en")).questions(TOPIC)
# Two phones, a tablet, a laptop.
SCREENS = [(375, 812), (360, 740), (820, 1180), (1280, 800)]
SET_UP = [
    "link set lo up",
    "link add class0 type veth peer name class1",
    f"address add {ADDRESS}/24 dev class0",
    "link set class0 up",
    "link set class1 up",
]


class Lesson:
    """The browsers of a lesson, and all that they have asked for or complained of."""

    def __init__(self, browser: Browser, server: Server, folder: Path) -> None:
        self.browser = browser
        self.server = server
        self.folder = folder
        self.asked: set[str] = set()
        self.faults: list[str] = []
        self.pictures = 0

    def watched(self, context: BrowserContext) -> Page:
        """A page of a context, watched."""
        context.set_default_timeout(PATIENCE)
        page = context.new_page()
        page.on("request", lambda request: self.asked.add(request.url))
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        return page

    def picture(self, page: Page, name: str) -> None:
        """Keeps what is seen."""
        self.pictures += 1
        page.screenshot(path=self.folder / f"{self.pictures:02}-{name}.png")

    def outside(self) -> list[str]:
        """What was asked of other hosts than the class's own."""
        own = {ADDRESS, "127.0.0.1", None}
        return sorted(url for url in self.asked if urlsplit(url).hostname not in own)


def bar(student: Page) -> Locator:
    """The bar below the question that the class is asked."""
    return student.locator(f'[data-class-bar="{SUBJECT}"]')


def expect_state(student: Page, name: str) -> None:
    """Waits until a student's answer stands so."""
    expect(bar(student).locator("p")).to_have_attribute("data-class-state", name, timeout=PATIENCE)


def choose(student: Page, option: str) -> None:
    """Chooses an option of the question."""
    card = student.locator(f'[data-class-question="{ITEM["id"]}"]')
    card.locator(f'input[value="{option}"]').check(timeout=PATIENCE)


def send(student: Page) -> None:
    """Presses “Send to class”."""
    bar(student).get_by_role("button").click()


def bring_up(part: Locator) -> None:
    """Scrolls a part of the board to the top of the screen."""
    part.evaluate("(element) => element.scrollIntoView()")


def hold(lesson: Lesson) -> None:
    """The lesson."""
    browser, server = lesson.browser, lesson.server
    port = urlsplit(server.address).port
    assert f"http://{ADDRESS}:{port}/" in server.said, server.said

    # The instructor's page and board, on this machine.
    screen = {"width": 1600, "height": 900}
    board = lesson.watched(browser.new_context(viewport=screen, accept_downloads=True))
    board.goto(server.start)
    expect(board.get_by_text(f"http://{ADDRESS}:{port}/", exact=True)).to_be_visible()
    lesson.picture(board, "start-page")
    board.get_by_role("link", name=CLASSROOM["board"]).click()

    def press(name: str) -> None:
        board.get_by_role("button", name=BOARD[name], exact=True).click(timeout=PATIENCE)

    press("open_room")
    code = board.locator(".sq-board-code")
    expect(code).to_be_visible(timeout=PATIENCE)
    digits = "".join(filter(str.isdigit, code.inner_text()))
    joining = f"http://{ADDRESS}:{port}/join/{digits}"
    expect(board.locator(".sq-board-join")).to_contain_text(f"http://{ADDRESS}:{port}/join")
    lesson.picture(board, "board-code")

    # Four students come, by the address of the code.
    contexts = [
        browser.new_context(viewport={"width": w, "height": h}, reduced_motion="reduce")
        for w, h in SCREENS
    ]
    students = [lesson.watched(context) for context in contexts]
    for student in students:
        student.goto(joining)
        expect(student.locator("[data-class-line]")).to_contain_text(CLASS_PAGE["none_open"])
    lesson.picture(students[0], "student-joined")

    # The first vote: three answer, one is offline while sending.
    board.get_by_role("button", name=BOARD["questions"], exact=True).click()
    board.get_by_label(BOARD["topic"]).select_option(label=topic(TOPIC)["title"])
    board.get_by_label(BOARD["question"], exact=True).select_option(
        label=next(label for label, subject in QUESTIONS if subject == SUBJECT)
    )
    lesson.picture(board, "board-asking")
    press("open_round")
    count = board.locator(".sq-board-answers")
    for student in students:
        student.locator("[data-class-line] [data-class-now] a").click()
        expect_state(student, "unsent")
    lesson.picture(students[0], "student-asked")
    lesson.picture(students[3], "student-asked-laptop")
    contexts[3].set_offline(True)
    for student in students:
        choose(student, WRONG if student is not students[2] else RIGHT)
        send(student)
    for student in students[:3]:
        expect_state(student, "sent")
    expect_state(students[3], "waiting")
    lesson.picture(students[0], "student-sent")
    lesson.picture(students[3], "student-offline")
    expect(count).to_have_text("3", timeout=PATIENCE)
    lesson.picture(board, "board-three")
    contexts[3].set_offline(False)
    expect_state(students[3], "sent")
    expect(count).to_have_text("4", timeout=PATIENCE)
    lesson.picture(board, "board-four")
    press("close")
    expect_state(students[1], "closed_sent")
    lesson.picture(students[1], "student-closed")
    lesson.picture(board, "board-discuss")

    # They talk, and vote again: two move to what is right.
    press("again")
    for student in students:
        expect_state(student, "unsent_again")
    lesson.picture(students[1], "student-again")
    for student in students:
        choose(student, WRONG if student is students[3] else RIGHT)
        send(student)
        expect_state(student, "sent")
    press("close_and_show")
    bars = board.locator(".sq-board-bars").first
    expect(bars).to_contain_text(BOARD["vote_number"].format(number=2), timeout=PATIENCE)
    board.get_by_label(BOARD["mark"]).check()
    moved = BOARD["moves"].format(both=4, moved=2, stayed=2)
    expect(board.get_by_text(moved)).to_be_visible(timeout=PATIENCE)
    bring_up(bars)
    lesson.picture(board, "board-both-votes")
    bring_up(board.get_by_text(moved))
    lesson.picture(board, "board-who-moved")

    # The end: a student takes the work along.
    press("end")
    lesson.picture(board, "board-end")
    press("end_delete")
    ended = BOARD["ended_deleted"].partition("{spoken}")[2]
    expect(board.get_by_text(ended.strip())).to_be_visible(timeout=PATIENCE)
    lesson.picture(board, "board-ended")
    take = students[0].get_by_role("button", name=CLASS_PAGE["take"])
    with students[0].expect_download() as download:
        take.click(timeout=PATIENCE)
    assert download.value.path().stat().st_size > 0
    lesson.picture(students[0], "student-ended")


def main() -> int:
    """The command line; gives the exit status."""
    site, folder = (Path(name).resolve() for name in sys.argv[1:])
    for command in SET_UP:
        subprocess.run(["ip", *command.split()], check=True)
    folder.mkdir(parents=True, exist_ok=True)
    notebooks = folder / "notebooks"
    notebooks.mkdir(exist_ok=True)
    with running(notebooks, 0, "--site", str(site)) as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found(), args=CHROMIUM_OPTIONS)
        lesson = Lesson(browser, server, folder)
        hold(lesson)
        browser.close()
    print(f"{len(lesson.asked)} addresses asked for, outside: {lesson.outside()}; "
          f"{lesson.pictures} pictures; faults: {lesson.faults}")  # fmt: skip
    return int(bool(lesson.outside() or lesson.faults))


if __name__ == "__main__":
    sys.exit(main())
