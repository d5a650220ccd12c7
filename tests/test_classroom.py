"""Exercises as Voilà pages: the real server, with a real browser on them."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import urllib.error
import urllib.request
import uuid
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import nbformat
import psutil
import pytest
import yaml
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, BrowserContext, Locator, Page, WebSocket, expect

from servicequality.book.chapters import all_chapters
from servicequality.classroom.markdown import EXTENSIONS, SYNTAX, MystPreprocessor, to_html
from servicequality.classroom.server import transport_in
from servicequality.classroom.words import CLASSROOM
from servicequality.exercises import all_exercises, find
from servicequality.page import mathml

ROOT = Path(__file__).parents[1]
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
EXERCISE = "/voila/render/gap-explorer.ipynb"
# A kernel starts and imports the package before a page is complete.
PATIENCE = 60_000

MYST = """\
(a-label)=
## Gaps and {term}`zones of tolerance <zone of tolerance>`

Text with {term}`SERVQUAL`, {cite:p}`parasuraman1985`, {cite:t}`gronroos1984`, {ref}`a-label`,
{doc}`03-five-gap-model`, {teaches}`a marked statement <G1 G5>` and [a span]{.cls}.[^note]

% A comment for authors.

:::{note}
Outer remark.

::: {tip}
Inner remark with {term}`moment of truth`.
:::
:::

::::{admonition} A title with {term}`markup`
:class: tip
**Bold** content.
::::

```{figure} picture.png
:alt: What the picture shows
Caption with {term}`empathy`.
```

:::{unheard-of} argument
:option: value
Content of a directive that nobody knows.
:::

```{bibliography}
```

```python
first = 1

second = 2
```

[^note]: A footnote.
"""


@dataclass
class Server:
    """A running class server: its process, the folder it serves, its address, what it has said."""

    process: subprocess.Popen[str]
    folder: Path
    address: str
    said: str

    @property
    def token(self) -> str:
        """The instructor's token, as the window says it."""
        found = re.search(r"/class/\?token=(\S+)", self.said)
        assert found
        return found[1]

    @property
    def start(self) -> str:
        """The address that signs the instructor in and shows the start page."""
        return f"{self.address}/class/?token={self.token}"

    @cached_property
    def cookie(self) -> str:
        """What signing in gives."""
        request = urllib.request.Request(self.start)
        found = urllib.request.build_opener(Stay).open(request).headers["Set-Cookie"]
        return str(found).partition(";")[0]

    def context(self, browser: Browser, **options: Any) -> BrowserContext:
        """A browser profile of its own, in which the instructor has signed in."""
        context = browser.new_context(**options)
        name, _, value = self.cookie.partition("=")
        context.add_cookies([{"name": name, "value": value, "url": self.address}])
        return context

    def answer(self, path: str, **headers: str) -> tuple[int, str]:
        """Status and text of what the instructor is given."""
        return answer(self.address + path, Cookie=self.cookie, **headers)

    def kernels(self) -> list[psutil.Process]:
        """The kernels it has started and not ended."""
        return psutil.Process(self.process.pid).children(recursive=True)

    def interrupt(self) -> int:
        """What Ctrl+C does; gives the exit status."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(timeout=60)


class Stay(urllib.request.HTTPRedirectHandler):
    """Does not go where it is led."""

    def redirect_request(self, *_: object) -> None:
        return None

    def http_error_303(self, _request: object, answer: Any, *_: object) -> Any:
        return answer

    http_error_302 = http_error_303


@contextmanager
def running(folder: Path, port: int = 0, *more: str) -> Iterator[Server]:
    """The server, started as `make class` starts it, on this machine alone where not told else."""
    command = [sys.executable, "-m", "servicequality.classroom"]
    answers = folder / "answers.sqlite3"
    where = ["--port", str(port), "--folder", str(folder), "--answers", str(answers)]
    process = subprocess.Popen(
        [*command, *where, *(more or ["--local", "--site", str(folder / "site")])],
        stdout=subprocess.PIPE,
        text=True,
        # A test run in the background may have been told to ignore Ctrl+C.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )
    try:
        said = ""
        while "Ctrl+C stops it" not in said:
            line = process.stdout.readline()
            assert line, f"the server ended before it said all; it said: {said!r}"
            said += line
        found = re.search(r"http://127\.0\.0\.1:\d+", said)
        assert found
        yield Server(process, folder, found[0], said)
    finally:
        process.terminate()
        process.wait(timeout=60)


def answer(address: str, **headers: str) -> tuple[int, str]:
    """Status and text of what an address gives."""
    try:
        with urllib.request.urlopen(urllib.request.Request(address, headers=headers)) as response:
            return response.status, response.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with running(tmp_path_factory.mktemp("class")) as server:
        yield server


@dataclass
class Projected:
    """The gap explorer as projected, and every address that its page has asked for."""

    page: Page
    asked: list[str]
    faults: list[str]

    def output(self, name: str) -> Locator:
        return self.page.locator(f"[data-output={name}]")

    def slider(self, label: str) -> Locator:
        return self.page.get_by_role("slider", name=label)

    def bars(self) -> list[str]:
        """The outlines of the chart's bars."""
        paths = self.output("gap_chart").locator("svg path")
        return paths.evaluate_all("paths => paths.map((path) => path.getAttribute('d'))")


