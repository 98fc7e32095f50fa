"""What no template may hold: the policy forbids it, or a reader would be lost in it."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.template.loader import get_template

FOLDERS = [Path(settings.BASE_DIR) / "templates", *sorted(Path(settings.BASE_DIR).glob("[a-z]*/templates"))]
PAGES = {str(page.relative_to(folder)): page for folder in FOLDERS for page in sorted(folder.rglob("*.html"))}
LONGEST = 149
FORBIDDEN = {
    "an inline style": r"<style|\sstyle\s*=",
    "an inline script": r"<script(?![^>]*\ssrc=)",
    "an event handler": r"<[^>]*\son[a-z]+\s*=",
    "htmx code in an attribute": r"hx-on|[\"']js:|javascript:",
    "a trigger filter": r"hx-trigger=\"[^\"]*\[",
    "another origin": r"(?:src|href|action|hx-\w+)\s*=\s*[\"']?\s*(?:https?:)?//",
    "unescaped text": r"\|\s*safe\b|autoescape\s+off",
}


@pytest.mark.parametrize("name", PAGES)
def test_a_template_holds_nothing_the_policy_forbids(name):
    text = PAGES[name].read_text("utf-8")
    assert [what for what, pattern in FORBIDDEN.items() if re.search(pattern, text, re.IGNORECASE)] == []


@pytest.mark.parametrize("name", PAGES)
def test_a_template_is_short(name):
    assert len(PAGES[name].read_text("utf-8").splitlines()) <= LONGEST


@pytest.mark.parametrize("name", PAGES)
def test_a_template_compiles_and_what_it_includes_exists(name):
    get_template(name)
    for included in re.findall(r'{%-?\s*(?:include|extends)\s+"([^"]+)"', PAGES[name].read_text("utf-8")):
        get_template(included)


@pytest.mark.parametrize("name", PAGES)
def test_every_icon_a_template_names_is_in_the_sprite(name):
    sprite = (Path(settings.BASE_DIR) / "static" / "icons.svg").read_text("utf-8")
    named = set(re.findall(r'{% icon "(\w+)"', PAGES[name].read_text("utf-8")))
    assert {icon for icon in named if f'id="i-{icon}"' not in sprite} == set()


@pytest.mark.parametrize(
    ("spoiled", "what"),
    [
        ('<p style="color:red">', "an inline style"),
        ("<script>x()</script>", "an inline script"),
        ('<button onclick="x()">', "an event handler"),
        ('<b hx-on:click="x()">', "htmx code in an attribute"),
        ('<b hx-trigger="click[ctrlKey]">', "a trigger filter"),
        ('<img src="//elsewhere.example/x.png">', "another origin"),
        ("{{ text|safe }}", "unescaped text"),
    ],
)
def test_the_check_would_notice(spoiled, what):
    assert [name for name, pattern in FORBIDDEN.items() if re.search(pattern, spoiled)] == [what]


def test_no_module_of_ours_evaluates_text_or_asks_another_origin():
    for module in (Path(settings.BASE_DIR) / "static" / "js").glob("*.js"):
        assert not re.search(r"\beval\(|new Function|https?://|\.innerHTML\b", module.read_text("utf-8")), module.name
