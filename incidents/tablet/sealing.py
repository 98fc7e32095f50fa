"""Opening what a tablet sealed: ECDH on P-256, HKDF-SHA256, AES-256-GCM; and keeping the private key encrypted."""

import base64
import binascii
import json
from collections.abc import Mapping
from typing import Any
from uuid import uuid4

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_der_private_key,
)

INFO = b"cit-tablet-1"
AT_REST = b"cit-sealing-key-1"
IV = 12


class CannotOpen(Exception):
    """The seal does not fit: other additional data, another key, or damaged."""


def additional(device: object, user: object, key: object, seq: object, kind: str) -> bytes:
    """What an entry is bound to, so that it opens in its own place alone."""
    return f"{device}|{user}|{key}|{seq}|{kind}".encode()


def fresh_pair() -> tuple[str, dict[str, str], bytes]:
    """A key's name, its public half as a JWK, its private half as DER."""
    private = ec.generate_private_key(ec.SECP256R1())
    numbers = private.public_key().public_numbers()
    kid = uuid4().hex[:16]
    jwk = {"kty": "EC", "crv": "P-256", "x": text(numbers.x.to_bytes(32)), "y": text(numbers.y.to_bytes(32))}
    der = private.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    return kid, jwk, der


def wrap(der: bytes, secret: str, kid: str, iv: bytes) -> str:
    """The private half, encrypted with a key from the settings."""
    return text(iv + AESGCM(_derived(secret.encode(), AT_REST)).encrypt(iv, der, kid.encode()))


def unwrap(wrapped: str, secret: str, kid: str) -> bytes:
    """The private half again."""
    try:
        raw = data(wrapped)
        return AESGCM(_derived(secret.encode(), AT_REST)).decrypt(raw[:IV], raw[IV:], kid.encode())
    except (InvalidTag, ValueError) as error:
        raise CannotOpen from error


def unseal(sealed: Mapping[str, str], der: bytes, aad: bytes) -> dict[str, Any]:
    """What was entered."""
    try:
        found = json.loads(_opened(sealed, der, aad))
    except (InvalidTag, ValueError, RecursionError) as error:
        raise CannotOpen from error
    if not isinstance(found, dict):
        raise CannotOpen
    return found


def _opened(sealed: Mapping[str, str], der: bytes, aad: bytes) -> bytes:
    private = load_der_private_key(der, password=None)
    if not isinstance(private, ec.EllipticCurvePrivateKey):
        raise CannotOpen
    theirs = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), data(sealed["epk"]))
    shared = private.exchange(ec.ECDH(), theirs)
    return AESGCM(_derived(shared, INFO)).decrypt(data(sealed["iv"]), data(sealed["ct"]), aad)


def seal(content: Mapping[str, Any], jwk: Mapping[str, str], kid: str, aad: bytes, iv: bytes) -> dict[str, str]:
    """As the tablet does it, for clients written in Python and for tests."""
    own = ec.generate_private_key(ec.SECP256R1())
    point = b"\x04" + data(jwk["x"]) + data(jwk["y"])
    shared = own.exchange(ec.ECDH(), ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), point))
    closed = AESGCM(_derived(shared, INFO)).encrypt(iv, json.dumps(content).encode(), aad)
    epk = own.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    return {"kid": kid, "epk": text(epk), "iv": text(iv), "ct": text(closed)}


def text(raw: bytes) -> str:
    """Base64url without padding."""
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def data(found: str) -> bytes:
    """The bytes of base64url without padding."""
    try:
        return base64.b64decode(found + "=" * (-len(found) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError) as error:
        raise CannotOpen from error


def _derived(secret: bytes, info: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=info).derive(secret)