@pytest.fixture(scope="module")
def opened(server: Server, browser: Browser) -> Iterator[Projected]:
    context = server.context(browser, viewport={"width": 1280, "height": 720})
    page = context.new_page()
    projected = Projected(page, [], [])
    page.on("request", lambda request: projected.asked.append(request.url))
    page.on("websocket", lambda websocket: projected.asked.append(websocket.url))
    page.on("pageerror", lambda error: projected.faults.append(str(error)))
    page.goto(server.address + EXERCISE, timeout=PATIENCE)
    expect(projected.slider("Expectation (E)")).to_be_visible(timeout=PATIENCE)
    yield projected
    context.close()


@pytest.fixture
def projected(opened: Projected) -> Projected:
    """The gap explorer with its start values."""
    opened.page.get_by_role("button", name="Back to the start values").click()
    expect(opened.output("customer_gap")).to_contain_text("−1.4")
    # The chart is drawn last.
    expect(opened.output("gap_chart").locator("figcaption")).to_contain_text("−1.4")
    expect(opened.page.locator(".sq-messages")).to_have_count(0)
    return opened


def test_the_start_page_lists_all_exercises_with_their_questions(
    server: Server, page: Page
) -> None:
    page.goto(server.start)
    for exercise in all_exercises():
        entry = page.get_by_role("listitem").filter(has_text=exercise.question)
        link = entry.get_by_role("link", name=exercise.title)
        expect(link).to_have_attribute("href", f"/voila/render/{exercise.id}.ipynb")


@pytest.mark.parametrize("path", ["/voila/render/gap-explorerr.ipynb", "/class/gap-explorerr"])
def test_an_unknown_id_is_answered_with_those_there_are(server: Server, path: str) -> None:
    status, text = server.answer(path)
    assert status == 404
    assert "gap-explorerr" in text
    for exercise in all_exercises():
        assert f'href="/voila/render/{exercise.id}.ipynb"' in text


def test_an_unknown_id_with_markup_is_shown_as_text(server: Server) -> None:
    status, text = server.answer("/class/%3Cimg%20src=x%3E")
    assert status == 404
    assert "“&lt;img src=x&gt;”" in text


@pytest.mark.parametrize(
    "path", ["/voila/render/../gap-explorer.ipynb", "/voila/tree", "/voila/api/contents"]
)
def test_nothing_lists_or_leaves_the_folder(server: Server, path: str) -> None:
    assert server.answer(path)[0] == 404


def test_another_host_name_for_this_machine_is_refused(server: Server) -> None:
    assert server.answer("/class/", Host="elsewhere.example")[0] == 403
    assert answer(server.address, Host="elsewhere.example")[0] == 403


