"""An SVG from elsewhere, read by expat and written anew from what is allowed; nothing is passed on as it came.

A document with a DOCTYPE is refused before anything of it is expanded. What is not allowed is dropped with everything
inside it; a drawing of which nothing is left is refused.
"""

from dataclasses import dataclass, field
from html import escape
from xml.parsers import expat

from django.utils.translation import gettext as _

from core.errors import BrokenRule
from officers.plans import svg_rules as rules

VIEW, WIDTH, HEIGHT = "viewBox", "width", "height"
LARGEST = 100_000.0


@dataclass(frozen=True, slots=True)
class CleanSvg:
    """The inside of the drawing as safe markup, and the box that it fills."""

    markup: str
    left: float
    top: float
    width: float
    height: float


def clean(content: bytes) -> CleanSvg:
    """The drawing without anything that could run, load or lead anywhere; BrokenRule in words when there is none."""
    if len(content) > rules.MOST_BYTES:
        raise _refused(
            _("The drawing is too large. At most %(limit)s MB are taken.") % {"limit": rules.MOST_BYTES >> 20}
        )
    reader = _Reader()
    try:
        reader.parser.Parse(content, True)
    except expat.ExpatError as error:
        raise _refused(_("This is not a whole SVG file. Save it again and choose it once more.")) from error
    except (UnicodeError, LookupError, ValueError) as error:
        raise _refused(_("This SVG is written in an unknown encoding. Save it as UTF-8.")) from error
    return reader.result()


def _refused(text: str) -> BrokenRule:
    return BrokenRule(text, fields={"file": text})


@dataclass(slots=True)
class _Reader:
    """Listens to expat and writes what is allowed."""

    out: list[str] = field(default_factory=list)
    ends: list[str] = field(default_factory=list)
    skipping: int = 0
    elements: int = 0
    shapes: int = 0
    size: int = 0
    texts: int = 0
    box: tuple[float, float, float, float] | None = None
    parser: expat.XMLParserType = field(init=False)

    def __post_init__(self) -> None:
        # Namespaces are resolved by expat, so that a foreign element under an SVG prefix is seen as what it is.
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.text
        self.parser.StartDoctypeDeclHandler = self.doctype
        self.parser.buffer_text = True

    def doctype(self, *_declared: object) -> None:
        """No DTD: there is nothing in it that a drawing needs."""
        raise _refused(_("An SVG with a DOCTYPE is not taken. Export it as plain SVG."))

    def start(self, qualified: str, attributes: dict[str, str]) -> None:
        """One element begins."""
        self.elements += 1
        if self.elements > rules.MOST_ELEMENTS or len(self.ends) + self.skipping > rules.DEEPEST:
            raise _refused(_("The drawing has too many parts, or they are nested too deeply."))
        space, _blank, name = qualified.rpartition(" ")
        if self.elements == 1:
            return self.root(space, name, attributes)
        if self.skipping or space != rules.SPACE or name not in rules.KEPT | rules.GROUPS:
            self.skipping += 1
            return None
        if name not in rules.KEPT:
            self.ends.append("")
            return None
        self.shapes += name in rules.SHAPES
        self.texts += name in ("text", "tspan")
        self.write(f"<{name}{_attributes(attributes)}>")
        self.ends.append(name)
        return None

    def end(self, _qualified: str) -> None:
        """The element that began last is over."""
        if self.skipping:
            self.skipping -= 1
            return
        name = self.ends.pop()
        self.texts -= name in ("text", "tspan")
        if name and name != "svg":
            self.write(f"</{name}>")

    def text(self, data: str) -> None:
        """Words of the drawing; blanks between shapes are nobody's."""
        if self.texts and not self.skipping:
            self.write(escape(data[: rules.LONGEST_TEXT]))

    def root(self, space: str, name: str, attributes: dict[str, str]) -> None:
        """The first element must be an SVG's own."""
        if (space, name) != (rules.SPACE, "svg"):
            raise _refused(_("This file is no SVG drawing."))
        self.box = _box(attributes)
        self.ends.append("svg")

    def write(self, part: str) -> None:
        """Within bounds."""
        self.size += len(part)
        if self.size > rules.MOST_OUT:
            raise _refused(_("The drawing has too many parts, or they are nested too deeply."))
        self.out.append(part)

    def result(self) -> CleanSvg:
        """What is left, when it is a drawing."""
        if not self.shapes or self.box is None:
            raise _refused(_("Nothing can be shown of this drawing: it holds no plain shapes."))
        return CleanSvg("".join(self.out), *self.box)


def _attributes(given: dict[str, str]) -> str:
    kept = {name: value for name, value in given.items() if rules.allowed(name, value)}
    for declaration in given.get("style", "")[: rules.LONGEST_VALUE * 4].split(";"):
        name, _colon, value = declaration.partition(":")
        name, value = name.strip(), value.strip()
        if name in rules.STYLED and rules.allowed(name, value):
            kept[name] = value
    return "".join(f' {name}="{escape(value.strip())}"' for name, value in sorted(kept.items()))


def _box(attributes: dict[str, str]) -> tuple[float, float, float, float]:
    words = attributes.get(VIEW, "").replace(",", " ").split()
    if not words:
        words = ["0", "0", attributes.get(WIDTH, ""), attributes.get(HEIGHT, "")]
    if len(words) != 4 or not all(rules.LENGTH.fullmatch(word) for word in words):
        raise _refused(_("The drawing does not say how large it is (viewBox, or width and height)."))
    left, top, width, height = (float(word.rstrip("%abcdefghijklmnopqrstuvwxyz")) for word in words)
    if not (1 <= width <= LARGEST and 1 <= height <= LARGEST and max(abs(left), abs(top)) <= LARGEST):
        raise _refused(_("The drawing does not say how large it is (viewBox, or width and height)."))
    return left, top, width, height
