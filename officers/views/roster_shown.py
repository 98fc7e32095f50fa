"""How the roster is drawn: twelve months in words, the filters as links, a person's facts as terms and values."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from dateutil.relativedelta import relativedelta
from django.urls import reverse
from django.utils import formats
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.actors import Actor
from core.permissions import may
from officers.models import Officer
from officers.roles import License, Role
from officers.selectors.crisis import CrisisStatus
from officers.selectors.roster import CIT_STATES, Listed
from officers.vocabulary import Language, Skill

MONTHS = 12
# What a person's page offers, as far as the reader may: permission, page, words, colour.
STAYS = (
    ("officer.update", "officer_edit", gettext_lazy("Change the row"), ""),
    ("officer.photograph", "officer_photograph", gettext_lazy("Photo"), ""),
    ("officer.deactivate", "officer_deactivate", gettext_lazy("Deactivate"), "danger"),
)
LEFT = (
    ("officer.update", "officer_edit", gettext_lazy("Change the row"), ""),
    ("officer.reactivate", "officer_reactivate", gettext_lazy("Reactivate"), "primary"),
)
BADGES = {"current": "current", "due": "due"}
LABELS: dict[str, str | Promise] = {**dict(CIT_STATES), "none": gettext_lazy("Not CIT")}


@dataclass(frozen=True, slots=True)
class Cell:
    """One month of one person: `tone` repeats what the text says."""

    text: str
    tone: str


@dataclass(frozen=True, slots=True)
class Line:
    """One person of the list."""

    officer: Officer
    roles: str
    badge: str
    label: str
    ends: str
    months: list[Cell]


def months(today: date) -> list[date]:
    """The first days of this month and of the eleven after it."""
    return [today.replace(day=1) + relativedelta(months=number) for number in range(MONTHS)]


def lines(found: Listed) -> list[Line]:
    """The people of the page as they are drawn."""
    strip = months(found.today)
    return [_line(officer, found.today, strip) for officer in found.page]


def _line(officer: Any, today: date, strip: list[date]) -> Line:
    certified = officer.state in BADGES
    ends = officer.cit_until if certified else None
    return Line(
        officer=officer,
        roles=words(Role, [grant.role for grant in officer.user.held]),
        badge=BADGES.get(officer.state, "none"),
        label=str(LABELS[officer.state]),
        ends=_ends(ends, today) if ends else _("No end") if certified else "–",
        months=[_cell(month, certified, ends, today) for month in strip],
    )


def _cell(month: date, certified: bool, ends: date | None, today: date) -> Cell:
    if not certified or (ends and ends < month):
        return Cell("–", "off")
    if ends and ends < month + relativedelta(months=1):
        return Cell(_("until %(day)d") % {"day": ends.day}, "ends")
    return Cell("✓", "on")


def _ends(ends: date, today: date) -> str:
    words = {"day": formats.date_format(ends, "SHORT_DATE_FORMAT"), "left": (ends - today).days}
    return _("%(day)s (%(left)d d)") % words


def words(vocabulary: Any, values: Iterable[str]) -> str:
    """Slugs as a list of words."""
    return ", ".join(str(vocabulary(value).label) for value in sorted(set(values)))


def chips(found: Listed, asked: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The roster in three numbers, each a way to the people behind it."""
    tones = {"due": "warn", "lapsed": "bad"}
    return [
        {
            "label": label,
            "count": found.counts.get(state, 0),
            "url": "?" + urlencode({"cit": state}),
            "on": asked["cit"] == state,
            "tone": tones.get(state, "") if found.counts.get(state) else "",
        }
        for state, label in CIT_STATES
        if state != "none"
    ]


def query(asked: Mapping[str, Any]) -> str:
    """The filters of the list as part of an address."""
    given = {name: getattr(value, "pk", value) for name, value in asked.items() if value and name != "page"}
    return urlencode(given)


def buttons(officer: Officer, actor: Actor) -> list[dict[str, Any]]:
    """The pages that this reader can go on to."""
    offered = STAYS if officer.active else LEFT
    return [
        {"url": reverse(page, args=[officer.pk]), "label": label, "tone": tone}
        for code, page, label, tone in offered
        if may(actor, code, officer)
    ]


def badge(status: CrisisStatus, officer: Officer) -> str:
    """CIT, and its last day when it has one: that of the certificate or of the license."""
    ends = [day for day in (status.until, officer.license_expires_on) if day]
    return _("CIT until %(day)s") % {"day": _day(min(ends))} if ends else _("CIT")


def facts(officer: Officer, roles: list[str]) -> list[tuple[str, Any]]:
    """What everybody who reads the roster sees of a person."""
    return [
        (_("Roles"), words(Role, roles)),
        (_("Badge"), officer.badge),
        (_("Home campus"), officer.home_campus.name),
        (_("Languages"), words(Language, officer.languages)),
        (_("Skills"), words(Skill, officer.skills)),
        (_("Supervisor"), officer.supervisor.name if officer.supervisor else ""),
    ]


def details(officer: Officer) -> list[tuple[str, Any]]:
    """What only the person and those who keep the roster see."""
    return [
        (_("E-mail"), officer.user.email),
        (_("License"), License(officer.license).label),
        (_("License number"), officer.license_number),
        (_("Personal identifier (PID)"), officer.pid),
        (_("Licensed on"), _day(officer.licensed_on)),
        (_("License ends on"), _day(officer.license_expires_on)),
        (_("Hired on"), _day(officer.hired_on)),
        (_("Appointed on"), _day(officer.appointed_on)),
        (_("Placed in a school on"), _day(officer.placed_on)),
        (_("Day of leaving"), _day(officer.separated_on)),
    ]


def _day(day: date | None) -> str:
    return formats.date_format(day, "SHORT_DATE_FORMAT") if day else ""
