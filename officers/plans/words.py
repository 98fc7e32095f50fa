"""Directions as one sentence, in the reader's language."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from officers.plans.steps import Act, Step


def sentence(steps: Sequence[Step]) -> str:
    """Enter by door B3, up the stairs to floor 2, first room on the left."""
    said = ", ".join(_said(step) for step in steps)
    return f"{said[:1].upper()}{said[1:]}." if said else ""


def by_door(door: str, directions: str) -> str:
    """What is known without a drawing: the door, and what somebody wrote about the way."""
    entering = _("Enter by door %(door)s.") % {"door": door} if door else ""
    end = "" if not directions or directions.endswith((".", "!", "?")) else "."
    return f"{entering} {directions}{end}".strip()


def _said(step: Step) -> str:
    if step.act == Act.ENTER:
        return _("enter by door %(door)s") % {"door": step.door}
    if step.act == Act.UP:
        return _("up the stairs to floor %(number)d") % {"number": step.number}
    if step.act == Act.DOWN:
        return _("down the stairs to floor %(number)d") % {"number": step.number}
    return _beside(step) if step.act in (Act.ON_LEFT, Act.ON_RIGHT) else _plain(step.act)


def _plain(act: Act) -> str:
    return {
        Act.LEFT: _("turn left"),
        Act.RIGHT: _("turn right"),
        Act.AHEAD: _("the room is straight ahead"),
    }[act]


def _beside(step: Step) -> str:
    left = step.act == Act.ON_LEFT
    counted = (
        (_("first room on the left"), _("first room on the right")),
        (_("second room on the left"), _("second room on the right")),
        (_("third room on the left"), _("third room on the right")),
        (_("fourth room on the left"), _("fourth room on the right")),
    )
    if step.number <= len(counted):
        return counted[step.number - 1][0 if left else 1]
    further = _("%(number)d rooms along, on the left") if left else _("%(number)d rooms along, on the right")
    return further % {"number": step.number}
