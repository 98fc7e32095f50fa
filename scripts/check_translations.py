"""The Spanish catalogue must be whole: nothing empty, fuzzy or stale, and the compiled file says what the text says.

Without an option it only reads. After texts were added or changed in the source:

    .venv/bin/python scripts/check_translations.py --update > /tmp/es.json   (needs gettext: apt-get install gettext)
    .venv/bin/python scripts/check_translations.py --fill /tmp/es.json       (after typing the Spanish into the file)

`--update` takes in new texts, drops those the source lost, guesses nothing, and prints what is empty as JSON:
{"English": "Spanish", "text with a plural": ["one", "many"], "context|English": "Spanish"}. `--fill` writes such a file
into the catalogue, replaces words already there, compiles and checks; `--compile` is for a catalogue edited by hand.
Commit both files in locale.
"""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

from polib import MOFile, POEntry, POFile, mofile, pofile

ROOT = Path(__file__).resolve().parent.parent
PO = ROOT / "locale" / "es" / "LC_MESSAGES" / "django.po"
SOURCES = (".py", ".html", ".txt")
# Tests speak to nobody; the rest is made by machines.
LEFT_OUT = {"tests", "staticfiles", "artefacts", "node_modules", "locale"}
HEADER = {
    "Project-Id-Version": "cit-dispatch",
    "Language": "es",
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
    "Plural-Forms": "nplurals=2; plural=(n != 1);",
}
PLACEHOLDER = re.compile(r"%(?:\(\w+\))?[#0\-+]?\d*(?:\.\d+)?[sdifrx]|%%|\{\w*\}|</?[a-z][^>]*>")
NOT_RUN = "Not checked: whether every text of the source is in the catalogue, since xgettext is missing (gettext)."
HINT = "To put it right: scripts/check_translations.py --update > /tmp/es.json; type the Spanish; --fill /tmp/es.json"

Key = tuple[str, str]
Words = str | list[str]


def main(arguments: list[str], path: Path = PO, root: Path = ROOT) -> int:
    """Update, fill or compile, else print what is wrong; the exit code says whether anything is."""
    options = _options(arguments)
    if options.update:
        sys.stdout.write(json.dumps(update(path, extracted(root)), ensure_ascii=False, indent=1) + "\n")
        return 0
    if options.fill:
        fill(path, json.loads(options.fill.read_text("utf-8")))
    if options.fill or options.compile:
        compile_catalogue(path)
    problems = check(path, root)
    for line in problems:
        sys.stderr.write(f"{line}\n")
    return 1 if problems else 0


def check(path: Path, root: Path) -> list[str]:
    """Everything that is wrong with the catalogue."""
    texts, compiled = pofile(str(path)), mofile(str(path.with_suffix(".mo")))
    problems = incomplete(texts) + altered_placeholders(texts) + stale(texts, compiled) + changing_header(texts)
    if not shutil.which("xgettext"):
        sys.stderr.write(f"{NOT_RUN}\n")
        return problems
    missing = out_of_step(texts, {_key(entry) for entry in extracted(root)})
    return problems + ([*missing, HINT] if missing else [])


def update(path: Path, source: POFile) -> dict[str, Words]:
    """Make the catalogue hold exactly the texts of the source, and say which of them have no Spanish."""
    known = {_key(entry): entry for entry in pofile(str(path))}
    for entry in source:
        old = known.get(_key(entry))
        if old and not old.fuzzy and old.msgid_plural == entry.msgid_plural:
            entry.msgstr, entry.msgstr_plural = old.msgstr, old.msgstr_plural
    _save(source, path)
    return {_name(entry): ["", ""] if entry.msgid_plural else "" for entry in source if not _whole(entry)}


def fill(path: Path, words: dict[str, Words]) -> None:
    """Write the words; a text the catalogue does not know is an error, and then nothing is written."""
    texts = pofile(str(path))
    known = {_name(entry): entry for entry in texts}
    for name, spanish in words.items():
        entry = known.get(name)
        if entry is None:
            raise SystemExit(f"not in the catalogue, run --update first: {name!r}")
        if bool(entry.msgid_plural) != isinstance(spanish, list):
            raise SystemExit(f"a text with a plural takes [one, many], any other takes one text: {name!r}")
        entry.msgstr = "" if isinstance(spanish, list) else spanish
        entry.msgstr_plural = dict(enumerate(spanish)) if isinstance(spanish, list) else {}
    texts.save(str(path))


