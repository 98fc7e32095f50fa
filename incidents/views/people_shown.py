"""What the pages of people show, as plain values."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.forms import BaseForm
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from core import clock
from core.actors import Actor
from core.permissions import may
from incidents.matching import words
from incidents.models import Person, Subject
from incidents.people_forms import EncounterForm, NewPersonForm, ReasonForm
from incidents.record_vocabulary import Grade, PersonRole
from incidents.selectors import people as selector
from incidents.selectors import people_facts
from incidents.selectors.people_search import Suggestion
from incidents.services import people_merge

# As the form of a person is read: who, school, circumstances, care.
GROUPS = (
    (_("Who"), ("given_name", "family_name", "other_names", "birth_date", "sex", "race_ethnicity")),
    (_("School"), ("role", "student_number", "campus", "grade", "special_ed", "section_504")),
    (_("Language"), ("language", "interpreter")),
    (_("Circumstances"), ("veteran", "unhoused", "foster", "idd_residential_program")),
    (_("Care"), ("provider", "reported_diagnosis", "reported_by")),
)


def lines(people: Iterable[Person]) -> list[dict[str, Any]]:
    """One line each: enough to tell people apart."""
    return [{"person": one, "words": _brief(one)} for one in people]


def suggested(found: Iterable[Suggestion]) -> list[dict[str, Any]]:
    """With band, reasons and doubts."""
    return [
        {
            "person": one.person,
            "words": _brief(one.person),
            "band": one.match.band,
            "label": words.BANDS[one.match.band],
            "reasons": words.reasons(one.match),
            "doubts": words.doubts(one.match),
        }
        for one in found
    ]


def person(actor: Actor, found: Person) -> dict[str, Any]:
    """The page of one person."""
    at = clock.now()
    return {
        "person": found,
        "juvenile": selector.juvenile(found),
        "contacts": selector.contacts_of(found, at),
        "facts": people_facts.groups(found),
        "guardians": [one for one in found.guardians.all() if one.ended_at is None],
        "encounters": _encounters(actor, found),
        "plans": selector.plans(actor, found),
        "merges": selector.merges(actor, found),
        "may_edit": selector.may_edit(actor, found),
        "may_merge": may(actor, "person.merge", found),
        "may_hold": may(actor, "person.hold", found),
        "hold_form": ReasonForm(),
    }


def subject(found: Subject, suggestions: Sequence[Suggestion], at: datetime) -> dict[str, Any]:
    """The page on which somebody says who a subject is."""
    first, _space, last = found.name.strip().rpartition(" ")
    typed: dict[str, Any] = {"given_name": first or last, "family_name": last if first else ""}
    typed |= {"student_number": found.student_number, "birth_date": found.birth_date}
    known = {name: getattr(found, name) for name in EncounterForm.base_fields}
    return {
        "subject": found,
        "who": _who(found.role, found.grade),
        "suggestions": suggested(suggestions),
        "contacts": selector.contacts_of(found, at),
        "new_form": NewPersonForm(initial=typed),
        "unlink_form": ReasonForm(),
        "encounter_form": EncounterForm(initial=known),
    }


def groups(form: BaseForm) -> list[tuple[Any, list[Any]]]:
    """The fields of a person's form under their headings."""
    return [(label, [form[name] for name in names]) for label, names in GROUPS]


def beside(one: Person, other: Person | None) -> dict[str, Any]:
    """Both rows, fact by fact, and what would move."""
    if other is None:
        return {}
    mine, theirs = people_facts.named(one), people_facts.named(other)
    rows = [(label, mine[label], theirs[label], mine[label] != theirs[label]) for label in mine]
    shown = [row for row in rows if row[1] or row[2]]
    return {"rows": shown, "moves": counted(people_merge.rows_of(other)), "stays": counted(people_merge.rows_of(one))}


def counted(moved: Mapping[str, Sequence[str]]) -> list[str]:
    """Such as: 3 encounters, 1 guardian."""
    return [_count(kind, len(keys)) for kind, keys in moved.items() if keys]


def later(found: Mapping[str, Sequence[str]]) -> list[tuple[str, str]]:
    """Each later row as a choice."""
    return [(key, people_facts.row_said(kind, key)) for kind, keys in found.items() for key in keys]


def looks(actor: Actor, rows: Sequence[Any], of: str, page: int, *, older: bool) -> dict[str, Any]:
    """A stream with the names of who was looked at."""
    named = selector.named(actor, (key for row in rows for key in row.people))
    tabs = (("children", _("Children")), ("adults", _("Adults")))
    return {
        "looks": [{"look": row, "people": [named[key] for key in row.people if key in named]} for row in rows],
        "tabs": [
            {"label": label, "url": f"{reverse('people_looks')}?of={name}", "current": name == of}
            for name, label in tabs
        ],
        "of": of,
        "newer_page": page - 1,
        "older_page": page + 1 if older else 0,
    }


def _encounters(actor: Actor, found: Person) -> list[dict[str, Any]]:
    rows = selector.encounters(actor, found)
    results = selector.results_of(rows)
    return [{"subject": one, "incident": one.incident, "result": results.get(one.pk, "")} for one in rows]


def _brief(one: Person) -> list[str]:
    said = [_who(one.role, one.grade)]
    if one.birth_date:
        said.append(f"* {one.birth_date:%Y-%m-%d}")
    if one.student_number:
        said.append(one.student_number)
    return [word for word in [*said, one.campus.name if one.campus else ""] if word]


def _who(role: str, grade: str) -> str:
    found = [PersonRole(role).label] if role in PersonRole.values else []
    found += [Grade(grade).label] if grade in Grade.values else []
    return ", ".join(str(word) for word in found)


def _count(kind: str, number: int) -> str:
    said = {
        "subject": ngettext("%(count)s encounter", "%(count)s encounters", number),
        "guardian": ngettext("%(count)s guardian", "%(count)s guardians", number),
        "personconflict": ngettext("%(count)s person too near", "%(count)s people too near", number),
        "responseplan": ngettext("%(count)s plan", "%(count)s plans", number),
    }
    return said.get(kind, ngettext("%(count)s other row", "%(count)s other rows", number)) % {"count": number}
