"""Copies the named files of the named packages into the repository, and proves that they are still what was copied.

update: fetch with `npm pack` and rewrite manifest.json (needs npm and a registry, which npm itself is told).
check: compare every file with manifest.json (needs neither).
"""

import hashlib
import json
import subprocess
import sys
import tarfile
import tempfile
import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
LIST = Path("static/vendor/vendor.toml")
MANIFEST = Path("static/vendor/manifest.json")
FOLDERS = (Path("static/vendor"), Path("tests/vendor"))
OURS = {LIST, MANIFEST}


def main(arguments: list[str]) -> int:
    """Do what is asked; the exit code is the number of things that are wrong, at most 1."""
    if arguments == ["update"]:
        update(ROOT)
        return 0
    if arguments != ["check"]:
        sys.stderr.write("usage: vendor.py update|check\n")
        return 2
    wrong = check(ROOT)
    for line in wrong:
        sys.stderr.write(f"{line}\n")
    return 1 if wrong else 0


def check(root: Path) -> list[str]:
    """What differs between the list, the manifest and the files."""
    listed = {package["name"]: package for package in _listed(root)}
    kept: dict[str, dict[str, Any]] = json.loads((root / MANIFEST).read_text("utf-8"))
    wrong = [f"{name}: the list and the manifest differ; run update" for name in sorted(set(listed) ^ set(kept))]
    for name in sorted(set(listed) & set(kept)):
        wrong += _differences(root, listed[name], kept[name])
    named = {Path(path) for entry in kept.values() for path in entry["files"]}
    for folder in FOLDERS:
        present = {path.relative_to(root) for path in (root / folder).rglob("*") if path.is_file()}
        wrong += [f"{path}: belongs to no package" for path in sorted(present - named - OURS)]
    return wrong


def _differences(root: Path, listed: dict[str, Any], kept: dict[str, Any]) -> list[str]:
    name, wrong = listed["name"], []
    if (listed["version"], listed["licence"]) != (kept["version"], kept["licence"]):
        wrong.append(f"{name}: version or licence differs from the manifest; run update")
    if {*listed["files"].values(), listed["licence_file"]} != set(kept["files"]):
        wrong.append(f"{name}: files differ from the manifest; run update")
    for path, digest in sorted(kept["files"].items()):
        file = root / path
        if not file.is_file():
            wrong.append(f"{path}: missing")
        elif _sha256(file) != digest:
            wrong.append(f"{path}: was changed after it was copied")
    return wrong


def update(root: Path) -> None:
    """Fetch every package of the list and write what was copied into the manifest."""
    manifest = {package["name"]: _fetch(root, package) for package in _listed(root)}
    (root / MANIFEST).write_text(json.dumps(manifest, indent=2, sort_keys=True) + "\n", "utf-8")


def _fetch(root: Path, package: dict[str, Any]) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        asked = ["npm", "pack", "--json", "--silent", f"{package['name']}@{package['version']}"]
        answer = json.loads(subprocess.run(asked, cwd=folder, check=True, capture_output=True).stdout)
        with tarfile.open(next(Path(folder).glob("*.tgz"))) as archive:
            copies = {**package["files"], "LICENSE": package["licence_file"]}
            files = {target: _copy(archive, source, root / target) for source, target in copies.items()}
    fetched = answer[0] if isinstance(answer, list) else next(iter(answer.values()))
    return {
        "version": package["version"],
        "licence": package["licence"],
        "integrity": fetched["integrity"],
        "files": files,
    }


def _copy(archive: tarfile.TarFile, source: str, target: Path) -> str:
    stream = archive.extractfile(f"package/{source}")
    if stream is None:
        raise FileNotFoundError(source)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(stream.read())
    return _sha256(target)


def _listed(root: Path) -> list[dict[str, Any]]:
    packages: list[dict[str, Any]] = tomllib.loads((root / LIST).read_text("utf-8"))["package"]
    return packages


def _sha256(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
