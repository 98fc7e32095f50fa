"""`manage.py docs` writes what the tables say, and its check names each page that is stale."""

from io import StringIO
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.core.management import CommandError, call_command
from django.utils.translation import override

from cit_dispatch.reference import CLOCK, pages
from core.events import EVENT_TYPES
from core.permissions import RULES
from core.workflow import WORKFLOWS
from officers.roles import Role


@pytest.fixture
def folder(settings: LazySettings, tmp_path: Path) -> Path:
    """Where the pages go, in a checkout that has none yet."""
    settings.BASE_DIR = tmp_path
    return tmp_path / "docs" / "generated"


def docs(**options: bool) -> str:
    """What the command says."""
    said = StringIO()
    call_command("docs", stdout=said, **options)
    return said.getvalue()


def test_pages_are_written_once_and_then_left_alone(folder: Path) -> None:
    assert "3 written" in docs()
    assert {page.name for page in folder.iterdir()} == set(pages())
    assert "0 written" in docs()
    assert "0 written" in docs(check=True)


def test_the_check_names_what_is_stale_and_changes_nothing(folder: Path) -> None:
    docs()
    (folder / "events.md").write_text("old")
    (folder / "workflows.md").unlink()
    with pytest.raises(CommandError, match=r"Stale: workflows\.md, events\.md"):
        docs(check=True)
    assert (folder / "events.md").read_text() == "old"
    assert "2 written" in docs()


def test_every_move_permission_and_event_stands_in_its_page() -> None:
    written = pages()
    for flow in WORKFLOWS.values():
        assert f"## {flow.noun.capitalize()}" in written["workflows.md"]
        for move in flow.moves:
            assert f"| {move.name} |" in written["workflows.md"]
            for source in move.sources:
                assert f"  {source} --> {move.target or source}: {move.name}\n" in written["workflows.md"]
    assert all(f"| `{code}` |" in written["permissions.md"] for code in RULES)
    assert all(f"| `{name}` |" in written["events.md"] for name in EVENT_TYPES)


def test_no_rule_is_written_without_somebody_it_is_for() -> None:
    labels = {str(role.label) for role in Role} | {CLOCK}
    with override("en"):
        rows = [line.split("|")[2] for line in pages()["permissions.md"].splitlines() if line.startswith("| `")]
    assert rows
    assert all(any(label in row for label in labels) for row in rows)


def test_the_pages_are_english_whoever_asks() -> None:
    with override("es"):
        spanish = pages()
    assert spanish == pages()
