"""The combobox in a real browser: typed fast, answered late, by keyboard and by pointer, and never a stale answer."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

import pytest
from django import forms
from django.template.loader import render_to_string
from django.test import Client
from playwright.sync_api import Page, expect

from officers.models import PlaceAlias, User
from tests.browser import axe
from tests.cast import District, district

__all__ = ["district"]

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

OPTION = "#id_place-list > [role=option]"
ROOM = "Agave High School, room B-204"
WATCH = """
window.heard = [];
const note = (entry) => { document.body.dataset.heard = window.heard.push(entry); };
for (const name of ["combobox:picked", "combobox:free"])
  document.addEventListener(name, (event) => note([name, event.detail]));
document.addEventListener("submit", (event) => {
  event.preventDefault();
  note(["submit", Object.fromEntries(new FormData(event.target))]);
});
"""

GATE = """
const ask = window.fetch, gate = new Promise((resolve) => { window.letGo = resolve; });
window.fetch = async (...asked) => { await gate; return ask(...asked); };
null;
"""


class TrialForm(forms.Form):
    """A place, and a field that Enter goes on to."""

    place = forms.CharField(label="Location", max_length=200)
    place_key = forms.CharField(widget=forms.HiddenInput, required=False)
    nature = forms.CharField(label="Nature")


@pytest.fixture
def trial(district: District, live_server: Any, page: Page) -> Page:
    """A page of the dispatcher with a combobox in a form."""
    PlaceAlias.objects.create(
        agency=district.campus.agency,
        campus=district.campus,
        building=district.room.building,
        room=district.room,
        alias="ln204",
    )
    client = Client()
    client.force_login(User.objects.get(pk=district.dispatcher.person))
    host = str(urlsplit(live_server.url).hostname)
    value = client.cookies["sessionid"].value
    page.context.add_cookies([{"name": "sessionid", "value": value, "domain": host, "path": "/"}])
    page.goto(live_server.url + "/coverage/")
    form = TrialForm()
    box = render_to_string(
        "ui/combobox.html",
        {"bound": form["place"], "key": form["place_key"], "address": "/places/find/", "next": "#id_nature"},
    )
    html = f"<form>{box}{form['nature'].label_tag()}{form['nature']}<button>Send</button></form>"
    page.evaluate("html => { document.getElementById('main').innerHTML = `<h1>Trial</h1>${html}`; }", html)
    page.evaluate(WATCH)
    page.add_script_tag(url="/static/js/combobox.js", type="module")
    page.focus("#id_place")
    return page


def heard(page: Page) -> list[Any]:
    """What the page has told so far."""
    found: list[Any] = page.evaluate("window.heard")
    return found


def wait_for(page: Page, number: int) -> None:
    """Until the page has told this many things."""
    expect(page.locator("body")).to_have_attribute("data-heard", str(number))


def held(page: Page) -> Callable[[], None]:
    """Keep back every answer until the returned function is called."""
    page.evaluate(GATE)

    def let_go() -> None:
        page.evaluate("window.letGo()")

    return let_go


def test_the_place_is_typed_and_taken_with_six_keys(trial: Page, district: District) -> None:
    for key in ("l", "n", "2", "0", "4", "Enter"):
        trial.keyboard.press(key)
    trial.keyboard.type("su")
    expect(trial.locator("#id_place")).to_have_value(ROOM)
    expect(trial.locator("#id_place_key")).to_have_value(f"room:{district.room.pk}")
    expect(trial.locator("#id_nature")).to_have_value("su")
    detail = "Building B, floor 1, door B3"
    expect(trial.locator("#id_place-detail")).to_have_text(detail)
    assert heard(trial) == [["combobox:picked", {"key": f"room:{district.room.pk}", "label": ROOM, "detail": detail}]]


def test_keys_typed_before_the_answer_has_come_are_not_lost(trial: Page) -> None:
    let_go = held(trial)
    trial.keyboard.type("ln204")
    trial.keyboard.press("Enter")
    trial.keyboard.type("su")
    expect(trial.locator("#id_nature")).to_have_value("su")
    assert heard(trial) == []
    let_go()
    expect(trial.locator("#id_place")).to_have_value(ROOM)
    expect(trial.locator("#id_nature")).to_be_focused()
    expect(trial.locator("#id_nature")).to_have_value("su")


def test_a_form_sent_before_the_answer_waits_for_it(trial: Page, district: District) -> None:
    let_go = held(trial)
    trial.keyboard.type("ln204")
    trial.keyboard.press("Enter")
    trial.keyboard.type("su")
    trial.keyboard.press("Enter")
    assert heard(trial) == []
    let_go()
    wait_for(trial, 2)
    sent = {"place": ROOM, "place_key": f"room:{district.room.pk}", "nature": "su"}
    assert heard(trial)[1] == ["submit", sent]


def test_an_answer_to_another_text_is_never_taken(trial: Page) -> None:
    let_go = held(trial)
    trial.keyboard.type("ln204")
    trial.keyboard.press("Enter")
    trial.focus("#id_place")
    trial.fill("#id_place", "by the bus stop")
    let_go()
    trial.keyboard.press("Enter")
    wait_for(trial, 1)
    assert heard(trial) == [["combobox:free", {"text": "by the bus stop"}]]
    expect(trial.locator("#id_place")).to_have_value("by the bus stop")
    expect(trial.locator("#id_place_key")).to_have_value("")


def test_arrows_choose_escape_closes_and_tab_keeps_the_words(trial: Page, district: District) -> None:
    box, options = trial.locator("#id_place"), trial.locator(OPTION)
    trial.keyboard.type("agave")
    expect(options).to_have_count(3)
    expect(box).to_have_attribute("aria-expanded", "true")
    expect(box).to_have_attribute("aria-activedescendant", "id_place-list-0")
    for key, chosen in (("ArrowDown", 1), ("ArrowDown", 2), ("ArrowDown", 0), ("ArrowUp", 2), ("ArrowUp", 1)):
        trial.keyboard.press(key)
        expect(box).to_have_attribute("aria-activedescendant", f"id_place-list-{chosen}")
    expect(options.nth(1)).to_have_attribute("aria-selected", "true")
    trial.keyboard.press("Escape")
    expect(box).to_have_attribute("aria-expanded", "false")
    expect(box).to_have_value("agave")
    trial.keyboard.press("ArrowDown")
    expect(box).to_have_attribute("aria-expanded", "true")
    trial.keyboard.press("Tab")
    expect(trial.locator("#id_nature")).to_be_focused()
    expect(box).to_have_value("agave")
    assert heard(trial) == []


def test_the_chosen_one_is_taken_and_typing_on_forgets_it(trial: Page, district: District) -> None:
    trial.keyboard.type("agave")
    expect(trial.locator(OPTION)).to_have_count(3)
    trial.keyboard.press("ArrowDown")
    trial.keyboard.press("Enter")
    key = trial.locator("#id_place_key")
    expect(key).to_have_value(f"building:{district.room.building_id}")
    trial.focus("#id_place")
    trial.keyboard.press("End")
    trial.keyboard.type("x")
    expect(key).to_have_value("")
    expect(trial.locator("#id_place-detail")).to_have_text("")


def test_a_pointer_takes_too(trial: Page, district: District) -> None:
    trial.keyboard.type("204")
    trial.locator(OPTION).first.click()
    expect(trial.locator("#id_place_key")).to_have_value(f"room:{district.room.pk}")
    expect(trial.locator("#id_place")).to_be_focused()
    expect(trial.locator(OPTION)).to_have_count(0)


def test_a_server_that_does_not_answer_leaves_the_words(trial: Page) -> None:
    trial.route("**/places/find/**", lambda route: route.fulfill(status=204))
    trial.keyboard.type("ln204")
    trial.keyboard.press("Enter")
    trial.keyboard.type("su")
    trial.keyboard.press("Enter")
    wait_for(trial, 2)
    assert heard(trial)[-1] == ["submit", {"place": "ln204", "place_key": "", "nature": "su"}]


def test_it_breaks_no_rule_of_accessibility_open_or_closed(trial: Page) -> None:
    for theme in ("dark", "light", "contrast"):
        trial.evaluate("theme => document.documentElement.dataset.theme = theme", theme)
        assert axe.violations(trial) == [], theme
        trial.fill("#id_place", "")
        trial.keyboard.type("agave")
        expect(trial.locator(OPTION)).to_have_count(3)
        assert axe.violations(trial) == [], theme
