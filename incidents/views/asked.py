"""What one desk asked the console to show, and the addresses that keep it.

A panel is drawn once for every desk that shows the same rows. What differs between these desks, above all the selected
incident, is only in addresses and marks: the drawing holds words in their place, and each answer puts its own in.
"""

from dataclasses import dataclass
from urllib.parse import urlencode
from uuid import UUID

from django.http import QueryDict
from django.utils.safestring import SafeString

from core.web.query import parse
from incidents.units_forms import BoardQuery

# They stand in addresses of a drawing, after other parameters.
KEPT, KEPT_BESIDE = "kept=here", "kept=beside"


@dataclass(frozen=True, slots=True)
class Asked:
    """The selected incident, the tab of the queue, and which officers."""

    incident: UUID | None = None
    tab: str = "all"
    show: str = "all"
    zone: UUID | None = None

    def query(self, *names: str) -> str:
        """These choices as parameters, without those that are as usual."""
        usual = Asked()
        chosen = {name: getattr(self, name) for name in names if getattr(self, name) != getattr(usual, name)}
        return urlencode(chosen)


def asked(query: QueryDict) -> Asked:
    """From the address; what it does not know is refused."""
    clean = parse(query, BoardQuery)
    return Asked(clean["incident"], clean["tab"] or "all", clean["show"] or "all", clean["zone"])


def own(drawing: str, here: str, beside: str, selected: UUID | None) -> SafeString:
    """The drawing with one desk's choices: `here` in the panel's own addresses, `beside` in those of its rows."""
    for word, query in ((KEPT, here), (KEPT_BESIDE, beside)):
        drawing = drawing.replace(f"&amp;{word}", f"&amp;{query.replace('&', '&amp;')}" if query else "")
    if selected is not None:
        drawing = drawing.replace(f'id="i-{selected}"', f'id="i-{selected}" aria-selected="true"')
        drawing = drawing.replace(f'id="i-{selected}-a"', f'id="i-{selected}-a" aria-current="true"')
    return SafeString(drawing)