def test_the_id_alone_leads_to_the_exercise(server: Server) -> None:
    request = urllib.request.Request(
        server.address + "/class/gap-explorer", headers={"Cookie": server.cookie}
    )
    answered = urllib.request.build_opener(Stay).open(request)
    assert answered.status == 302
    assert answered.headers["Location"] == EXERCISE


def test_the_page_shows_every_field_and_every_view(projected: Projected) -> None:
    page = projected.page
    expect(page).to_have_title("Gap explorer")
    expect(page.get_by_role("main").get_by_role("heading", name="Gap explorer")).to_be_visible()
    for field in find("gap-explorer").fields:
        expect(page.get_by_label(field.label).first).to_be_visible()
    for view in ("customer_gap", "verdict", "largest", "gap_chart", "gaps", "sum_check"):
        expect(projected.output(view)).to_be_visible()
    expect(page.locator("html")).to_have_attribute("lang", "en")


def test_a_key_on_a_slider_changes_figure_table_and_chart(projected: Projected) -> None:
    bars = projected.bars()
    projected.slider("Perception (P)").press("ArrowRight")
    expect(projected.output("customer_gap")).to_contain_text("−1.3")
    expect(projected.output("gaps").locator("tbody tr").last).to_contain_text("−1.3")
    expect(projected.output("gap_chart").locator("figcaption")).to_contain_text("−1.3")
    assert len(bars) == len(projected.bars())
    assert bars != projected.bars()


def test_checkbox_and_choice_change_the_result(projected: Projected) -> None:
    page = projected.page
    for _ in range(8):
        projected.slider("Promise (A)").press("ArrowRight")
    page.get_by_label("Guests heard the promise before they came").press("Space")
    # Half of the way from 6.0 to 7.0.
    expect(projected.output("verdict")).to_contain_text("expect 6.5")
    page.get_by_label("How far a heard promise lifts expectations").select_option(
        label="all the way"
    )
    expect(projected.output("verdict")).to_contain_text("expect 7.0")
    expect(projected.output("customer_gap")).to_contain_text("−2.4")


def test_reset_brings_everything_back(projected: Projected) -> None:
    bars = projected.bars()
    projected.slider("Perception (P)").press("End")
    service = projected.page.get_by_label("Service you rate")
    service.fill("Breakfast")
    expect(projected.output("verdict")).to_contain_text("Breakfast: guests perceive 7.0")
    projected.page.get_by_role("button", name="Back to the start values").click()
    expect(projected.output("verdict")).to_contain_text("Check-in: guests perceive 4.6")
    expect(service).to_have_value("Check-in")
    expect(projected.slider("Perception (P)")).to_have_attribute("aria-valuenow", "4.6")
    expect(projected.output("gap_chart").locator("figcaption")).to_contain_text("−1.4")
    assert projected.bars() == bars


def test_a_text_that_is_too_long_is_refused_in_words(projected: Projected) -> None:
    projected.page.get_by_label("Service you rate").fill("x" * 61)
    expect(projected.page.get_by_role("alert").filter(has_text="61")).to_have_text(
        "Service you rate: 61 characters are too many; there is room for 60."
    )
    expect(projected.output("verdict")).to_contain_text("Check-in")


def test_markup_in_a_text_is_shown_as_text(projected: Projected) -> None:
    projected.page.get_by_label("Service you rate").fill("<b>Bold</b>")
    expect(projected.output("verdict")).to_contain_text("<b>Bold</b>: guests")


def test_nobody_else_is_asked_and_nothing_throws(projected: Projected, server: Server) -> None:
    host = server.address.removeprefix("http:")
    own = (f"http:{host}/", f"ws:{host}/", "data:")
    assert any(url.startswith("ws:") for url in projected.asked)
    others = [url for url in projected.asked if not url.startswith(own)]
    assert others == []
    assert projected.faults == []


def test_axe_finds_nothing(projected: Projected) -> None:
    projected.page.evaluate(AXE.read_text(encoding="utf-8"))
    found = projected.page.evaluate("axe.run().then((result) => result.violations)")
    assert [(fault["id"], fault["nodes"][0]["html"]) for fault in found] == []