def compile_catalogue(path: Path) -> None:
    """Write the compiled file, and the text in an order and with a header that no run changes."""
    texts = pofile(str(path))
    _save(texts, path)
    texts.save_as_mofile(str(path.with_suffix(".mo")))


def incomplete(texts: POFile) -> list[str]:
    """Entries without words, or with words that were only guessed."""
    found = []
    for entry in texts:
        if entry.obsolete:
            found.append(f"obsolete: {entry.msgid!r}")
        elif entry.fuzzy:
            found.append(f"fuzzy: {entry.msgid!r}")
        elif not _whole(entry):
            found.append(f"empty: {entry.msgid!r}")
    return found


def altered_placeholders(texts: POFile) -> list[str]:
    """Entries whose placeholders, tags or outer line breaks are not those of the source."""
    found = []
    for entry in texts:
        sources = [entry.msgid, entry.msgid_plural] if entry.msgid_plural else [entry.msgid]
        for number, form in enumerate(_forms(entry)):
            source = sources[min(number, len(sources) - 1)]
            if form and _fixed_parts(form) != _fixed_parts(source):
                found.append(f"placeholders differ: {source!r} and {form!r}")
    return found


def stale(texts: POFile, compiled: MOFile) -> list[str]:
    """Entries of the text that the compiled file lacks or says otherwise, and those only it has."""
    said, used = _said(texts), _said(compiled)
    found = [f"not compiled, run with --compile: {key[1]!r}" for key in said if used.get(key) != said[key]]
    return found + [f"only compiled, run with --compile: {key[1]!r}" for key in used if key not in said]


def changing_header(texts: POFile) -> list[str]:
    """Lines of the header that would change with each run."""
    found = [f"header, run with --compile: {name}" for name in texts.metadata if name not in HEADER]
    return found + (["header, run with --compile: fuzzy"] if texts.metadata_is_fuzzy else [])


def out_of_step(texts: POFile, source: set[Key]) -> list[str]:
    """Texts of the source that the catalogue lacks, and entries that the source no longer has."""
    known = {_key(entry) for entry in texts}
    missing = [f"not in the catalogue: {key[1]!r}" for key in sorted(source - known)]
    return missing + [f"not in the source: {key[1]!r}" for key in sorted(known - source)]


def extracted(root: Path) -> POFile:
    """Every text that the source marks, read from a copy so that nothing here is written."""
    if not shutil.which("xgettext"):
        raise SystemExit("xgettext is missing: apt-get install gettext")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(root, folder, ignore=_left_out, dirs_exist_ok=True)
        (folder / "locale").mkdir()
        command = [sys.executable, "-m", "django", "makemessages", "-l", "es", "--no-location"]
        plain = {key: value for key, value in os.environ.items() if key != "DJANGO_SETTINGS_MODULE"}
        subprocess.run(command, cwd=folder, env=plain, check=True, stdout=subprocess.DEVNULL)
        return pofile(str(folder / "locale" / "es" / "LC_MESSAGES" / "django.po"))


def _left_out(place: str, names: list[str]) -> set[str]:
    texts = {name for name in names if name.endswith(SOURCES) or (Path(place) / name).is_dir()}
    return {name for name in names if name in LEFT_OUT or name.startswith(".") or name not in texts}


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    one = parser.add_mutually_exclusive_group()
    for name in ("--update", "--compile"):
        one.add_argument(name, action="store_true")
    one.add_argument("--fill", type=Path, metavar="FILE.json")
    return parser.parse_args(arguments)


def _save(texts: POFile, path: Path) -> None:
    texts.header, texts.metadata, texts.metadata_is_fuzzy = "", dict(HEADER), False
    texts.sort(key=_key)
    texts.save(str(path))


def _whole(entry: POEntry) -> bool:
    return all(form.strip() for form in _forms(entry))


def _forms(entry: POEntry) -> list[str]:
    if entry.msgid_plural:
        return [entry.msgstr_plural[number] for number in sorted(entry.msgstr_plural)]
    return [entry.msgstr]


def _fixed_parts(text: str) -> tuple[Counter[str], bool, bool]:
    return Counter(PLACEHOLDER.findall(text)), text.startswith("\n"), text.endswith("\n")


def _said(catalogue: POFile | MOFile) -> dict[Key, list[str]]:
    return {_key(entry): _forms(entry) for entry in catalogue}


def _name(entry: POEntry) -> str:
    return f"{entry.msgctxt}|{entry.msgid}" if entry.msgctxt else entry.msgid


def _key(entry: POEntry) -> Key:
    return entry.msgctxt or "", entry.msgid


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
