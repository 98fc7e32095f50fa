"""What can happen to people who are met again. Never who they are: keys and counts only."""

from django.utils.translation import gettext_lazy as _

from core.events import EventType

_WHO = frozenset({"person"})
_LOOK = frozenset({"act", "basis", "count"})

TYPES: tuple[EventType, ...] = (
    EventType("subject.linked", _("A person was recognized"), _WHO | {"found"}, _WHO),
    EventType("subject.unlinked", _("A person was found to be somebody else"), _WHO, _WHO),
    EventType("subject.described", _("What is known of a person at this incident was changed"), frozenset({"minor"})),
    EventType("person.created", _("A person was entered")),
    EventType("person.revised", _("What is known of a person was changed"), frozenset({"fields"})),
    EventType("person.held", _("A person’s record is held")),
    EventType("person.released", _("The hold of a person’s record was lifted")),
    EventType("person.conflict_declared", _("Somebody said that they are too near to a person")),
    EventType(
        "person.merged",
        _("Two people were found to be one"),
        frozenset({"survivor", "absorbed", "rows"}),
        frozenset({"survivor", "absorbed"}),
    ),
    EventType(
        "person.unmerged",
        _("A merge of two people was undone"),
        frozenset({"survivor", "absorbed", "rows"}),
        frozenset({"survivor", "absorbed"}),
    ),
    EventType("person.looked_up", _("Somebody looked at what is kept of adults"), _LOOK),
    EventType("juvenile.looked_up", _("Somebody looked at what is kept of children"), _LOOK),
)
