"""The server of a class: the book for students, Voilà for the projector, and the API between them.

One process and one port, two applications: `open_pages` and what is here, behind `guard`.
"""

from __future__ import annotations

import os
import socket
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from jupyter_server.services.kernels.kernelmanager import AsyncMappingKernelManager
from markupsafe import Markup
from tornado import web
from tornado.httpserver import HTTPServer
from tornado.ioloop import IOLoop
from traitlets.config import Config
from voila.app import Voila
from voila.handler import BaseVoilaHandler
from voila.tornado.contentshandler import VoilaContentsHandler
from voila.tornado.handler import TornadoVoilaHandler
from voila.tornado.treehandler import TornadoVoilaTreeHandler

from servicequality.book.build import SITE
from servicequality.classmode.handlers import routes
from servicequality.classmode.listening import SERVER_OPTIONS
from servicequality.classmode.start import FILE, kernel_environment, new_token, open_service
from servicequality.classroom.addresses import LOOPBACK, own_names, students_hosts, web_address
from servicequality.classroom.asked import items_in, query_of
from servicequality.classroom.book_files import read_book
from servicequality.classroom.guard import SIGN_IN, START, Guard, SignIn
from servicequality.classroom.joining import PATH, Join
from servicequality.classroom.markdown import MystPreprocessor
from servicequality.classroom.notebooks import (
    BOARD,
    FLASHCARDS,
    SELF_CHECK_PREFIX,
    course_notebooks,
    page_notebook,
    practice_notebooks,
    self_check_name,
    teaching_notebooks,
    title_of,
    write_notebooks,
)
from servicequality.classroom.open_pages import (
    DARK,
    HEADERS,
    PAGE_POLICY,
    BookPage,
    Hall,
    environment,
)
from servicequality.classroom.ports import sockets_at
from servicequality.classroom.window import Started, can_print, has_colours, page_code, said
from servicequality.classroom.words import CLASSROOM
from servicequality.core.views import fill
from servicequality.declare.fields import Translate
from servicequality.exercises import all_exercises, registry
from servicequality.i18n.text import translator
from servicequality.notebook.style import SHEETS
from servicequality.page.html import to_text
from servicequality.practice.bank import BankError, items, topic, topics

