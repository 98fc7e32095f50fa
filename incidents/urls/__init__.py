"""The pages of calls and incidents, one module for each area."""

from django.urls import URLPattern, URLResolver

from incidents.urls import (
    bolos,
    care,
    case,
    commands,
    desks,
    duplicates,
    handoffs,
    intake,
    law,
    maps,
    notes,
    people,
    record,
    scripts,
    tablet,
    timers,
    units,
)

urlpatterns: list[URLPattern | URLResolver] = [
    *case.urlpatterns,
    *intake.urlpatterns,
    *duplicates.urlpatterns,
    *scripts.urlpatterns,
    *handoffs.urlpatterns,
    *units.urlpatterns,
    *maps.urlpatterns,
    *bolos.urlpatterns,
    *timers.urlpatterns,
    *notes.urlpatterns,
    *desks.urlpatterns,
    *commands.urlpatterns,
    *people.urlpatterns,
    *care.urlpatterns,
    *tablet.urlpatterns,
    *record.urlpatterns,
    *law.urlpatterns,
]
