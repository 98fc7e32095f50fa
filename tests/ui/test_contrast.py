"""Every text can be read in every theme, and the check would notice if it could not."""

import json
import shutil
from pathlib import Path

import pytest

from scripts import check_contrast


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The tokens and pairs in a folder that may be spoiled."""
    for name in ("tokens.css", "contrast-pairs.json"):
        shutil.copy(check_contrast.CSS / name, tmp_path / name)
    return tmp_path


def test_every_pair_is_far_enough_apart_in_three_themes():
    assert check_contrast.check(check_contrast.CSS) == []


def test_black_on_white_is_twenty_one_to_one():
    assert check_contrast.ratio("#000000", "#ffffff") == pytest.approx(21)
    assert check_contrast.ratio("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_a_colour_that_is_too_pale_is_found(copy):
    tokens = copy / "tokens.css"
    tokens.write_text(tokens.read_text("utf-8").replace("--fg3: light-dark(#4d6073", "--fg3: light-dark(#9aa8b5"))
    assert any(line.startswith("light: --fg3 on --bg") for line in check_contrast.check(copy))


def test_a_new_colour_without_a_pair_is_found(copy):
    tokens = copy / "tokens.css"
    tokens.write_text(tokens.read_text("utf-8").replace(":root {", ":root { --new: #123456;", 1))
    assert check_contrast.check(copy) == ["--new: in no pair"]


def test_a_pair_of_an_unknown_colour_is_found(copy):
    stated = json.loads((copy / "contrast-pairs.json").read_text("utf-8"))
    stated["decorative"].append("gone")
    (copy / "contrast-pairs.json").write_text(json.dumps(stated))
    assert check_contrast.check(copy) == ["--gone: a pair names it and no token is"]


def test_every_colour_the_styles_use_is_a_token():
    tokens = (check_contrast.CSS / "tokens.css").read_text("utf-8")
    for sheet in check_contrast.CSS.glob("*.css"):
        used = set(check_contrast.re.findall(r"var\(--([a-z0-9-]+)", sheet.read_text("utf-8")))
        assert {name for name in used if f"--{name}:" not in tokens} == set(), sheet.name
