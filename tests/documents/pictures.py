"""A PDF as a reader and as a screen reader get it: pictures of its pages, and its words in order."""

from pathlib import Path

import pypdfium2
from PIL.Image import Image

SCALE = 1.5


def pictures(made: bytes) -> list[Image]:
    """One picture for each page."""
    document = pypdfium2.PdfDocument(made)
    return [page.render(scale=SCALE).to_pil() for page in document]


def words(made: bytes) -> str:
    """The text of all pages, in the order of reading, on one line."""
    document = pypdfium2.PdfDocument(made)
    pages = [page.get_textpage().get_text_bounded() for page in document]
    return " ".join(" ".join(pages).split())


def keep(made: bytes, folder: Path, name: str) -> list[Path]:
    """The pages as files, for somebody to look at."""
    folder.mkdir(parents=True, exist_ok=True)
    found = []
    for number, picture in enumerate(pictures(made), start=1):
        path = folder / f"{name}-{number}.png"
        picture.save(path)
        found.append(path)
    return found


def inked(picture: Image) -> bool:
    """Whether anything is printed inside, and nothing runs over the edge of the paper."""
    grey = picture.convert("L")
    wide, high = grey.size
    edge = 12
    rims = ((0, 0, wide, edge), (0, high - edge, wide, high), (0, 0, edge, high), (wide - edge, 0, wide, high))
    clean = all(grey.crop(rim).getextrema()[0] > 200 for rim in rims)
    return clean and grey.getextrema()[0] < 100
