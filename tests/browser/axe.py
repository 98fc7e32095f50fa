"""The accessibility rules of axe-core, run in a page."""

from pathlib import Path
from typing import Any

SOURCE = Path(__file__).resolve().parent.parent / "vendor" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def violations(page: Any) -> list[tuple[str, list[str]]]:
    """Each broken rule with the elements that break it; empty is what a test asserts."""
    page.evaluate(SOURCE.read_text("utf-8"))
    found = page.evaluate("rules => axe.run({runOnly: rules})", RULES)["violations"]
    return [(rule["id"], [" ".join(map(str, node["target"])) for node in rule["nodes"]]) for rule in found]
