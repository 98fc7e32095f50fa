"""Several pages of one browser: one sends, none twice."""

import pytest

from tests.browser.offline import books
from tests.browser.offline.device import Tablet

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_four_pages_that_send_at_once_send_everything_once_and_number_without_gaps(tablet: Tablet) -> None:
    first = tablet.page
    pages = [first]
    for _ in range(3):
        tablet.page = tablet.context.new_page()
        tablet.shell()
        pages.append(tablet.page)
    tablet.offline()
    texts = []
    for turn in range(3):
        for number, page in enumerate(pages):
            tablet.page = page
            texts.append(f"Page {number}, note {turn}")
            tablet.note(texts[-1])
    tablet.offline(False)
    for page in pages:
        tablet.page = page
        tablet.hurry()
    tablet.state(queued=0, contact="ok").wait_for()
    assert books.notes() == texts
    assert books.numbers() == list(range(1, 13))
