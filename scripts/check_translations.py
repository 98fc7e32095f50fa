"""The Spanish catalogue must be whole: nothing empty, fuzzy or stale, and the compiled file says what the text says.

`--compile` writes the compiled file and takes dates and other changing lines out of the header; the check only reads.
"""

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
HINT = "To fill in: manage.py makemessages -l es --no-location --no-obsolete --ignore .venv --ignore tests; translate"

Key = tuple[str, str]


def main(arguments: list[str]) -> int:
    """Compile, or print what is wrong; the exit code says whether anything is."""
    if arguments == ["--compile"]:
        compile_catalogue(PO)
        return 0
    texts, compiled = pofile(str(PO)), mofile(str(PO.with_suffix(".mo")))
    problems = incomplete(texts) + altered_placeholders(texts) + stale(texts, compiled) + changing_header(texts)
    if shutil.which("xgettext"):
        missing = out_of_step(texts, extracted(ROOT))
        problems += [*missing, HINT] if missing else []
    else:
        sys.stderr.write(f"{NOT_RUN}\n")
    for line in problems:
        sys.stderr.write(f"{line}\n")
    return 1 if problems else 0


def compile_catalogue(path: Path) -> None:
    """Write the compiled file, and the text with a header that no run changes."""
    texts = pofile(str(path))
    texts.header, texts.metadata, texts.metadata_is_fuzzy = "", dict(HEADER), False
    texts.save(str(path))
    texts.save_as_mofile(str(path.with_suffix(".mo")))


def incomplete(texts: POFile) -> list[str]:
    """Entries without words, or with words that were only guessed."""
    found = []
    for entry in texts:
        if entry.obsolete:
            found.append(f"obsolete: {entry.msgid!r}")
        elif entry.fuzzy:
            found.append(f"fuzzy: {entry.msgid!r}")
        elif not all(form.strip() for form in _forms(entry)):
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


def extracted(root: Path) -> set[Key]:
    """Every text that the source marks, read from a copy so that nothing here is written."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _copy(root, folder)
        (folder / "locale").mkdir()
        command = [sys.executable, "-m", "django", "makemessages", "-l", "es", "--no-location"]
        plain = {key: value for key, value in os.environ.items() if key != "DJANGO_SETTINGS_MODULE"}
        subprocess.run(command, cwd=folder, env=plain, check=True, stdout=subprocess.DEVNULL)
        return {_key(entry) for entry in pofile(str(folder / "locale" / "es" / "LC_MESSAGES" / "django.po"))}


def _copy(root: Path, folder: Path) -> None:
    for place, inner, files in os.walk(root):
        inner[:] = [name for name in inner if name not in LEFT_OUT and not name.startswith(".")]
        for file in files:
            if file.endswith(SOURCES):
                target = folder / Path(place).relative_to(root) / file
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(Path(place) / file, target)


def _forms(entry: POEntry) -> list[str]:
    if entry.msgid_plural:
        return [entry.msgstr_plural[number] for number in sorted(entry.msgstr_plural)]
    return [entry.msgstr]


def _fixed_parts(text: str) -> tuple[Counter[str], bool, bool]:
    return Counter(PLACEHOLDER.findall(text)), text.startswith("\n"), text.endswith("\n")


def _said(catalogue: POFile | MOFile) -> dict[Key, list[str]]:
    return {_key(entry): _forms(entry) for entry in catalogue}


def _key(entry: POEntry) -> Key:
    return entry.msgctxt or "", entry.msgid


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
