"""Where the course will be published: the environment variable `BASE_URL`.

`make site BASE_URL=https://example.edu/course/` sets it. Without it the course builds as well, for
any place; its pages only lack what needs a full address.
"""

from __future__ import annotations

import os
from urllib.parse import urlsplit

from sphinx.application import Sphinx
from sphinx.builders import Builder
from sphinx.config import Config
from sphinx.errors import ConfigError
from sphinx.util import logging
from sphinx.util.osutil import relative_uri

VARIABLE = "BASE_URL"

logger = logging.getLogger(__name__)


def connect(app: Sphinx) -> None:
    """Has the address read and checked."""
    app.connect("config-inited", apply_address)
    app.connect("build-finished", tell)


def apply_address(_app: Sphinx, config: Config) -> None:
    """Makes the address that of the build. Raises ConfigError where it is none."""
    given = os.environ.get(VARIABLE) or config.html_baseurl
    config.html_baseurl = checked(given) if given else ""


def checked(given: str) -> str:
    """An address with a slash at its end. Raises ConfigError for what is no address of a site."""
    parts = urlsplit(given)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment:
        raise ConfigError(
            f"{VARIABLE}: {given!r} is not the address of a site, such as "
            "https://example.edu/course/."
        )
    return given.rstrip("/") + "/"


def tell(app: Sphinx, exception: Exception | None) -> None:
    """Says which parts of a finished site are left out where its address is not known."""
    if exception is None and app.builder.format == "html" and not app.config.html_baseurl:
        logger.info(
            "%s is not set, so pages get no canonical links and no social card, and the site no "
            "sitemap.",
            VARIABLE,
        )


def absolute(builder: Builder, page: str) -> str:
    """The full address of a page, where the site's own is known."""
    base: str = builder.config.html_baseurl
    return base if page == builder.config.root_doc else base + builder.get_target_uri(page)


def link(builder: Builder, here: str, page: str, fragment: str = "") -> str:
    """The address of a page or a place in it: in full where known, else relative to page `here`."""
    if builder.config.html_baseurl:
        target = absolute(builder, page)
    else:
        target = relative_uri(builder.get_target_uri(here), builder.get_target_uri(page))
    return f"{target}#{fragment}" if fragment else target
