"""Kinds of columns of the de-escalation record. Empty means "not recorded"; "unknown" is an answer of its own."""

from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models

from incidents.record_vocabulary import YesNo

slug = models.CharField(max_length=32)


def one(choices: type[models.TextChoices]) -> "models.CharField[str, str]":
    """One answer of a closed list."""
    return models.CharField(max_length=32, choices=choices.choices, blank=True)


def several() -> "ArrayField[list[str], list[str]]":
    """Any number of answers of a closed list."""
    return ArrayField(slug, default=list, blank=True)


def yes_no() -> "models.CharField[str, str]":
    """Yes, no, or nobody can tell."""
    return models.CharField(max_length=7, choices=YesNo.choices, blank=True)


def words(length: int) -> "models.CharField[str, str]":
    """A few words."""
    return models.CharField(max_length=length, blank=True)


def rows() -> "models.JSONField[list[dict[str, Any]], list[dict[str, Any]]]":
    """Rows that are read and written with the record: what a draft takes back leaves nothing behind."""
    return models.JSONField(default=list, blank=True)
