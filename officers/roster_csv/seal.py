"""A file between the look and the taking: it travels in the page, packed and signed, and lies nowhere meanwhile."""

from django.core import signing

from core.actors import Actor

SALT = "officers.roster_csv"
LASTS_S = 4 * 3600


def sealed(content: bytes, actor: Actor) -> str:
    """The file as a text that only this person can hand back."""
    # Latin-1 keeps every byte as one character.
    return signing.dumps(content.decode("latin-1"), salt=_salt(actor), compress=True)


def opened(text: str, actor: Actor) -> bytes | None:
    """The file as it was, or None when the text was changed, is too old or is somebody else's."""
    try:
        content: str = signing.loads(text, salt=_salt(actor), max_age=LASTS_S)
    except signing.BadSignature:
        return None
    return content.encode("latin-1")


def _salt(actor: Actor) -> str:
    return f"{SALT}:{actor.agency_id}:{actor.person}"
