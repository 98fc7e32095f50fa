"""What comes from elsewhere is what was copied, byte for byte."""

import shutil
from pathlib import Path

import pytest

from scripts import vendor


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The vendored files in a folder that may be spoiled."""
    for folder in vendor.FOLDERS:
        shutil.copytree(vendor.ROOT / folder, tmp_path / folder)
    return tmp_path


def test_the_vendored_files_are_as_they_were_copied():
    assert vendor.check(vendor.ROOT) == []
    assert vendor.main(["check"]) == 0


def test_a_changed_file_is_found(copy):
    spoiled = copy / "static/vendor/htmx.min.js"
    spoiled.write_bytes(spoiled.read_bytes() + b" ")
    assert vendor.check(copy) == ["static/vendor/htmx.min.js: was changed after it was copied"]


def test_a_missing_file_is_found(copy):
    (copy / "tests/vendor/axe.min.js").unlink()
    assert vendor.check(copy) == ["tests/vendor/axe.min.js: missing"]


def test_a_file_nobody_named_is_found(copy):
    (copy / "static/vendor/more.js").write_text("alert(1)")
    assert vendor.check(copy) == ["static/vendor/more.js: belongs to no package"]


def test_a_new_version_in_the_list_asks_for_an_update(copy):
    listed = copy / vendor.LIST
    listed.write_text(listed.read_text("utf-8").replace('version = "4.0.1"', 'version = "4.0.2"'))
    assert vendor.check(copy) == ["htmx.org: version or licence differs from the manifest; run update"]


def test_an_unknown_command_is_refused(capsys):
    assert vendor.main(["install"]) == 2
    assert "usage" in capsys.readouterr().err
