"""What the API accepts and says of people; the same names and bounds as `incidents.people_forms`."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from core.web.versions import VersionIn
from incidents.models import Guardian, JuvenileAccess, Person, PersonMerge
from incidents.people_forms import LONGEST_REASON, OLDEST, OTHER_NAMES
from incidents.people_vocabulary import RaceEthnicity, Sex, Veteran, YesNo
from incidents.record_vocabulary import Grade, PersonRole
from incidents.selectors import people_search
from officers.models import Campus
from officers.selectors import choices
from officers.vocabulary import Language


def _text(length: int) -> serializers.CharField:
    return serializers.CharField(max_length=length, required=False, allow_blank=True, default="")


def _day() -> serializers.DateField:
    return serializers.DateField(required=False, allow_null=True, default=None)


def _choice(listed: Any) -> serializers.ChoiceField:
    return serializers.ChoiceField(choices=listed.choices, required=False, allow_blank=True, default="")


class PersonField(serializers.PrimaryKeyRelatedField[Person]):
    """Somebody of the caller's agency; whether the caller may name them is the service's question."""

    def get_queryset(self) -> QuerySet[Person]:
        """Whoever is not merged."""
        return people_search.candidates(self.context["actor"])


class MergeableField(serializers.PrimaryKeyRelatedField[Person]):
    """Another row that the caller may merge."""

    def get_queryset(self) -> QuerySet[Person]:
        """What exists for the caller."""
        return people_search.mergeable(self.context["actor"])


class HomeCampusField(serializers.PrimaryKeyRelatedField[Campus]):
    """A campus of the district."""

    def get_queryset(self) -> QuerySet[Campus]:
        """The caller's own."""
        return choices.campuses(self.context["actor"])


class FindIn(serializers.Serializer[Any]):
    """Whom to look for; what is given has to agree."""

    name = serializers.CharField(max_length=80, min_length=2, required=False, allow_blank=True, default="")
    student_number = _text(20)
    birth_date = _day()

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """At least one of them."""
        if not any(attrs.get(name) for name in ("name", "student_number", "birth_date")):
            raise serializers.ValidationError(_("Give a name, a student number or a birth date."))
        return attrs


class SearchIn(FindIn):
    """The same outside an incident, with the reason."""

    reason = serializers.CharField(max_length=LONGEST_REASON)


class ReasonIn(serializers.Serializer[Any]):
    """Why."""

    reason = serializers.CharField(max_length=LONGEST_REASON)


class EmptyIn(serializers.Serializer[Any]):
    """A command that needs no words."""


class LinkIn(serializers.Serializer[Any]):
    """Who it is."""

    person = PersonField()


class NewPersonIn(serializers.Serializer[Any]):
    """Somebody who is entered for the first time."""

    given_name = _text(80)
    family_name = _text(80)
    birth_date = _day()
    student_number = _text(20)


class EncounterIn(serializers.Serializer[Any]):
    """What became known of the person at this incident."""

    birth_date = _day()
    age_estimate = serializers.IntegerField(
        min_value=0, max_value=OLDEST, required=False, allow_null=True, default=None
    )
    interpreter_used = _choice(YesNo)


class PersonIn(VersionIn):
    """What is known of a person, all of it."""

    given_name = _text(80)
    family_name = _text(80)
    other_names = serializers.ListField(
        child=serializers.CharField(max_length=80), max_length=OTHER_NAMES, required=False, default=list
    )
    birth_date = _day()
    student_number = _text(20)
    role = _choice(PersonRole)
    grade = _choice(Grade)
    campus = HomeCampusField(required=False, allow_null=True, default=None)
    sex = _choice(Sex)
    race_ethnicity = serializers.ListField(
        child=serializers.ChoiceField(choices=RaceEthnicity.choices), max_length=9, required=False, default=list
    )
    language = _choice(Language)
    interpreter = _choice(YesNo)
    special_ed = _choice(YesNo)
    section_504 = _choice(YesNo)
    veteran = _choice(Veteran)
    unhoused = _choice(YesNo)
    foster = _choice(YesNo)
    idd_residential_program = _choice(YesNo)
    provider = _text(120)
    reported_diagnosis = _text(200)
    reported_by = _text(120)


class GuardianIn(serializers.Serializer[Any]):
    """Who looks after a person."""

    name = serializers.CharField(max_length=80)
    relationship = _text(40)
    phone = _text(20)
    language = _choice(Language)
    order = serializers.IntegerField(min_value=1, max_value=9)


class MergeIn(VersionIn):
    """Which other row is the same person, as both were read."""

    absorbed = MergeableField()
    other_version = serializers.IntegerField(min_value=1)
    reason = serializers.CharField(max_length=LONGEST_REASON)


class UnmergeIn(serializers.Serializer[Any]):
    """Why it is undone, and the keys of later rows that go along."""

    reason = serializers.CharField(max_length=LONGEST_REASON)
    along = serializers.ListField(child=serializers.UUIDField(), max_length=500, required=False, default=list)


class FoundOut(serializers.ModelSerializer[Person]):
    """One line of a search."""

    campus = serializers.CharField(source="campus.name", default=None)

    class Meta:
        model = Person
        fields = ("id", "given_name", "family_name", "birth_date", "student_number", "role", "grade", "campus")


class GuardianOut(serializers.ModelSerializer[Guardian]):
    """Who looks after a person."""

    class Meta:
        model = Guardian
        fields = ("id", "name", "relationship", "phone", "language", "order", "ended_at")


class PersonOut(serializers.ModelSerializer[Person]):
    """What is known of a person."""

    class Meta:
        model = Person
        fields = (
            *("id", "version", "merged_into", "given_name", "family_name", "other_names", "birth_date"),
            *("student_number", "role", "grade", "campus", "sex", "race_ethnicity", "language", "interpreter"),
            *("special_ed", "section_504", "veteran", "unhoused", "foster", "idd_residential_program", "provider"),
            *("reported_diagnosis", "reported_by", "held_reason"),
        )


class MergeOut(serializers.ModelSerializer[PersonMerge]):
    """A merge, and whether it was undone."""

    class Meta:
        model = PersonMerge
        fields = (
            *("id", "survivor", "absorbed", "reason", "moved", "by", "at"),
            *("undone_by", "undone_at", "undo_reason", "gave_along"),
        )


class LookOut(serializers.ModelSerializer[JuvenileAccess]):
    """Somebody looked; both streams are said alike."""

    by = serializers.CharField(source="by.name")

    class Meta:
        model = JuvenileAccess
        fields = ("id", "by", "at", "act", "basis", "reason", "incident", "people")
