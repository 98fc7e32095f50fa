"""A duty with its form, words, a calendar and a report, for the walk over every route."""

from datetime import date
from uuid import UUID

from incidents.models import (
    CalendarDay,
    DeescalationRecord,
    Duty,
    Incident,
    LegalForm,
    LegalTemplate,
    RestraintExport,
    SchoolTerm,
)
from tests.cast import NOON, District


def stage(district: District, incident: Incident) -> dict[str, UUID]:
    """Keys by the word that stands before them in an address."""
    own, me = {"agency": district.campus.agency}, district.cit_officer.user_id
    record = DeescalationRecord.objects.get(incident=incident)
    duty = Duty.objects.get(record=record, kind="risk_parent_notice")
    content = {"layout": "letter", "heading": "Notice", "fields": [{"key": "a", "label": "A", "type": "text"}]}
    words = LegalTemplate.objects.create(
        slug="parent_notice",
        number=1,
        language="en",
        title="Notice",
        content=content,
        status="active",
        effective_from=date(2020, 1, 1),
        **own,
    )
    form = LegalForm.objects.create(number="26-0801", duty=duty, template=words, begun_by_id=me, **own)
    day = CalendarDay.objects.create(day=date(2026, 9, 7), kind="holiday", name="Labor Day", **own)
    term = SchoolTerm.objects.create(name="Fall", first_day=date(2026, 8, 12), last_day=date(2026, 12, 18), **own)
    report = RestraintExport.objects.create(
        number=1,
        first_day=date(2026, 1, 1),
        last_day=date(2026, 1, 31),
        reporting_period="003",
        rows=[],
        sha256="0" * 64,
        made_by_id=me,
        made_at=NOON,
        **own,
    )
    return {
        "duties": duty.pk,
        "legal-forms": form.pk,
        "legal-templates": words.pk,
        "school-days": day.pk,
        "school-terms": term.pk,
        "restraint-reports": report.pk,
    }
