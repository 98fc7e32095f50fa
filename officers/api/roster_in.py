"""What the API accepts about the roster: the same names and bounds as the forms."""

from typing import Any

from django.db.models import QuerySet
from rest_framework import serializers

from officers.forms.roster import ROLES
from officers.models import Campus, User
from officers.roles import License
from officers.selectors import roster, roster_file
from officers.vocabulary import Language, RestrictionKind, Skill


class CampusField(serializers.PrimaryKeyRelatedField[Campus]):
    """One of the campuses of the caller's agency."""

    def get_queryset(self) -> QuerySet[Campus]:
        """Those the caller can read."""
        return roster.campuses(self.context["actor"])


class SupervisorField(serializers.PrimaryKeyRelatedField[User]):
    """Whom a person can report to."""

    def get_queryset(self) -> QuerySet[User]:
        """The supervisors of the caller's agency."""
        return roster_file.supervisors(self.context["actor"])


def _several(choices: Any, **options: Any) -> serializers.ListField:
    return serializers.ListField(child=serializers.ChoiceField(choices=choices), max_length=len(choices), **options)


class PersonPart(serializers.Serializer[Any]):
    """Any part of what the roster knows of a person."""

    name = serializers.CharField(max_length=80, required=False)
    email = serializers.EmailField(max_length=190, required=False)
    badge = serializers.CharField(max_length=12, required=False)
    call_sign = serializers.CharField(max_length=8, required=False)
    home_campus = CampusField(required=False)
    roles = _several(ROLES, required=False)
    license = serializers.ChoiceField(choices=License.choices, required=False)
    license_number = serializers.CharField(max_length=20, allow_blank=True, required=False)
    licensed_on = serializers.DateField(allow_null=True, required=False)
    license_expires_on = serializers.DateField(allow_null=True, required=False)
    pid = serializers.CharField(max_length=12, allow_blank=True, required=False)
    hired_on = serializers.DateField(allow_null=True, required=False)
    appointed_on = serializers.DateField(allow_null=True, required=False)
    placed_on = serializers.DateField(allow_null=True, required=False)
    supervisor = SupervisorField(allow_null=True, required=False)
    languages = _several(Language.choices, required=False)
    skills = _several(Skill.choices, required=False)


class ChangePersonIn(PersonPart):
    """What is left out stays as it is."""

    version = serializers.IntegerField(min_value=1)


class PersonIn(PersonPart):
    """A new person: what a row cannot be without is asked for."""

    name = serializers.CharField(max_length=80)
    email = serializers.EmailField(max_length=190)
    badge = serializers.CharField(max_length=12)
    call_sign = serializers.CharField(max_length=8)
    home_campus = CampusField()
    roles = _several(ROLES)
    license = serializers.ChoiceField(choices=License.choices)


class DeactivateIn(serializers.Serializer[Any]):
    """The day somebody leaves."""

    version = serializers.IntegerField(min_value=1)
    separated_on = serializers.DateField()


class ReactivateIn(serializers.Serializer[Any]):
    """The day somebody is hired again."""

    version = serializers.IntegerField(min_value=1)
    hired_on = serializers.DateField()


class RestrictIn(serializers.Serializer[Any]):
    """What somebody must not be sent to; `subject_id` is the person of an incident."""

    kind = serializers.ChoiceField(choices=RestrictionKind.choices)
    campus = CampusField(allow_null=True, default=None)
    subject_id = serializers.UUIDField(allow_null=True, default=None)
    reason = serializers.CharField(max_length=200)
    from_day = serializers.DateField()
    until = serializers.DateField(allow_null=True, default=None)


class PhotoIn(serializers.Serializer[Any]):
    """A photo, sent as a form with a file."""

    photo = serializers.FileField()


class NothingIn(serializers.Serializer[Any]):
    """A step that needs no words."""


class LookIn(serializers.Serializer[Any]):
    """A roster file as text."""

    csv = serializers.CharField(max_length=1024 * 1024, trim_whitespace=False)


class TakeIn(LookIn):
    """The same file, and the digest that the look answered."""

    digest = serializers.RegexField(r"^[0-9a-f]{64}$")
