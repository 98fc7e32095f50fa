"""Every check of the translations can fail, and a file of words finds its way into the catalogue."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from polib import POEntry, POFile, mofile, pofile

from scripts.check_translations import check, compile_catalogue, main

SOURCE = """
from django.utils.translation import gettext as _, ngettext, pgettext
_("Home")
_("Hello, %(name)s")
pgettext("referral", "Closed")
ngettext("%(n)s day", "%(n)s days", 2)
"""
WORDS = {
    "Home": "Inicio",
    "Hello, %(name)s": "Hola, %(name)s",
    "referral|Closed": "Cerrada",
    "%(n)s day": ["%(n)s día", "%(n)s días"],
}
NEEDS_GETTEXT = pytest.mark.skipif(not shutil.which("xgettext"), reason="xgettext is missing: install gettext")
Spoil = Callable[[POFile], None]


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A program of one module and its whole catalogue."""
    (tmp_path / "house").mkdir()
    (tmp_path / "house" / "words.py").write_text(SOURCE)
    texts = POFile()
    texts.append(POEntry(msgid="Home", msgstr="Inicio"))
    texts.append(POEntry(msgid="Hello, %(name)s", msgstr="Hola, %(name)s"))
    texts.append(POEntry(msgid="Closed", msgctxt="referral", msgstr="Cerrada"))
    plural = dict(enumerate(WORDS["%(n)s day"]))
    texts.append(POEntry(msgid="%(n)s day", msgid_plural="%(n)s days", msgstr_plural=plural))
    texts.save(str(catalogue(tmp_path)))
    compile_catalogue(catalogue(tmp_path))
    return tmp_path


def catalogue(house: Path) -> Path:
    """Where the house keeps its words."""
    return house / "house.po"


def run(house: Path, *arguments: str) -> int:
    """The command on this house."""
    return main(list(arguments), catalogue(house), house / "house")


def found(house: Path) -> list[str]:
    """What the check says of this house."""
    return check(catalogue(house), house / "house")


def entry(texts: POFile, msgid: str) -> POEntry:
    """The entry of one text."""
    return next(each for each in texts if each.msgid == msgid)


def emptied(texts: POFile) -> None:
    """Spanish taken away."""
    entry(texts, "Home").msgstr = " "


def half_a_plural(texts: POFile) -> None:
    """The many without a word."""
    entry(texts, "%(n)s day").msgstr_plural[1] = ""


def guessed(texts: POFile) -> None:
    """A guess, as a tool marks it."""
    entry(texts, "Home").flags.append("fuzzy")


def renamed(texts: POFile) -> None:
    """A placeholder that no code fills."""
    entry(texts, "Hello, %(name)s").msgstr = "Hola, %(nombre)s"


def dropped(texts: POFile) -> None:
    """A text that is kept for later."""
    entry(texts, "Home").obsolete = True


def reworded(texts: POFile) -> None:
    """Other Spanish."""
    entry(texts, "Home").msgstr = "Principal"


def dated(texts: POFile) -> None:
    """A header that changes with each run."""
    texts.metadata["PO-Revision-Date"] = "2026-03-04 12:00-0600"


def test_a_whole_catalogue_has_nothing_to_report(house: Path) -> None:
    assert found(house) == []
    assert run(house) == 0


@pytest.mark.parametrize(
    ("spoil", "word", "compiled"),
    [
        (emptied, "empty: 'Home'", True),
        (half_a_plural, "empty: '%(n)s day'", True),
        (guessed, "fuzzy: 'Home'", True),
        (renamed, "placeholders differ", True),
        (dropped, "obsolete: 'Home'", True),
        (reworded, "not compiled, run with --compile: 'Home'", False),
        (dated, "header, run with --compile: PO-Revision-Date", False),
    ],
    ids=lambda value: getattr(value, "__name__", None),
)
def test_what_is_wrong_with_a_catalogue_is_named(house: Path, spoil: Spoil, word: str, compiled: bool) -> None:
    texts = pofile(str(catalogue(house)))
    spoil(texts)
    texts.save(str(catalogue(house)))
    if compiled:
        compile_catalogue(catalogue(house))
    assert any(line.startswith(word) for line in found(house))
    assert run(house) == 1


def test_compiling_puts_right_what_was_only_not_compiled(house: Path) -> None:
    texts = pofile(str(catalogue(house)))
    reworded(texts)
    dated(texts)
    texts.save(str(catalogue(house)))
    assert run(house, "--compile") == 0
    assert [each.msgstr for each in mofile(str(house / "house.mo")) if each.msgid == "Home"] == ["Principal"]


@NEEDS_GETTEXT
def test_a_text_that_is_in_no_catalogue_is_named_and_so_is_one_that_left_the_source(house: Path) -> None:
    (house / "house" / "words.py").write_text(SOURCE.replace("Home", "Board"))
    assert found(house)[:2] == ["not in the catalogue: 'Board'", "not in the source: 'Home'"]


@NEEDS_GETTEXT
def test_an_update_keeps_what_is_translated_and_lists_the_rest(house: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (house / "house" / "words.py").write_text(SOURCE.replace("Home", "Homes").replace("s day", "s week"))
    assert run(house, "--update") == 0
    assert json.loads(capsys.readouterr().out) == {"%(n)s week": ["", ""], "Homes": ""}
    kept = {each.msgid: each.msgstr for each in pofile(str(catalogue(house)))}
    assert kept == {"%(n)s week": "", "Closed": "Cerrada", "Hello, %(name)s": "Hola, %(name)s", "Homes": ""}


@NEEDS_GETTEXT
def test_a_file_of_words_makes_an_empty_catalogue_whole(house: Path) -> None:
    POFile().save(str(catalogue(house)))
    assert run(house, "--update") == 0
    (house / "words.json").write_text(json.dumps(WORDS))
    assert run(house, "--fill", str(house / "words.json")) == 0
    assert found(house) == []


@pytest.mark.parametrize("words", [{"Home": "Casa", "Attic": "Desván"}, {"Home": ["Casa", "Casas"]}])
def test_words_that_fit_no_text_change_nothing(house: Path, words: dict[str, object]) -> None:
    before = catalogue(house).read_bytes()
    (house / "words.json").write_text(json.dumps(words))
    with pytest.raises(SystemExit):
        run(house, "--fill", str(house / "words.json"))
    assert catalogue(house).read_bytes() == before
