"""Printed documents: a template in Typst, the data of one record, and a tagged PDF that a screen reader can follow."""

from core.documents.render import pdf

__all__ = ["pdf"]
