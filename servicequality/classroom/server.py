"""The server of the class pages: Voilà, with a start page, our template and our addresses."""

from __future__ import annotations

import errno
import os
import socket
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jupyter_server.services.kernels.kernelmanager import AsyncMappingKernelManager
from tornado import web
from tornado.httpserver import HTTPServer
from tornado.ioloop import IOLoop
from tornado.netutil import bind_sockets
from traitlets.config import Config
from voila.app import Voila
from voila.handler import BaseVoilaHandler
from voila.tornado.contentshandler import VoilaContentsHandler
from voila.tornado.handler import TornadoVoilaHandler
from voila.tornado.treehandler import TornadoVoilaTreeHandler

from servicequality.classroom.asked import items_in, query_of
from servicequality.classroom.markdown import MystPreprocessor
from servicequality.classroom.notebooks import (
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
from servicequality.classroom.words import CLASSROOM
from servicequality.core.views import fill
from servicequality.declare.fields import Translate
from servicequality.exercises import all_exercises, registry
from servicequality.i18n.text import translator
from servicequality.notebook.style import SHEETS
from servicequality.page.html import to_text
from servicequality.practice.bank import BankError, items, topic, topics

HOST = "127.0.0.1"
LARGEST_MESSAGE = 200_000_000  # bytes
TEMPLATE = Path(__file__).parent / "template"
# Voilà's own routes that list, read or render whatever lies in the folder.
REPLACED = (TornadoVoilaHandler, TornadoVoilaTreeHandler, VoilaContentsHandler)


def address_of(name: str) -> str:
    """The path of the page of a notebook: an exercise's id, `self-check-TOPIC` and so on."""
    return f"/voila/render/{name}.ipynb"


class ClassHandler(BaseVoilaHandler):
    """A page of the server's own, made from a template in `template/`."""

    def missing(self, asked: str, why: str = "") -> None:
        """Answers that nothing has this name, or why not, with a list of what there is."""
        self.set_status(404)
        self.finish(self.render_template("404.html", asked=asked, why=why))


class StartPage(ClassHandler):
    """The list of all there is."""

    @web.authenticated
    def get(self) -> None:
        self.finish(self.render_template("start.html"))


class ShortAddress(ClassHandler):
    """`/ID` leads to the page of an exercise, a self-check or the flashcards.

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


class QuietKernels(AsyncMappingKernelManager):
    """Kernels that do not report their own end where the address of the pages stands."""

    async def start_kernel(self, **options: Any) -> str:  # type: ignore[override]
        """Starts a kernel; what fails in a notebook is reported by the server all the same."""
        options["extra_arguments"] = ["--log-level=CRITICAL"]
        kernel_id: str = await super().start_kernel(**options)
        return kernel_id


class ClassServer(Voila):
    """Voilà over a folder of generated notebooks, on this machine alone."""

    port: int
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
            (r"/", StartPage, own),
            (r"/voila/render/(.*)", NotebookPage, rendering),
            (r"/(.*)", ShortAddress, own),
        ]

    def listen(self) -> None:
        """Serves until Ctrl+C or a request to end, and takes the kernels along."""
        sockets, taken = sockets_at(self.port)
        HTTPServer(self.app).add_sockets(sockets)
        if taken:
            print(f"Port {self.port} is taken, so another one is used.")
        self.port = sockets[0].getsockname()[1]
        print(f"\nThe exercises are at http://{HOST}:{self.port}/  (Ctrl+C stops it)", flush=True)
        self.ioloop = IOLoop.current()
        try:
            self.ioloop.start()
        except KeyboardInterrupt:
            print()
        finally:
            self.stop()


def sockets_at(port: int) -> tuple[list[socket.socket], bool]:
    """Listening sockets at a port, or at any free one where it is taken; and whether it was."""
    try:
        return bind_sockets(port, HOST), False
    except OSError as error:
        if error.errno != errno.EADDRINUSE:
            raise
        return bind_sockets(0, HOST), True


def class_server(folder: Path, port: int, language: str | None = None) -> ClassServer:
    """A server of all exercises, ready to `start()`; their notebooks are written into `folder`."""
    language = language or os.environ.get("SERVICEQUALITY_LANGUAGE", "en")
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
            "ip": HOST,
            "open_browser": False,
            "log_level": "WARN",
            # Whatever Voilà settings this machine has are not ours.
            "config_file_paths": [],
            # A page elsewhere must not reach the kernels under a name of its own (DNS rebinding).
            "tornado_settings": {
                "allow_remote_access": False,
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
            "multi_kernel_manager_class": QuietKernels,
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
                "exercises": [shown(exercise.spec(translate), language) for exercise in exercises],
                "self_checks": [link_to_self_check(slug, translate) for slug in topics()],
                "flashcards": address_of(FLASHCARDS),
                "pages": [link_to(path) for path in pages],
                "teaching": [link_to(path) for path in teaching],
            },
        }
    )
    # A page that went away without a word leaves its kernel behind.
    config.MappingKernelManager.update({"cull_idle_timeout": 600, "cull_interval": 60})
    config.KernelManager.transport_encryption = "auto"
    config.VoilaExecutor.cell_error_instruction = words["cell_failed"]
    config.VoilaExporter.preprocessors = [MystPreprocessor]
    config.HTMLExporter.language_code = language.split("-")[0]
    # As the application of this process, so that Voilà's parts find its log.
    server: ClassServer = ClassServer.instance(config=config)
    # Trust is about stored outputs, and the notebooks here store none.
    server.log.addFilter(lambda record: "is not trusted" not in str(record.msg))
    server.initialize(argv=[])
    return server


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
