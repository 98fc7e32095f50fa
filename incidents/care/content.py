"""The fingerprint of a plan's words: what was approved is what is read."""

import hashlib
import json

from incidents.care.schema import Content


def digest(content: Content) -> str:
    """SHA-256 of the document in its canonical form."""
    canonical = json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(canonical.encode()).hexdigest()
