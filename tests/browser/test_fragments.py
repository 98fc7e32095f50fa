"""What a refresh must never do: take the focus, what was typed, or what was opened.

These are the properties that htmx 4 was chosen and pinned for.
"""

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

ENDED = """() => { window.ended = new Promise(
    done => document.addEventListener('htmx:finally:request', done, {once: true})) }"""


@pytest.fixture
def board(live_server, settings, page):
    """A page whose rows are fetched again when the test says so."""
    settings.ROOT_URLCONF = "tests.ui.urls"
    page.goto(f"{live_server.url}/board")
    return page


@pytest.fixture
def refused_board(live_server, settings, browser):
    """The same page, for answers that a browser writes to its console by itself."""
    settings.ROOT_URLCONF = "tests.ui.urls"
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{live_server.url}/board")
    yield page
    context.close()


def refresh(page, turn):
    """Ask for the rows and wait until they have come."""
    page.evaluate("document.getElementById('queue').dispatchEvent(new Event('refresh'))")
    page.wait_for_selector(f"text=Turn {turn}")


def test_a_refresh_keeps_the_focus_and_what_is_being_typed(board):
    board.focus("#note")
    for turn in (1, 2, 3):
        board.keyboard.type("calm ")
        refresh(board, turn)
    assert board.evaluate("document.activeElement.id") == "note"
    assert board.input_value("#note") == "calm calm calm "


def test_a_refresh_keeps_unsent_text_in_another_field_and_what_was_opened(board):
    board.fill("#more", "not sent yet")
    board.click("#more-d summary")
    board.focus("#note")
    refresh(board, 1)
    assert board.input_value("#more") == "not sent yet"
    assert board.evaluate("document.getElementById('more-d').open")


def test_a_refused_form_comes_back_with_what_was_typed_and_the_focus_on_the_reason(refused_board):
    refused_board.fill("#text", "a long sentence")
    refused_board.click("#save")
    refused_board.wait_for_selector(".errors")
    assert refused_board.input_value("#text") == "a long sentence"
    refused_board.wait_for_function("document.activeElement.classList.contains('errors')")


def test_a_refusal_leaves_the_board_alone(refused_board):
    refresh(refused_board, 1)
    refused_board.evaluate(ENDED)
    with refused_board.expect_response("**/403") as answer:
        refused_board.click("#refused")
    assert answer.value.status == 403
    refused_board.evaluate("() => window.ended.then(() => true)")
    assert refused_board.is_visible("text=Turn 1")
    assert refused_board.query_selector("text=You may not.") is None


def test_a_request_without_the_token_is_refused(refused_board):
    assert refused_board.request.post(refused_board.url.replace("/board", "/save"), form={"text": "x"}).status == 403
