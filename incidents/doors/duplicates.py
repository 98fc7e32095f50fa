"""Calls attached to an incident, merged and split again: services beside forms and bodies."""

from core.web.doors import Door
from incidents import duplicates_forms as pages
from incidents.services import duplicate_rule, duplicates

MERGE: Door = (duplicates.merge, pages.MergeForm, pages.MergeIn)
DOORS: tuple[Door, ...] = (
    (duplicates.attach, pages.AttachForm, pages.AttachIn),
    (duplicates.split, pages.SplitForm, pages.SplitIn),
    (duplicate_rule.set, pages.WindowForm, pages.WindowIn),
)
