"""The signs that an SMS counts once: one other sign cuts its length from 160 to 70."""

import unicodedata

LENGTH = 160
SINGLE = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§"
    "¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
DOUBLE = frozenset("\f^{}\\[~]|€")


def fits_gsm(text: str) -> bool:
    """Whether it is one SMS of GSM-7 signs."""
    return set(text) <= SINGLE | DOUBLE and _length(text) <= LENGTH


def fitted(text: str) -> str:
    """The text as one SMS: accents that GSM lacks are left off, and what is too long is cut."""
    plain = "".join(map(_plain, unicodedata.normalize("NFC", text)))
    while _length(plain) > LENGTH:
        plain = plain[:-1]
    return plain


def _plain(sign: str) -> str:
    if sign in SINGLE or sign in DOUBLE:
        return sign
    base = unicodedata.normalize("NFKD", sign)[0]
    return base if base in SINGLE else "?"


def _length(text: str) -> int:
    return sum(2 if sign in DOUBLE else 1 for sign in text)
