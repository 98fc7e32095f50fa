"""The browser reaches the running system."""

import pytest

pytestmark = pytest.mark.browser


@pytest.mark.django_db(transaction=True)
def test_the_browser_reaches_the_live_server(live_server, page):
    # A page of ours: beside an answer without an icon Chromium looks for one, and calls its absence an error.
    answer = page.goto(f"{live_server.url}/accounts/login/")
    assert answer.status == 200
