"""The content of a response plan, apart from any database: what it holds, what is wrong with it, how it is read."""

from incidents.care.checking import Problem, missing, problems
from incidents.care.schema import ROWS, SCHEMA, SECTIONS, TEXTS, Column, Content, empty, normal

__all__ = [
    "ROWS",
    "SCHEMA",
    "SECTIONS",
    "TEXTS",
    "Column",
    "Content",
    "Problem",
    "empty",
    "missing",
    "normal",
    "problems",
]
