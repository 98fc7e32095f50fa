"""The tags and filters that pages are built from."""

from datetime import UTC, datetime, timedelta

import pytest
from django import forms
from django.template import Context, Template
from django.template.loader import render_to_string
from django.utils import timezone

from core import clock
from core.templatetags import ui
from core.workflow import WORKFLOWS
from officers.roles import Duty

YES_NO = [("yes", "Yes"), ("no", "No")]
PLACES = [("front", "The front office"), ("gym", "The gymnasium")]


class Sample(forms.Form):
    """One field of every kind."""

    place = forms.CharField(help_text="Building and room.")
    note = forms.CharField(widget=forms.Textarea, required=False)
    weapon = forms.ChoiceField(choices=YES_NO, widget=forms.RadioSelect)
    where = forms.ChoiceField(choices=[("", "---------"), *PLACES], widget=forms.RadioSelect)
    seen = forms.MultipleChoiceField(choices=PLACES, widget=forms.CheckboxSelectMultiple)
    at = forms.DateTimeField()
    told = forms.BooleanField(required=False)
    kept = forms.CharField(widget=forms.HiddenInput)


def draw(source: str, **context: object) -> str:
    """A template as the pages use it, without loading anything."""
    return Template(source).render(Context(context))


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0, "0:00"),
        (247, "4:07"),
        (3599.9, "59:59"),
        (7800, "2 h 10 min"),
        (3 * 86400 + 4 * 3600, "3 d 4 h"),
        (-61, "-1:01"),
        (timedelta(minutes=2), "2:00"),
        (None, "–"),
    ],
)
def test_a_duration_reads_as_people_say_it(seconds, text):
    assert ui.duration(seconds) == text


def test_the_clock_is_the_readers_own():
    noon = datetime(2026, 11, 23, 18, 4, tzinfo=UTC)
    with timezone.override("America/Chicago"):
        assert ui.clock(noon) == "12:04"
    assert ui.clock(None) == "–"


def test_a_timer_turns_at_half_and_at_the_whole_of_its_limit():
    now = clock.now()
    ages = [ui.urgency(now - timedelta(seconds=age), 60) for age in (5, 35, 61)]
    assert ages == ["ok", "warn", "over"]
    assert ui.urgency(now - timedelta(days=1), None) == "ok"


def test_a_priority_is_a_letter_and_a_shape():
    assert 'class="pri p1"' in draw("{% pri p %}", p="p1")
    assert "P1" in draw("{% pri p %}", p="p1")
    assert 'class="pri p0"' in draw("{% pri p %}", p=None)


def test_every_status_has_a_shape_and_an_unknown_one_is_neutral():
    assert [ui.status_pill(status) for status in ("en_route", "on_scene", "av", "odd", None)] == [
        "er",
        "os",
        "av",
        "nu",
        "nu",
    ]


@pytest.mark.parametrize(
    "status", sorted({*Duty.values, *(s for flow in WORKFLOWS.values() for s in flow.states.values)})
)
def test_no_status_of_any_workflow_is_forgotten(status):
    assert status in ui.PILLS


def test_an_icon_without_a_label_is_hidden_from_assistive_technology():
    assert 'aria-hidden="true"' in draw('{% icon "check" %}')
    assert 'role="img" aria-label="&lt;Done&gt;"' in draw('{% icon "check" label %}', label="<Done>")


def test_short_radios_become_segments_and_long_ones_tiles():
    form = Sample()
    assert 'class="seg"' in draw("{% field f %}", f=form["weapon"])
    assert 'class="taps"' in draw("{% field f %}", f=form["where"])
    assert 'class="taps"' in draw('{% field f shape="tiles" %}', f=form["weapon"])
    assert "---------" not in draw("{% field f %}", f=form["where"])


def test_an_answer_that_alarms_is_marked():
    drawn = draw('{% field f alarm="yes" calm="no" %}', f=Sample()["weapon"])
    assert drawn.index('class="y"') < drawn.index('class="n"')


def test_a_time_is_asked_with_the_browsers_own_control():
    drawn = draw("{% field f %}", f=Sample(initial={"at": datetime(2026, 1, 2, 3, 4, tzinfo=UTC)})["at"])
    assert 'type="datetime-local"' in drawn
    assert 'value="2026-01-02T03:04"' in drawn


def test_a_placeholder_that_repeats_the_label_is_left_out_and_a_telling_one_stays():
    class Places(forms.Form):
        one = forms.CharField(label="Place", widget=forms.TextInput({"placeholder": "Place name"}))
        two = forms.CharField(label="Who", widget=forms.TextInput({"placeholder": "Name or description"}))

    form = Places()
    assert "placeholder" not in draw("{% field f %}", f=form["one"])
    assert 'placeholder="Name or description"' in draw("{% field f %}", f=form["two"])
    assert "placeholder" in form.fields["one"].widget.attrs


def test_a_mistake_is_tied_to_its_field_and_linked_from_the_summary():
    drawn = draw("{% render_form form version=3 %}", form=Sample({}))
    assert 'href="#id_place"' in drawn
    assert 'href="#id_weapon_0"' in drawn
    assert 'aria-describedby="id_place_helptext id_place_error"' in drawn
    assert 'name="version" value="3"' in drawn
    assert 'id="id_place_error"' in drawn


def test_a_form_without_mistakes_has_no_summary():
    drawn = draw("{% render_form form %}", form=Sample())
    assert "errors" not in drawn
    assert 'name="version"' not in drawn


def test_a_move_is_a_post_with_its_version_and_one_that_needs_a_form_is_a_link():
    moves = [
        {"name": "clear", "label": "Clear", "url": "/clear", "version": 7},
        {"name": "assess", "label": "Assess", "url": "/assess", "needs_form": True},
    ]
    drawn = render_to_string("ui/moves.html", {"moves": moves})
    assert 'method="post" action="/clear"' in drawn
    assert 'name="version" value="7"' in drawn
    assert '<a class="btn " href="/assess">' in drawn


def test_what_people_typed_is_escaped_everywhere():
    drawn = draw('{% include "ui/note.html" with title=x text=x %}{% pill "av" x %}{% cit "due" x %}', x="<b>")
    assert drawn.count("&lt;b&gt;") == 4
