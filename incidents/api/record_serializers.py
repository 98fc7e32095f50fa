"""What the API accepts and says of records: made from the sections, as the form and the service are."""

from typing import Any

from rest_framework import serializers

from core.web.versions import VersionIn
from incidents.api.output import ActionsField
from incidents.encounter import FIELDS, SECTIONS, Field, Kind
from incidents.encounter.frozen import answers_of
from incidents.encounter.normal import NotAnAnswer, rows
from incidents.models import DeescalationRecord, RecordAmendment, RecordFile, RecordOfficer
from incidents.record_vocabulary import Force, Grade, PersonRole, YesNo


class RowsIn(serializers.Field[Any, Any, Any, Any]):
    """Rows of a section; a bare value is a row that says only its lead."""

    def __init__(self, asked: Field, **options: Any) -> None:
        self.asked = asked
        super().__init__(**options)

    def __deepcopy__(self, memo: dict[int, Any]) -> "RowsIn":
        return RowsIn(self.asked, required=self.required)

    def to_internal_value(self, data: Any) -> list[dict[str, Any]]:
        """The rows in one shape."""
        try:
            return rows(self.asked, data)
        except NotAnAnswer as mistake:
            raise serializers.ValidationError(str(mistake)) from mistake

    def to_representation(self, value: Any) -> Any:
        """As they are kept."""
        return value


class SubjectIn(serializers.Serializer[Any]):
    """Who the record is about: a person of the incident, one more, or whoever was named in this role."""

    role = serializers.ChoiceField(choices=PersonRole.choices)
    name = serializers.CharField(max_length=80, allow_blank=True, default="")
    grade = serializers.ChoiceField(choices=Grade.choices, allow_blank=True, default="")
    subject = serializers.UUIDField(required=False, allow_null=True, default=None)
    another = serializers.BooleanField(default=False)


class RecordIn(VersionIn):
    """Any part of the answers; what is left out stays as it is."""


class ReturnIn(VersionIn):
    """What the author should change."""

    return_comment = serializers.CharField(max_length=1000)


class AmendIn(VersionIn):
    """A change of one section of a locked record: the new answers by field."""

    section = serializers.ChoiceField(choices=[(section.key, section.title) for section in SECTIONS])
    changes = serializers.JSONField()
    reason = serializers.CharField(max_length=1000)


class PolicyIn(VersionIn):
    """What an agency decides for its records."""

    lock_after_hours = serializers.IntegerField(min_value=0, max_value=720)
    first_offender_program = serializers.BooleanField(allow_null=True)
    informal_guidelines = serializers.BooleanField(allow_null=True)


class OfficerOut(serializers.ModelSerializer[RecordOfficer]):
    """One officer at the scene, with what they were on that day."""

    unit = serializers.CharField(source="officer.call_sign")

    class Meta:
        model = RecordOfficer
        fields = (
            "unit",
            "scene_role",
            "arrived_at",
            "left_at",
            "cit_active",
            "cit_course",
            "cit_completed_on",
            "cit_expires_on",
            "mho_active",
            "license_type",
            "years_of_service",
            "confirmed_at",
        )


class AmendmentOut(serializers.ModelSerializer[RecordAmendment]):
    """One change of a locked record, with old and new."""

    by = serializers.CharField(source="by.name")
    decided_by = serializers.CharField(source="decided_by.name", default=None)
    actions = ActionsField()

    class Meta:
        model = RecordAmendment
        fields = (
            "id",
            "number",
            "status",
            "section",
            "old",
            "new",
            "reason",
            "by",
            "at",
            "decided_by",
            "decided_at",
            "version",
            "actions",
        )


class RecordFileOut(serializers.ModelSerializer[RecordFile]):
    """What is known of a file of a record."""

    by = serializers.CharField(source="by.name")
    shows = serializers.CharField(source="label")
    name = serializers.CharField(source="file.name")
    media_type = serializers.CharField(source="file.media_type")

    class Meta:
        model = RecordFile
        fields = ("id", "shows", "name", "media_type", "by", "at")


class RecordOut(serializers.ModelSerializer[DeescalationRecord]):
    """A whole record, for whoever may read it; its answers stand beside its own facts."""

    author = serializers.CharField(source="author.name")
    role = serializers.CharField(source="subject.role")
    name = serializers.CharField(source="subject.name")
    grade = serializers.CharField(source="subject.grade")
    actions = ActionsField()

    class Meta:
        model = DeescalationRecord
        fields = (
            "id",
            "number",
            "incident",
            "subject",
            "status",
            "author",
            "role",
            "name",
            "grade",
            "is_minor",
            "eligible_16_23",
            "eligible_14_035",
            "eligible_first_offender",
            "eligible_informal",
            "return_comment",
            "submitted_at",
            "force_reviewed_at",
            "chief_reviewed_at",
            "approved_at",
            "locked_at",
            "version",
            "actions",
        )

    def to_representation(self, instance: DeescalationRecord) -> dict[str, Any]:
        """The facts of the record, then every answer."""
        return {**super().to_representation(instance), **answers_of(instance)}


def body_field(asked: Field) -> serializers.Field[Any, Any, Any, Any]:
    """The body's field of one question."""
    if asked.kind is Kind.ROWS:
        return RowsIn(asked, required=False)
    if asked.kind is Kind.LIST:
        line = serializers.CharField(max_length=asked.longest)
        return serializers.ListField(child=line, max_length=asked.most, required=False)
    if asked.kind is Kind.SEVERAL:
        return serializers.ListField(child=serializers.ChoiceField(choices=_choices(asked)), required=False)
    if asked.kind is Kind.BOOL:
        return serializers.BooleanField(allow_null=True, required=False)
    if asked.choices is Force:
        return serializers.ChoiceField(choices=_choices(asked), allow_null=True, required=False)
    if asked.kind in (Kind.ONE, Kind.YES_NO):
        return serializers.ChoiceField(choices=_choices(asked), allow_blank=True, required=False)
    return _typed(asked)


def _typed(asked: Field) -> serializers.Field[Any, Any, Any, Any]:
    if asked.kind is Kind.NUMBER:
        return serializers.IntegerField(min_value=0, max_value=asked.most, allow_null=True, required=False)
    if asked.kind is Kind.WHEN:
        return serializers.DateTimeField(allow_null=True, required=False)
    if asked.kind is Kind.DAY:
        return serializers.DateField(allow_null=True, required=False)
    return serializers.CharField(max_length=asked.longest, allow_blank=True, required=False)


def _choices(asked: Field) -> Any:
    return asked.choices.choices if asked.choices else YesNo.choices


RecordIn._declared_fields.update({name: body_field(asked) for name, asked in FIELDS.items()})
