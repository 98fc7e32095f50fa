"""Reading a page as a person does, to tell what nobody translated."""

import re
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from uuid import UUID

from django.apps import apps
from django.db.models import CharField, TextField
from django.test import Client

from officers.models import User

READ_ALOUD = {"aria-label", "title", "placeholder", "alt", "data-label", "data-key-label"}
# The same in both languages.
SAME = {
    "CIT",
    "Dispatch",
    "Instructor",
    "Crisis",
    "Radio",
    "No",
    "Pri",
    "Video",
    "Verbal",
    "Español",
    "English",
    "Ctrl",
    "min",
    "bytes",
    "Alias",
    # English for who leads a school, Spanish for who leads at the scene.
    "Principal",
    "Portal",
    "Accidental",
    "Alcohol",
    "Cannabis",
    "Hospital",
    "THC",
    # Short for the codes of the law.
    "CCP",
    "FC",
}
MONTHS = {"Feb", "Mar", "May", "Jun", "Jul", "Sep", "Oct", "Nov"}
WORD = re.compile(r"[^\W\d_]{2,}")


# What stands in the type of codes is read by programs: a column, a slug, a number.
CODES = "mono"


class Visible(HTMLParser):
    """The texts of a page, read or read aloud; codes apart."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.texts: set[str] = set()
        self.code, self.depth = "", 0
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """What is read aloud is text too; the outermost code element counts those of its own name inside it."""
        self.texts.update(value for name, value in attrs if value and name in READ_ALOUD)
        if not self.depth and (tag == "code" or CODES in (dict(attrs).get("class") or "").split()):
            self.code, self.depth = tag, 1
        elif self.depth and tag == self.code:
            self.depth += 1

    def handle_endtag(self, tag: str) -> None:
        """A code ends where its element does."""
        if self.depth and tag == self.code:
            self.depth -= 1

    def handle_data(self, data: str) -> None:
        """Text between tags, its spaces made single."""
        if not self.depth:
            self.texts.add(" ".join(data.split()))


def seen(client: Client, path: str, key: UUID | None, language: str) -> tuple[int, str]:
    """The page as that person reads it in that language."""
    client.logout()
    if key is not None:
        User.objects.filter(pk=key).update(language=language)
        client.force_login(User.objects.get(pk=key))
    answer = client.get(path, headers={"Accept-Language": language})
    return answer.status_code, answer.content.decode() if "html" in answer.get("Content-Type", "") else ""


def given() -> Iterator[str]:
    """Every name that somebody gave to something: no program translates those."""
    for model in apps.get_models():
        # The ledger and the outbox speak in codes, which are nobody's words.
        if not model.__module__.startswith(("django.", "core.")):
            for field in model._meta.concrete_fields:
                if isinstance(field, (CharField, TextField)) and not field.choices:
                    yield from model._default_manager.values_list(field.name, flat=True).distinct()


def untranslated(english: str, spanish: str, names: Iterable[str]) -> set[str]:
    """Texts that are the same in both languages and hold a word that nobody gave as a name."""
    known = SAME | MONTHS | {word for name in names for word in WORD.findall(name or "")}
    both = Visible(english).texts & Visible(spanish).texts
    return {text for text in both if set(WORD.findall(text)) - known}