LARGEST_MESSAGE = 200_000_000  # bytes
# Of 103 bytes that a socket's path may have (macOS; Linux 107), Voilà and Jupyter use up to 65.
LONGEST_FOLDER = 38
# Voilà's pages start by scripts within themselves, and its packages make functions of texts.
VOILA_POLICY = (
    "default-src 'none'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; "
    "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
TEMPLATE = Path(__file__).parent / "template"
# Voilà's own routes that list, read or render whatever lies in the folder.
REPLACED = (TornadoVoilaHandler, TornadoVoilaTreeHandler, VoilaContentsHandler)


def address_of(name: str) -> str:
    """The path of the page of a notebook: an exercise's id, `self-check-TOPIC` and so on."""
    return f"/voila/render/{name}.ipynb"


class ClassHandler(BaseVoilaHandler):
    """A page of the server's own, made from a template in `template/`."""

    @property
    def content_security_policy(self) -> str:
        """Of a page without scripts."""
        return PAGE_POLICY

    def missing(self, asked: str, why: str = "") -> None:
        """Answers that nothing has this name, or why not, with a list of what there is."""
        self.set_status(404)
        self.finish(self.render_template("404.html", asked=asked, why=why))


class StartPage(ClassHandler):
    """How a class gets here, and the list of all there is.

    `?at=HOST` shows students another address from now on, on boards that are opened later too.
    """

    def initialize(self, server: ClassServer, **given: Any) -> None:
        super().initialize(**given)
        self.server = server

    @web.authenticated
    def get(self) -> None:
        self.server.chosen = self.get_query_argument("at", self.server.chosen)
        self.set_header("Cache-Control", "no-store")
        reach = reached(self.server.hosts(), self.server.port)
        self.finish(self.render_template("start.html", local=self.server.local, **reach))


def reached(hosts: Sequence[str], port: int) -> dict[str, Any]:
    """What the start page shows of the addresses for students, the first of them large."""
    if not hosts:
        return {"address": ""}
    address = f"{web_address(hosts[0], port)}/"
    return {
        "address": address,
        "join": web_address(hosts[0], port) + PATH,
        "code": Markup(page_code(address)),
        "others": [
            {"address": f"{web_address(host, port)}/", "shown": f"{START}?at={host}"}
            for host in hosts[1:]
        ],
    }


class ShortAddress(ClassHandler):
    """`/class/ID` leads to the page of an exercise, a self-check or the flashcards.

    Anything else is not there.
    """

    @web.authenticated
    def get(self, asked: str) -> None:
        if asked in registry() or asked in practice_notebooks(str):
            query = f"?{self.request.query}" if self.request.query else ""
            self.redirect(address_of(asked) + query)
        else:
            self.missing(asked)


class NotebookPage(TornadoVoilaHandler, ClassHandler):
    """A notebook of the folder; it starts a kernel, which ends when the page is left."""

    @property
    def content_security_policy(self) -> str:
        """Of a page of Voilà."""
        return VOILA_POLICY

    async def get(self, path: str = "") -> None:
        folder = Path(self.contents_manager.root_dir)
        name = path.removesuffix(".ipynb")
        if why := wrong_items(name, items_in(self.request.query)):
            self.missing(name, why)
        elif path in {notebook.name for notebook in folder.glob("*.ipynb")}:
            # Asking for the token sets its cookie, without which the page may not end its kernel.
            _token = self.xsrf_token
            await super().get(path)
        else:
            self.missing(name)


def wrong_items(name: str, asked: list[str] | None) -> str:
    """What is wrong with the questions that a self-check's page is to ask; empty for nothing."""
    slug = name.removeprefix(SELF_CHECK_PREFIX)
    if asked is None or slug == name or slug not in topics():
        return ""
    try:
        items(slug, asked)
    except BankError as error:
        return str(error)
    return ""


class ClassKernels(AsyncMappingKernelManager):
    """Kernels that can ask the API, and do not report their own end where addresses stand."""

    parent: ClassServer

    async def start_kernel(self, **options: Any) -> str:  # type: ignore[override]
        """Starts a kernel; what fails in a notebook is reported by the server all the same."""
        options["extra_arguments"] = ["--log-level=CRITICAL"]
        options["env"] = self.parent.kernel_environment(options.get("env") or os.environ)
        kernel_id: str = await super().start_kernel(**options)
        return kernel_id


class ClassServer(Voila):
    """A class on this machine: what `hall` holds is open, the notebooks are the instructor's."""

    port: int
    hall: Hall
    local: bool
    given: Sequence[str]
    unbuilt: str | None
    chosen = ""
    template_paths: list[str]

    def setup_template_dirs(self) -> None:
        """Puts our templates and style sheets before Voilà's."""
        super().setup_template_dirs()
        self.template_paths = [str(TEMPLATE), str(SHEETS), *self.template_paths]

    def init_settings(self) -> dict[str, Any]:
        """Voilà's settings; start and error pages are given words and exercises."""
        settings: dict[str, Any] = super().init_settings()
        settings["voila_jinja2_env"].globals.update(self.voila_configuration.resources)
        return settings

    def init_handlers(self) -> list[Any]:
        """Voilà's routes, ours in the place of those that list or render files."""
        own = {"voila_configuration": self.voila_configuration}
        rendering = {**own, "template_paths": self.template_paths, "config": self.config}
        return [
            *(route for route in super().init_handlers() if route[1] not in REPLACED),
            (r"/class/?", StartPage, {**own, "server": self}),
            (r"/voila/render/(.*)", NotebookPage, rendering),
            (r"/class/(.*)", ShortAddress, own),
            (r"/(.*)", ShortAddress, own),
        ]

    def hosts(self) -> list[str]:
        """Names and addresses to tell students: the one that was chosen, then the likeliest first.

        Found out each time: a hotspot may have been switched on meanwhile.
        """
        found = students_hosts(self.given, self.local)
        # In the machine's order but for that one; a choice that is no address of it is none.
        return sorted(found, key=lambda host: host != self.chosen)

    def kernel_environment(self, environment: Mapping[str, str]) -> dict[str, str]:
        """What kernels are told of the class."""
        hosts = self.hosts() or [LOOPBACK]
        url, address = web_address(LOOPBACK, self.port), web_address(hosts[0], self.port)
        return kernel_environment(environment, self.hall.service, url, address)

    def listen(self) -> None:
        """Serves until Ctrl+C or a request to end, and takes the kernels along."""
        wanted = self.port
        sockets, taken = sockets_at(wanted, LOOPBACK if self.local else None)
        guard = Guard(self.hall, open_application(self.hall), self.app)
        HTTPServer(guard, **SERVER_OPTIONS).add_sockets(sockets)
        self.port = sockets[0].getsockname()[1]
        print(self.said(wanted if taken else None), flush=True)
        self.ioloop = IOLoop.current()
        try:
            self.ioloop.start()
        except KeyboardInterrupt:
            print()
        finally:
            self.stop()
            self.hall.service.close()

    def said(self, taken: int | None) -> str:
        """What the window says at the start."""
        place = self.hall.service.store.place
        started = Started(
            port=self.port,
            hosts=self.hosts(),
            local=self.local,
            token=new_token(self.hall.service),
            place=None if place is None else str(place),
            taken=taken,
            unbuilt=self.unbuilt,
            colours=has_colours(),
        )
        return said(started, translator(self.hall.language), can_print)


def open_application(hall: Hall) -> web.Application:
    """What anybody may open."""
    given = {"hall": hall}
    return web.Application(
        [
            *routes(hall.service, hall.names),
            (SIGN_IN, SignIn, given),
            (rf"{PATH}(?:/(.*))?", Join, given),
            (r"/(.*)", BookPage, given),
        ],
        # A line for each file would bury the addresses.
        log_function=lambda _handler: None,
    )


def class_server(
    folder: Path,
    port: int,
    answers: Path = FILE,
    language: str | None = None,
    *,
    site: Path = SITE,
    local: bool = False,
    names: Sequence[str] = (),
) -> ClassServer:
    """A server of a class, ready to `start()`; its notebooks are written into `folder`.

    What a class sends is kept in the file `answers`, or where the environment says. `site` holds
    the built book, `names` are names or addresses to tell students; a `local` server listens on
    this machine alone. Raises StoreError where answers cannot be kept.
    """
    language = language or os.environ.get("SERVICEQUALITY_LANGUAGE", "en")
    service = open_service(answers, language)
    translate = translator(language)
    words = {key: translate(text) for key, text in CLASSROOM.items()}
    exercises = all_exercises()
    pages, teaching = course_notebooks(), teaching_notebooks()
    write_notebooks(exercises, [*pages, *teaching], folder, translate)
    config = Config()
    config.Voila.update(
        {
            "root_dir": str(folder),
            "port": port,
            "ip": LOOPBACK,
            "open_browser": False,
            "log_level": "WARN",
            # Whatever Voilà settings this machine has are not ours.
            "config_file_paths": [],
            "tornado_settings": {
                # The guard has looked at the name already.
                "allow_remote_access": True,
                "headers": {**HEADERS, "Content-Security-Policy": VOILA_POLICY},
                # On one machine no connection goes stale. With pings, a timeout short enough for
                # tornado makes Jupyter close each connection at its first ping; clicks are lost.
                "ws_ping_interval": 0,
                # All files that are opened at once on the marking page come as one message.
                "websocket_max_message_size": LARGEST_MESSAGE,
            },
        }
    )
    config.VoilaConfiguration.update(
        {
            "multi_kernel_manager_class": ClassKernels,
            "allow_template_override": "NO",
            "allow_theme_override": "NO",
            # Other JupyterLab extensions on this machine might ask other hosts for something.
            "extension_allowlist": [
                "@jupyter-widgets/jupyterlab-manager",
                "@voila-dashboards/widgets-manager8",
            ],
            "resources": {
                "words": words,
                "language": language,
                "dark": DARK,
                "exercises": [shown(exercise.spec(translate), language) for exercise in exercises],
                "self_checks": [link_to_self_check(slug, translate) for slug in topics()],
                "flashcards": address_of(FLASHCARDS),
                "pages": [link_to(path) for path in pages],
                "teaching": [link_to(path) for path in teaching if path.stem != BOARD],
                "board": address_of(BOARD) if BOARD in {path.stem for path in teaching} else "",
            },
        }
    )
    # A page that went away without a word leaves its kernel behind.
    config.MappingKernelManager.update({"cull_idle_timeout": 600, "cull_interval": 60})
    config.KernelManager.transport_encryption = "auto"
    config.KernelManager.transport = transport_in(tempfile.gettempdir())
    config.VoilaExecutor.cell_error_instruction = words["cell_failed"]
    config.VoilaExporter.preprocessors = [MystPreprocessor]
    config.HTMLExporter.language_code = language.split("-")[0]
    # As the application of this process, so that Voilà's parts find its log.
    server: ClassServer = ClassServer.instance(config=config)
    server.hall = Hall(
        service,
        words,
        language.split("-")[0],
        own_names(names, socket.gethostname()),
        read_book(site),
        environment(str(TEMPLATE)),
    )
    server.local = local
    server.given = names
    server.unbuilt = None if server.hall.book else str(site)
    # Trust is about stored outputs, and the notebooks here store none.
    server.log.addFilter(lambda record: "is not trusted" not in str(record.msg))
    server.initialize(argv=[])
    return server


def transport_in(folder: str) -> str:
    """How kernels are reached whose sockets lie below a folder: "ipc" where it can be, else "tcp".

    A kernel's ports are chosen by one process and bound by another, and whatever takes one of them
    in between keeps the kernel from starting. A socket in a folder of its own nobody takes, but
    the system limits how long its path may be.
    """
    return "ipc" if os.name == "posix" and len(folder) <= LONGEST_FOLDER else "tcp"


def link_to(path: Path) -> dict[str, str]:
    """What the start page shows of a notebook."""
    return {"title": title_of(page_notebook(path)), "address": address_of(path.stem)}


def link_to_self_check(slug: str, translate: Translate) -> dict[str, Any]:
    """What the start page shows of a topic's self-check: the whole, and each of its questions."""
    address = address_of(self_check_name(slug))
    questions = [
        {"title": translate(item["question"]), "address": address + query_of([item["id"]])}
        for item in items(slug)
    ]
    return {"title": translate(topic(slug)["title"]), "address": address, "questions": questions}


def shown(spec: Mapping[str, Any], language: str) -> dict[str, Any]:
    """What the start page shows of an exercise."""
    minutes = {"number": spec["minutes"], "decimals": 0, "signed": False}
    return {
        "title": spec["title"],
        "question": spec["question"],
        "minutes": to_text(fill(spec["strings"]["minutes"], {"minutes": minutes}), language),
        "address": address_of(spec["id"]),
    }
