"""Every part in every theme and width: accessible, inside the screen, large enough, and alive under the policy."""

import pytest

from tests.browser import axe

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

THEMES = ["dark", "light", "contrast"]
WIDTHS = [(1440, 900), (1024, 768), (390, 844), (320, 640)]
PAGES = ["/styleguide", "/accounts/login/", "/refused"]
OUTSIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
TARGETS = """() => [...document.querySelectorAll(
    'button, summary, .btn, .chip[href], .tab, .nav a, .seg label, .tap, input, select')]
  .map(e => [e, (e.closest('label') || e).getBoundingClientRect()])
  .filter(([e, r]) => r.width && e.checkVisibility() && (r.width < 24 || r.height < 24))
  .map(([e]) => e.outerHTML.slice(0, 90))"""


@pytest.fixture
def site(live_server, settings):
    """The design system's pages."""
    settings.ROOT_URLCONF = "tests.ui.urls"
    return live_server.url


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("path", PAGES)
def test_a_page_breaks_no_accessibility_rule(site, page, path, theme):
    page.goto(site + path)
    page.evaluate("theme => document.documentElement.dataset.theme = theme", theme)
    for width, height in WIDTHS:
        page.set_viewport_size({"width": width, "height": height})
        assert axe.violations(page) == [], (width, theme)


@pytest.mark.parametrize("path", PAGES)
def test_a_page_fits_every_width_down_to_320_pixels(site, page, path):
    page.goto(site + path)
    for width, height in WIDTHS:
        page.set_viewport_size({"width": width, "height": height})
        assert page.evaluate(OUTSIDE) <= 0, width


@pytest.mark.parametrize("density", ["compact", "comfortable", "touch"])
def test_every_target_is_large_enough(site, page, density):
    page.goto(f"{site}/styleguide?density={density}")
    assert page.evaluate(TARGETS) == []


def test_the_error_summary_has_the_focus_and_leads_to_the_field(site, page):
    page.goto(f"{site}/styleguide")
    page.wait_for_function("document.activeElement.classList.contains('errors')")
    page.click(".errors a >> nth=0")
    assert page.evaluate("document.activeElement.id") == "id_bad-place"


def test_a_timer_ticks_by_the_servers_clock(site, page):
    page.goto(f"{site}/styleguide")
    shown = page.text_content(".timer >> nth=0")
    page.wait_for_function("shown => document.querySelector('.timer').textContent !== shown", arg=shown)


def test_a_key_operates_what_it_is_printed_on(site, page):
    page.goto(f"{site}/styleguide")
    page.keyboard.press("F7")
    page.wait_for_url("**/styleguide#assess")


def test_the_question_mark_lists_the_keys_and_escape_closes_the_list(site, page):
    page.goto(f"{site}/styleguide")
    page.focus("main")
    page.keyboard.press("?")
    assert "Assess again" in page.text_content("dialog[open]")
    page.keyboard.press("Escape")
    assert page.query_selector("dialog[open]") is None


def test_a_question_mark_typed_into_a_field_stays_there(site, page):
    page.goto(f"{site}/styleguide")
    page.focus("#id_good-note")
    page.keyboard.type("why?")
    assert page.input_value("#id_good-note") == "why?"
    assert page.query_selector("dialog[open]") is None


def test_unsaved_typing_is_not_left_without_asking(site, page):
    page.goto(f"{site}/styleguide")
    page.fill("#id_good-note", "half a sentence")
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.goto(f"{site}/refused")
    assert asked == ["beforeunload"]


def test_the_menu_opens_by_keyboard_and_closes_with_escape(site, page):
    page.goto(f"{site}/styleguide")
    page.focus(".menu.user summary")
    page.keyboard.press("Enter")
    assert page.is_visible("#pref-theme")
    page.keyboard.press("Escape")
    assert not page.is_visible("#pref-theme")
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"


def test_what_is_announced_reaches_the_live_regions(site, page):
    page.goto(f"{site}/styleguide")
    say = "([text, urgent]) => document.dispatchEvent(new CustomEvent('cit:announce', {detail: {text, urgent}}))"
    page.evaluate(say, ["Saved.", False])
    page.evaluate(say, ["P1 waiting.", True])
    page.wait_for_function("document.getElementById('polite').textContent === 'Saved.'")
    page.wait_for_function("document.getElementById('assertive').textContent === 'P1 waiting.'")


def test_a_page_without_script_is_whole(site, browser):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/styleguide")
    page.click(".menu.user summary")
    assert page.is_visible("text=Log out")
    assert page.is_visible("text=Save report")
    context.close()


def test_only_the_demonstration_has_the_style_guide(site, page, settings):
    assert page.request.get(f"{site}/styleguide").status == 200
    settings.DEMO = False
    assert page.request.get(f"{site}/styleguide").status == 404
