"""A form and a request body ask for the same things and draw the same bounds, field by field."""

from typing import Any

import pytest
from django import forms
from rest_framework import serializers

from referrals.doors import DOORS
from referrals.models import ContactAttempt, Referral
from referrals.vocabulary import COMPLETED_ENDINGS, FAILED_ENDINGS, Ending

PAIRS = [
    pytest.param(form.base_fields[name], body._declared_fields[name], id=f"{form.__name__}.{name}")
    for _service, form, body in dict.fromkeys(DOORS)
    for name in form.base_fields
]
KINDS: dict[type[forms.Field], type[serializers.Field]] = {
    forms.IntegerField: serializers.IntegerField,
    forms.UUIDField: serializers.UUIDField,
    forms.ModelChoiceField: serializers.RelatedField,
    forms.ChoiceField: serializers.ChoiceField,
    forms.CharField: serializers.CharField,
    forms.DateField: serializers.DateField,
}


@pytest.mark.parametrize(("typed", "sent"), PAIRS)
def test_a_field_is_of_one_kind_at_both_doors(typed: forms.Field, sent: Any) -> None:
    assert isinstance(sent, KINDS[type(typed)])
    assert typed.required == sent.required


@pytest.mark.parametrize(("typed", "sent"), PAIRS)
def test_a_field_has_the_same_choices_and_bounds_at_both_doors(typed: Any, sent: Any) -> None:
    if isinstance(sent, serializers.ChoiceField):
        assert [value for value, _label in typed.choices] == list(sent.choices)
    for bound in ("max_length", "min_value", "max_value"):
        assert getattr(typed, bound, None) == getattr(sent, bound, None)


@pytest.mark.parametrize(
    ("model", "field"),
    [
        (Referral, "urgency"),
        (Referral, "decline_reason"),
        (Referral, "recall_reason"),
        (Referral, "outcome"),
        (Referral, "next_step"),
        (Referral, "status"),
        (ContactAttempt, "channel"),
        (ContactAttempt, "contact_with"),
        (ContactAttempt, "result"),
    ],
)
def test_every_code_fits_into_its_column(model: Any, field: str) -> None:
    column = model._meta.get_field(field)
    assert all(len(str(value)) <= column.max_length for value, _label in column.choices)


def test_every_ending_belongs_to_one_way_of_ending() -> None:
    assert {*COMPLETED_ENDINGS, *FAILED_ENDINGS} == set(Ending)
    assert not {*COMPLETED_ENDINGS} & {*FAILED_ENDINGS}
