"""Desks, their turns and the shift log: services beside forms and bodies."""

from core.web.doors import Door
from incidents import desks_forms as pages
from incidents.api import desk_bodies as bodies
from incidents.services import desks, shift_log

DOORS: tuple[Door, ...] = (
    (desks.add, pages.DeskForm, bodies.DeskIn),
    (desks.change, pages.ChangeDeskForm, bodies.ChangeDeskIn),
    (desks.sign_on, pages.SignOnForm, bodies.SignOnIn),
    (desks.sign_off, pages.SignOffForm, bodies.SignOffIn),
    (desks.take_over, pages.TakeOverForm, bodies.TakeOverIn),
    (shift_log.write, pages.EntryForm, bodies.EntryIn),
    (shift_log.correct, pages.EntryForm, bodies.EntryIn),
)