def test_leaving_a_page_ends_its_kernel(server: Server, browser: Browser) -> None:
    before = server.kernels()
    # A profile of its own: no cookie of an earlier page may help.
    context = server.context(browser)
    page = context.new_page()
    page.goto(server.address + EXERCISE, timeout=PATIENCE)
    expect(page.get_by_role("slider").first).to_be_visible(timeout=PATIENCE)
    started = [kernel for kernel in server.kernels() if kernel not in before]
    ways = {str(found.laddr) for kernel in started for found in kernel.net_connections("unix")}
    if transport_in(tempfile.gettempdir()) == "ipc":
        assert len({way for way in ways if re.search(r"-ipc-\d$", way)}) == 5
    assert len(started) == 1
    page.goto(server.start)
    _, alive = psutil.wait_procs(started, timeout=30)
    context.close()
    assert alive == []


@pytest.mark.skipif(os.name != "posix", reason="no sockets in folders")
@pytest.mark.parametrize(
    ("folder", "transport"),
    [
        ("/tmp", "ipc"),
        ("/var/folders/zz/zyxvpxvq6csfxvn_n0000000000000/T", "tcp"),
        ("/" + "f" * 37, "ipc"),
        ("/" + "f" * 38, "tcp"),
    ],
)
def test_kernels_take_no_ports_where_their_sockets_have_room(folder: str, transport: str) -> None:
    assert transport_in(folder) == transport
    # As Voilà and Jupyter name them; the shortest limit of a system is 104 with its end.
    longest = f"{folder}/voila_12345678/kernel-{uuid.uuid4()}-ipc-5"
    assert transport == "tcp" or len(longest) < 104


def test_a_page_may_stand_on_the_wall_for_long(server: Server, browser: Browser) -> None:
    context = server.context(browser)
    page = context.new_page()
    connections: list[WebSocket] = []
    page.on("websocket", lambda connection: connections.append(connection))
    page.goto(server.address + EXERCISE, timeout=PATIENCE)
    expect(page.get_by_role("slider").first).to_be_visible(timeout=PATIENCE)
    # Jupyter would ping for the first time after 30 seconds.
    page.wait_for_timeout(33_000)
    assert [connection.is_closed() for connection in connections] == [False]
    context.close()


