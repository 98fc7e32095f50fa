"""Which control a field becomes, and where each mistake leads."""

from typing import Any

import pytest
from django import forms
from django.template import Context, Template

from core import form_controls

SHORT = [("yes", "Yes"), ("no", "No")]


class Everything(forms.Form):
    """A field of each kind that pages use."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    name = forms.CharField(help_text="As it is said.", widget=forms.TextInput({"class": "wide"}))
    note = forms.CharField(widget=forms.Textarea)
    short_note = forms.CharField(widget=forms.Textarea({"rows": "5"}))
    day = forms.DateField()
    hour = forms.TimeField()
    sure = forms.BooleanField()
    one = forms.ChoiceField(label="Which?", choices=SHORT, widget=forms.RadioSelect)
    some = forms.MultipleChoiceField(choices=SHORT, widget=forms.CheckboxSelectMultiple)
    place = forms.ChoiceField(choices=SHORT)


def drawn(name: str, data: dict[str, str] | None = None, shape: str = "") -> dict[str, Any]:
    """What the template of one field is given."""
    return form_controls.describe(Everything(data)[name], shape, {"yes": "y"})


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("version", "hidden"),
        ("name", "input"),
        ("note", "input"),
        ("sure", "check"),
        ("one", "choices"),
        ("some", "taps"),
        ("place", "input"),
    ],
)
def test_each_field_is_drawn_as_its_kind(name: str, kind: str) -> None:
    assert drawn(name)["kind"] == kind


@pytest.mark.parametrize(("count", "shape"), [(2, "seg"), (4, "seg"), (5, "tiles")])
def test_few_short_answers_are_segments_and_many_are_tiles(count: int, shape: str) -> None:
    choices = [(str(number), f"Answer {number}") for number in range(count)]
    form = type("Few", (forms.Form,), {"one": forms.ChoiceField(choices=choices, widget=forms.RadioSelect)})()
    assert form_controls.describe(form["one"], "", {})["shape"] == shape


@pytest.mark.parametrize(("label", "shape"), [("x" * 10, "seg"), ("x" * 11, "tiles")])
def test_one_long_answer_makes_tiles_of_all(label: str, shape: str) -> None:
    form = type("Long", (forms.Form,), {"one": forms.ChoiceField(choices=[("a", label)], widget=forms.RadioSelect)})()
    assert form_controls.describe(form["one"], "", {})["shape"] == shape
    assert form_controls.describe(form["one"], "seg", {})["shape"] == "seg"


def test_several_answers_are_tiles_however_short() -> None:
    assert drawn("some")["shape"] == "tiles"


def test_an_answer_that_alarms_has_its_tone_and_the_others_none() -> None:
    assert [option["tone"] for option in drawn("one")["options"]] == ["y", ""]
    assert [option["id"] for option in drawn("one")["options"]] == ["id_one_0", "id_one_1"]


def test_a_control_keeps_its_own_class_and_gets_ours() -> None:
    assert 'class="wide input"' in drawn("name")["control"]
    assert Everything().fields["name"].widget.attrs == {"class": "wide"}


def test_a_long_text_starts_low_unless_its_form_says_how_high() -> None:
    assert 'rows="3"' in drawn("note")["control"]
    assert 'rows="5"' in drawn("short_note")["control"]


def test_days_and_times_use_the_browsers_own_controls() -> None:
    assert 'type="date"' in drawn("day")["control"]
    assert 'type="time"' in drawn("hour")["control"]
    assert 'value="2026-03-04"' in drawn("day", {"day": "2026-03-04"})["control"]


def test_what_was_typed_wrongly_is_drawn_as_it_was_typed() -> None:
    assert 'value="yesterday"' in drawn("day", {"day": "yesterday"})["control"]


def test_every_mistake_leads_to_the_control_it_is_about() -> None:
    found = {one["text"].partition(":")[0]: one["target"] for one in form_controls.mistakes(Everything({}))}
    assert found == {
        "This field is required.": "",
        "Name": "id_name",
        "Note": "id_note",
        "Short note": "id_short_note",
        "Day": "id_day",
        "Hour": "id_hour",
        "Sure": "id_sure",
        "Which": "id_one_0",
        "Some": "id_some_0",
        "Place": "id_place",
    }


def test_a_mistake_of_the_whole_form_comes_first_and_leads_nowhere() -> None:
    form = Everything({})
    form.add_error(None, "It has moved on.")
    assert form_controls.mistakes(form)[0] == {"target": "", "text": "It has moved on."}


def test_a_form_without_mistakes_or_not_yet_sent_has_none() -> None:
    assert form_controls.mistakes(Everything()) == []


def test_a_group_is_described_by_its_help_and_by_its_mistake() -> None:
    assert drawn("one")["described"] == ""
    assert drawn("one", {"name": "x"})["described"] == "id_one_error"


@pytest.mark.parametrize("name", list(Everything.base_fields))
def test_what_a_person_typed_is_never_markup(name: str) -> None:
    form = Everything(dict.fromkeys(Everything.base_fields, '"><script>x</script>'))
    page = Template("{% field f %}").render(Context({"f": form[name]}))
    assert "<script>" not in page
