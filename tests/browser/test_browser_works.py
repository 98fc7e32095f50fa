"""The browser reaches the running system."""

import pytest

pytestmark = pytest.mark.browser


@pytest.mark.django_db(transaction=True)
def test_the_browser_reaches_the_live_server(live_server, page):
    answer = page.goto(f"{live_server.url}/healthz/ready")
    assert answer.status == 200
