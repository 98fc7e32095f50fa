"""One document from a template and its data. The template never sees anything but the data that it is given."""

import json
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, Final

import typst
from django.conf import settings

from core.errors import Undeclared

FOLDER = Path(settings.BASE_DIR) / "templates" / "documents"
# ISO 14289-1: every part has its role, its language and its place in the order of reading.
STANDARD: Final = "ua-1"


def pdf(template: str, data: Mapping[str, Any], *, language: str, made_at: datetime) -> bytes:
    """The document as PDF/UA-1, in `en` or `es`; the same data and time always give the same bytes.

    `template` names a file of `templates/documents` without its ending, `data` is what JSON can hold. Raises
    Undeclared for an unknown template and `typst.TypstError` for a template that asks for what it was not given.
    """
    source = FOLDER / f"{template}.typ"
    if not source.is_file() or source.parent != FOLDER:
        raise Undeclared(f"there is no document {template}")
    inputs = {"data": json.dumps(data, ensure_ascii=False, sort_keys=True), "lang": language}
    made = typst.compile(
        str(source),
        root=str(FOLDER),
        format="pdf",
        # Only the typefaces inside the library: the same page on every machine.
        ignore_system_fonts=True,
        sys_inputs=inputs,
        pdf_standards=[STANDARD],
        timestamp=int(made_at.timestamp()),
    )
    return bytes(made)
