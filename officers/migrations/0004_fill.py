"""Certificates name a course of the catalogue, and who is on duty has clocked in."""

from typing import Any

from django.db import migrations


def fill(apps: Any, schema_editor: Any) -> None:
    """One course for each number in use; crisis intervention is what 1850 and 3843 teach."""
    certification, course = (apps.get_model("officers", name) for name in ("Certification", "Course"))
    for row in certification.objects.order_by("pk"):
        crisis = row.course_number in ("1850", "3843")
        found, _ = course.objects.get_or_create(
            agency_id=row.agency_id,
            number=row.course_number,
            defaults={
                "title": "Crisis intervention training" if crisis else row.course_number,
                "category": "cit_40" if crisis else "general",
                "crisis_intervention": crisis,
            },
        )
        row.course = found
        row.save(update_fields=["course"])
    officer, entry = (apps.get_model("officers", name) for name in ("Officer", "TimeEntry"))
    for row in officer.objects.exclude(duty="off_duty"):
        entry.objects.create(
            agency_id=row.agency_id, officer=row, clocked_in_at=row.duty_since, clocked_in_from="dispatch"
        )


def empty(apps: Any, schema_editor: Any) -> None:
    """The number is written back; courses and entries go with their tables."""
    for row in apps.get_model("officers", "Certification").objects.select_related("course"):
        row.course_number = row.course.number
        row.save(update_fields=["course_number"])


class Migration(migrations.Migration):
    dependencies = [("officers", "0003_readiness")]

    operations = [migrations.RunPython(fill, empty)]
