"""Texts and the surfaces they stand on must be far enough apart in all three colour themes (WCAG 2.2, 1.4)."""

import json
import re
import sys
from pathlib import Path
from typing import Any

CSS = Path(__file__).resolve().parent.parent / "static" / "css"
THEMES = ("light", "dark", "contrast")
CONTRAST_TEXT = 7.0
TEXT = 4.5
HEX = "#[0-9a-f]{6}"
TOKEN = re.compile(rf"--([a-z0-9-]+):\s*(?:light-dark\(({HEX}),\s*({HEX})\)|({HEX}));")

Colours = dict[str, str]


def main() -> int:
    """Print what is too close; the exit code says whether anything is."""
    problems = check(CSS)
    for line in problems:
        sys.stderr.write(f"{line}\n")
    return 1 if problems else 0


def check(folder: Path) -> list[str]:
    """Pairs that are too close, tokens no pair names, and pairs of unknown tokens."""
    themes = read_tokens((folder / "tokens.css").read_text("utf-8"))
    stated: dict[str, Any] = json.loads((folder / "contrast-pairs.json").read_text("utf-8"))
    named = {pair["text"] for pair in stated["pairs"]} | {on for pair in stated["pairs"] for on in pair["on"]}
    known = named | set(stated["decorative"])
    problems = [f"--{token}: in no pair" for token in sorted(set(themes["light"]) - known)]
    problems += [f"--{token}: a pair names it and no token is" for token in sorted(known - set(themes["light"]))]
    if not problems:
        problems = [line for theme in THEMES for line in _too_close(theme, themes[theme], stated["pairs"])]
    return problems


def read_tokens(css: str) -> dict[str, Colours]:
    """The colours of the three themes."""
    start = css.rindex('[data-theme="contrast"] {')
    base, contrast = css[:start], css[start : css.index("}", start)]
    light = {name: first or plain for name, first, _, plain in TOKEN.findall(base)}
    dark = {name: second or plain for name, _, second, plain in TOKEN.findall(base)}
    strong = {name: plain for name, _, _, plain in TOKEN.findall(contrast)}
    return {"light": light, "dark": dark, "contrast": light | strong}


def _too_close(theme: str, colours: Colours, pairs: list[dict[str, Any]]) -> list[str]:
    found = []
    for pair in pairs:
        asked = CONTRAST_TEXT if theme == "contrast" and pair["at_least"] >= TEXT else pair["at_least"]
        for on in pair["on"]:
            reached = ratio(colours[pair["text"]], colours[on])
            if reached < asked:
                found.append(f"{theme}: --{pair['text']} on --{on} is {reached:.2f}, {asked} is asked")
    return found


def ratio(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = [int(colour[index : index + 2], 16) / 255 for index in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


if __name__ == "__main__":
    sys.exit(main())
