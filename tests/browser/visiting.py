"""Opening a page as somebody, for every test of this folder."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from core.actors import Actor
from tests.referrals.people import signed_in

Visit = Callable[[Actor, str], Page]


@pytest.fixture
def visit(live_server: Any, page: Page) -> Visit:
    """Open an address as this person."""

    def go(actor: Actor, path: str) -> Page:
        host = urlsplit(live_server.url).hostname
        value = signed_in(actor).cookies["sessionid"].value
        page.context.add_cookies([{"name": "sessionid", "value": value, "domain": str(host), "path": "/"}])
        page.goto(live_server.url + path)
        return page

    return go
