"""What a cleaned SVG may hold: these elements, these attributes, these values, and nothing else."""

import re

SPACE = "http://www.w3.org/2000/svg"
SHAPES = frozenset({"path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan"})
# `a` and `switch` only hold others: their content stays and they go.
GROUPS = frozenset({"g", "a", "switch"})
KEPT = SHAPES | {"g"}

MOST_BYTES, MOST_ELEMENTS, DEEPEST, MOST_OUT = 2 * 1024 * 1024, 20_000, 40, 1_000_000
LONGEST_VALUE, LONGEST_PATH, LONGEST_TEXT = 400, 200_000, 200

NUMBER = r"[-+]?(?:\d{1,9}(?:\.\d{0,9})?|\.\d{1,9})(?:[eE][-+]?\d{1,2})?"
LENGTH = re.compile(rf"{NUMBER}(?:px|pt|mm|cm|in|em|%)?", re.ASCII)
LENGTHS = re.compile(rf"{NUMBER}(?:[ ,]+{NUMBER})*", re.ASCII)
PATH = re.compile(r"[MmZzLlHhVvCcSsQqTtAa0-9eE+\-., \t\r\n]*", re.ASCII)
TRANSFORM = re.compile(
    rf"(?:(?:matrix|translate|scale|rotate|skewX|skewY)\(\s*{NUMBER}(?:[\s,]+{NUMBER}){{0,5}}\s*\)[\s,]*){{1,12}}",
    re.ASCII,
)
COLOUR = re.compile(
    r"none|currentColor|#[0-9a-fA-F]{3,8}|[a-zA-Z]{3,24}|rgba?\([0-9%., ]{5,40}\)|hsla?\([0-9%., deg]{5,40}\)", re.ASCII
)
WORD = re.compile(r"[a-z-]{1,24}", re.ASCII)
ANY_WEIGHT = re.compile(r"[a-z]{1,10}|\d{3}", re.ASCII)

# Attribute -> what its whole value must look like.
ATTRIBUTES: dict[str, re.Pattern[str]] = {
    **dict.fromkeys(("x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "width", "height"), LENGTH),
    **dict.fromkeys(("dx", "dy"), LENGTHS),
    **dict.fromkeys(("stroke-width", "font-size", "opacity", "fill-opacity", "stroke-opacity"), LENGTH),
    **dict.fromkeys(("stroke-miterlimit", "stroke-dashoffset"), LENGTH),
    **dict.fromkeys(("points", "stroke-dasharray"), LENGTHS),
    **dict.fromkeys(("fill", "stroke"), COLOUR),
    **dict.fromkeys(("fill-rule", "stroke-linecap", "stroke-linejoin", "text-anchor", "font-style"), WORD),
    **dict.fromkeys(("display", "visibility"), WORD),
    "font-weight": ANY_WEIGHT,
    "d": PATH,
    "transform": TRANSFORM,
}
# Where drawing programs write the same things as a style; each is taken over as the attribute that it means.
STYLED = frozenset(
    {
        "fill",
        "stroke",
        "stroke-width",
        "stroke-opacity",
        "fill-opacity",
        "opacity",
        "fill-rule",
        "stroke-linecap",
        "stroke-linejoin",
        "stroke-dasharray",
        "font-size",
        "font-weight",
        "text-anchor",
        "display",
        "visibility",
    }
)
LONG = frozenset({"d", "points"})


def allowed(name: str, value: str) -> bool:
    """Whether this attribute may stay with this value."""
    pattern = ATTRIBUTES.get(name)
    if pattern is None or len(value) > (LONGEST_PATH if name in LONG else LONGEST_VALUE):
        return False
    return pattern.fullmatch(value.strip()) is not None