def test_no_myst_markup_is_left_on_the_page_of_a_chapter(server: Server, browser: Browser) -> None:
    cells = [{"cell_type": "markdown", "id": "text", "metadata": {}, "source": MYST}]
    chapter = {"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    (server.folder / "chapter.ipynb").write_text(json.dumps(chapter), encoding="utf-8")
    context = server.context(browser)
    page = context.new_page()
    page.goto(f"{server.address}/voila/render/chapter.ipynb", timeout=PATIENCE)
    main = page.get_by_role("main")
    expect(main).to_be_visible(timeout=PATIENCE)
    text = main.inner_text()
    context.close()
    for mark in (":::", "```", "{term}", "{cite", "{ref}", "{note}", ":alt:", ")=", "% A", "[^"):
        assert mark not in text
    assert "Gaps and zones of tolerance" in text
    assert "Text with SERVQUAL, (Parasuraman 1985), Gronroos 1984, a label," in text
    assert "five gap model, a marked statement and a span." in text
    for kept in ("Note", "Outer remark.", "Tip", "Inner remark with moment of truth."):
        assert kept in text
    assert "A title with markup" in text
    assert "Caption with empathy." in text
    assert "Content of a directive that nobody knows." in text
    assert "first = 1\n\nsecond = 2" in text
    assert "A footnote." in text


def test_the_same_syntax_is_read_here_as_in_the_book() -> None:
    config = yaml.safe_load((ROOT / "_config.yml").read_text(encoding="utf-8"))
    assert set(config["parse"]["myst_enable_extensions"]) == EXTENSIONS


def test_dollar_signs_are_read_here_as_in_the_book() -> None:
    config = yaml.safe_load((ROOT / "_config.yml").read_text(encoding="utf-8"))["sphinx"]["config"]
    for name in ("dmath_allow_space", "dmath_allow_digits"):
        assert config[f"myst_{name}"] is getattr(SYNTAX, name) is False


def test_titles_of_remarks_are_translated() -> None:
    assert "<p>Бележка</p>" in to_html(":::{note}\nText\n:::", {"Note": "Бележка"}.__getitem__)


FORMULAE = r"""
The gap is $G_5 = P - E$, as {math}`P < E` and {eq}`gap-sum` say. It costs $5 and $6, or 5 $.

:::{note}
Inside: $M - E$.

$$
G_1 &= M - E \\

G_2 &= S - M
$$ (gap-sum)
:::

```{math}
:label: mean
:nowrap:
\begin{aligned} P &= 1 \\

E &= 2 \end{aligned}
```
"""


def test_formulae_become_mathml(monkeypatch: pytest.MonkeyPatch) -> None:
    runs: list[object] = []
    start = subprocess.run

    def run(*arguments: object, **options: object) -> object:
        runs.append(arguments)
        return start(*arguments, **options)

    monkeypatch.setattr(subprocess, "run", run)
    monkeypatch.setattr(mathml, "_known", {})
    cells = [{"cell_type": "markdown", "source": text} for text in (FORMULAE, "And $D - S$.")]
    page = nbformat.from_dict({"cells": cells})
    page, _ = MystPreprocessor().preprocess(page, {"language": "en"})
    assert len(runs) == 1
    first, second = (BeautifulSoup(cell.source, "html.parser") for cell in page.cells)
    shown = [re.sub(r"\s", "", math.get_text()) for math in first.select("math")]
    assert shown == ["G5=P−E", "P<E", "M−E", "G1=M−EG2=S−M", "P=1E=2"]
    assert second.select_one("p").get_text() == "And D−S."
    assert "$" not in str(second)
    words = first.select_one("p").get_text()
    assert words.endswith(" and gap sum say. It costs $5 and $6, or 5 $.")
    assert [block.get("id") for block in first.select("div.sq-formula")] == [
        "equation-gap-sum", "equation-mean",
    ]  # fmt: skip
    for box in first.select(".sq-formula > div"):
        assert (box["role"], box["tabindex"], box["aria-label"]) == ("group", "0", "Formula")
        assert box.select_one("math")["display"] == "block"
    # An empty line would end the block of HTML.
    assert "\n\n" not in page.cells[0].source


def test_a_formula_is_named_in_the_language_of_the_class() -> None:
    assert 'aria-label="Формула"' in to_html("$$\nP\n$$", {"Formula": "Формула"}.__getitem__)


def test_a_faulty_formula_is_said_and_not_shown() -> None:
    with pytest.raises(mathml.FormulaError, match=r"The formula “P - \\foo” is faulty"):
        to_html("Here $P - \\foo$.", str)


def test_a_page_shows_formulae_and_prices(server: Server, browser: Browser) -> None:
    source = "# Scores\n\nThe gap is $G_5 = P - E$. It costs $5 and $6.\n\n$$\n\\frac{P}{E}\n$$\n"
    cells = [{"cell_type": "markdown", "id": "text", "metadata": {}, "source": source}]
    notebook = {"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    (server.folder / "scores.ipynb").write_text(json.dumps(notebook), encoding="utf-8")
    context = server.context(browser)
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{server.address}/voila/render/scores.ipynb", timeout=PATIENCE)
    main = page.get_by_role("main")
    expect(main).to_be_visible(timeout=PATIENCE)
    expect(main.locator("p")).to_contain_text("It costs $5 and $6.")
    assert "$G" not in main.inner_text()
    expect(main.locator("p math")).to_have_text("G5=P−E")
    expect(main.get_by_role("group", name="Formula").locator("math mfrac")).to_be_visible()
    assert "Cambria Math" in main.locator("p math").evaluate(
        "(m) => getComputedStyle(m).fontFamily"
    )
    assert [url for url in asked if "mathjax" in url.lower()] == []
    # Voilà hands every cell of text to its own MathJax, once its scripts are there.
    page.wait_for_load_state("networkidle")
    expect(main.locator("p")).to_contain_text("It costs $5 and $6.")
    expect(main.locator("mjx-container")).to_have_count(0)
    context.close()


def test_code_and_text_keep_their_angle_brackets() -> None:
    html = to_html("{term}`a < b` and `<i>`\n\n```{code}\n<script>\n```", str)
    assert "a &lt; b and <code>&lt;i&gt;</code>" in html
    assert "<script>" not in html


def test_a_taken_port_is_named_and_another_one_used(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with running(tmp_path, port) as server:
            assert f"Port {port} is taken" in server.said
            assert not server.address.endswith(f":{port}")
            assert server.answer("/class/")[0] == 200


def test_ctrl_c_ends_server_and_kernels_and_the_page_says_so(
    browser: Browser, tmp_path: Path
) -> None:
    with running(tmp_path) as server:
        context = server.context(browser)
        page = context.new_page()
        page.goto(server.address + EXERCISE, timeout=PATIENCE)
        expect(page.get_by_role("slider").first).to_be_visible(timeout=PATIENCE)
        kernels = server.kernels()
        assert kernels
        assert server.interrupt() == 0
        _, alive = psutil.wait_procs(kernels, timeout=30)
        assert alive == []
        expect(page.get_by_role("alert").filter(has_text="lost")).to_have_text(
            CLASSROOM["lost"], timeout=PATIENCE
        )
        context.close()


def test_the_page_of_a_question_works_in_class(server: Server, browser: Browser) -> None:
    context = server.context(browser, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(server.address + "/voila/render/q5-gap-one.ipynb", timeout=PATIENCE)
    stage = page.locator("[data-output=stage]")
    expect(stage).to_contain_text("Make your guess first", timeout=PATIENCE)
    page.get_by_label("I have made my guess: show the guests’ answers").check()
    expect(stage).to_contain_text("That distance is Gap 1.")
    expect(page.locator("[data-output=levels_chart] svg")).to_be_visible()
    level = page.locator("[data-output=levels] tbody tr").first.locator("td").first
    expect(level).to_have_text("4.0")
    page.locator(".widget-gridbox input").nth(1).fill("6.5")
    page.keyboard.press("Tab")
    expect(level).to_have_text("6.5")
    page.get_by_label("Show me the model answer").check()
    expect(page.locator("[data-output=model_answer]")).to_contain_text("the knowledge gap")
    assert all(url.startswith((server.address, "data:")) for url in asked)
    context.close()


CELL = re.compile(r"^(exercise|self_check|figure)\(", re.MULTILINE)
MARKUP = ("{term}", "{cite", "{teaches}", ":::", "](../", "](0", "{fact", "$$")


@pytest.mark.parametrize("chapter", all_chapters(), ids=lambda path: path.stem)
def test_a_chapter_is_listed_and_shows_no_myst(
    server: Server, browser: Browser, chapter: Path
) -> None:
    cells = nbformat.read(chapter, as_version=4).cells
    title = cells[0].source.splitlines()[0].removeprefix("# ")
    calls = Counter(name for cell in cells for name in CELL.findall(cell.source))
    context = server.context(browser, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(server.start)
    pages = page.get_by_role("heading", name=CLASSROOM["pages"]).locator("+ ul")
    pages.get_by_role("link", name=title).click()
    shown = calls["exercise"] + calls["self_check"]
    expect(page.locator(".sq-exercise .sq-title")).to_have_count(shown, timeout=PATIENCE)
    expect(page.locator("figure.sq-picture svg")).to_have_count(calls["figure"])
    text = page.locator("body").inner_text()
    for markup in MARKUP:
        assert markup not in text
    context.close()


def test_a_part_of_a_drawing_is_picked_in_class(server: Server, browser: Browser) -> None:
    context = server.context(browser, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(server.address + "/voila/render/03-five-gap-model.ipynb", timeout=PATIENCE)
    page.get_by_role("button", name="Gap 3").click(timeout=PATIENCE)
    expect(page.locator("[data-output=gap_cards]")).to_contain_text("Gap 3: the performance gap")
    context.close()
