"""A place in words, for the person who reads them."""

from django.utils.translation import gettext as _

from officers.places.facts import Level, Named


def label(named: Named) -> str:
    """The whole place on one line."""
    if named.level == Level.ROOM:
        return _("%(campus)s, room %(room)s") % {"campus": named.campus_name, "room": named.room_name}
    if named.level == Level.BUILDING:
        return _("%(campus)s, building %(building)s") % {"campus": named.campus_name, "building": named.building_name}
    return named.campus_name


def detail(named: Named) -> str:
    """What tells it from others of the same name."""
    if named.level != Level.ROOM:
        return named.code
    words = {"building": named.building_name, "floor": named.floor, "door": named.door}
    if named.door:
        return _("Building %(building)s, floor %(floor)d, door %(door)s") % words
    return _("Building %(building)s, floor %(floor)d") % words
