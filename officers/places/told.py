"""Who is likely in a room, in words."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from officers.places.hours import Present, Use


def until(found: Present) -> str:
    """The end of the period on the agency's clock."""
    return _("until %(time)s") % {"time": found.period.ends.strftime("%H:%M")}


def who(use: Use | None) -> str:
    """The class, the adult, and about how many."""
    if use is None:
        return _("Nobody is planned here now")
    count = use.people or 0
    people = ngettext("about %(number)d person", "about %(number)d people", count) % {"number": count}
    return ", ".join(filter(None, (use.group, use.adult, people if use.people else "")))
