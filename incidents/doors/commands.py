"""The command line: service beside form and body."""

from core.web.doors import Door
from incidents.command_forms import CommandForm, CommandIn
from incidents.services import commands

DOORS: tuple[Door, ...] = ((commands.run, CommandForm, CommandIn),)
