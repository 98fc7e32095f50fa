"""A reviewer's comment, in one piece or section by section: kept as one text with a line for each section."""

from typing import Any

from django import forms

from incidents.encounter import SECTIONS


class BySection(forms.Textarea):
    """`name` is a comment on the whole; `name-key` is one on a section, and gets its title before it."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        """All of it as one text."""
        whole = super().value_from_datadict(data, files, name)
        parts = [(one.title, " ".join(str(data.get(f"{name}-{one.key}") or "").split())) for one in SECTIONS]
        lines = [str(whole or "").strip(), *(f"{title}: {words}" for title, words in parts if words)]
        return "\n".join(line for line in lines if line)
