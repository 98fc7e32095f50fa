"""The cast, and an uploads folder of its own for each test."""

from pathlib import Path
from typing import Any

import pytest

from tests.cast import district, neighbor

__all__ = ["district", "neighbor", "uploads_folder"]


@pytest.fixture(autouse=True)
def uploads_folder(settings: Any, tmp_path: Path) -> Path:
    """Where this test's files lie."""
    settings.UPLOADS_DIR = str(tmp_path / "uploads")
    return tmp_path / "uploads"
