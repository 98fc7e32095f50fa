"""What each verb needs, and what it can mean then. Every word is matched by the rules stated in `matching`."""

from itertools import product

from django.utils.translation import gettext_lazy as _

from incidents.commanding import matching
from incidents.commanding.result import Reading, Unread
from incidents.commanding.words import ENDINGS, VERBS, WHY, Words
from incidents.commanding.world import KnownIncident, KnownNature, KnownPlace, KnownUnit, World
from incidents.vocabulary import CloseReason


def send(verb: str, words: list[str], world: World) -> list[Reading]:
    """An incident and a unit; a third word says why this unit."""
    _count(verb, words, 2, 3)
    found, who = incidents(words[0], world), units(words[1], world)
    why = matching.choices(words[2], WHY) if len(words) == 3 else [""]
    if not why:
        reasons = ", ".join(names[0] for names in WHY.values())
        raise Unread(_("No such reason. There are: %(words)s.") % {"words": reasons})
    return [_sending(verb, *three) for three in product(found, who, why)]


def _sending(verb: str, incident: KnownIncident, unit: KnownUnit, why: str) -> Reading:
    cit = _("CIT") if unit.cit else _("Not CIT")
    names = {"unit": unit.call_sign, "name": unit.name, "cit": cit, "number": incident.number, "title": incident.title}
    given = {"incident": incident.key, "unit": unit.key, **({"why": why} if why else {})}
    return Reading(verb, _("Send %(unit)s %(name)s (%(cit)s) to %(number)s %(title)s") % names, given)


def release(words: list[str], world: World) -> list[Reading]:
    """A unit from the incident it is on."""
    _count("r", words, 2)
    found, who = incidents(words[0], world), units(words[1], world)
    pairs = [(i, u) for i, u in product(found, who) if u.incident_key == i.key]
    if not pairs:
        raise Unread(_("%(unit)s is not on %(number)s.") % {"unit": who[0].call_sign, "number": found[0].number})
    text = _("Release %(unit)s from %(number)s")
    return [
        Reading("r", text % {"unit": u.call_sign, "number": i.number}, {"incident": i.key, "part": u.part})
        for i, u in pairs
    ]


def note(words: list[str], world: World) -> list[Reading]:
    """Free words on an incident."""
    _count("nt", words, 2)
    return _about("nt", words[0], world, _("Note on %(number)s %(title)s"), words=words[1])


def team(words: list[str], world: World) -> list[Reading]:
    """The mobile crisis team for an incident."""
    _count("m", words, 1)
    return _about("m", words[0], world, _("Request the mobile crisis team for %(number)s %(title)s"))


def close(words: list[str], world: World) -> list[Reading]:
    """An incident, and how it ended."""
    _count("x", words, 2)
    endings = matching.choices(words[1], ENDINGS)
    if not endings:
        names = ", ".join(names[0] for names in ENDINGS.values())
        raise Unread(_("No such ending. There are: %(words)s.") % {"words": names})
    labels = {str(value): str(label) for value, label in CloseReason.choices}
    found = incidents(words[0], world)
    text = _("Close %(number)s %(title)s: %(ending)s")
    return [
        Reading("x", text % {**_names(i), "ending": labels[ending]}, {"incident": i.key, "reason": ending})
        for i, ending in product(found, endings)
    ]


def new(words: list[str], world: World) -> list[Reading]:
    """The last word is the nature when it is a code; all before it is the place."""
    if not words:
        return [Reading("n", _("New call"))]
    natures: list[KnownNature | None] = [*matching.natures(words[-1], world.natures)]
    text = " ".join(words[:-1] if natures else words)
    places: list[KnownPlace | None] = [*world.places(text)] if text else [None]
    if not places:
        raise Unread(_("No place is called “%(text)s”.") % {"text": text[:40]})
    return [_opening(where, what) for where, what in product(places, natures or [None])]


def _opening(where: KnownPlace | None, what: KnownNature | None) -> Reading:
    label = ", ".join(part.label for part in (where, what) if part is not None)
    given = {"place": where.key} if where else {}
    given |= {"nature": what.slug} if what else {}
    return Reading("n", _("New call: %(what)s") % {"what": label}, given)


def go(words: list[str], world: World) -> list[Reading]:
    """To an incident, a unit or a place, whichever is called so."""
    _count("g", words, 1, 9)
    text = " ".join(words)
    found = [
        Reading("g", f"{i.number} {i.title}", {"incident": i.key}) for i in matching.incidents(text, world.incidents)
    ]
    found += [Reading("g", f"{u.call_sign} {u.name}", {"unit": u.key}) for u in matching.units(text, world.units)]
    found = found or [Reading("g", place.label, {"place": place.key}) for place in world.places(text)]
    if not found:
        raise Unread(_("Nothing is called “%(text)s”.") % {"text": text[:40]})
    return found


def undo(words: list[str], world: World) -> list[Reading]:
    """What I did last."""
    _count("z", words, 0)
    return [Reading("z", VERBS["z"][1])]


def incidents(word: str, world: World) -> list[KnownIncident]:
    """The open incidents of that number."""
    found = matching.incidents(word, world.incidents)
    if found:
        return found
    near = ", ".join(one.number for one in matching.near(word, world.incidents)[:3])
    if near:
        raise Unread(_("No open incident %(word)s. Perhaps %(near)s?") % {"word": word[:12], "near": near})
    raise Unread(_("No open incident %(word)s.") % {"word": word[:12]})


def units(word: str, world: World) -> list[KnownUnit]:
    """The officers of that call sign or name."""
    found = matching.units(word, world.units)
    if not found:
        raise Unread(_("No officer %(word)s.") % {"word": word[:20]})
    return found


def _about(verb: str, word: str, world: World, sentence: Words, **more: str) -> list[Reading]:
    """What a verb means that needs an incident alone."""
    return [Reading(verb, sentence % _names(i), {"incident": i.key, **more}) for i in incidents(word, world)]


def _names(incident: KnownIncident) -> dict[str, str]:
    return {"number": incident.number, "title": incident.title}


def _count(verb: str, words: list[str], least: int, most: int | None = None) -> None:
    if not least <= len(words) <= (most or least):
        how, what = VERBS[verb]
        raise Unread(_("Type it like this: %(how)s") % {"how": how}, usage=what)
