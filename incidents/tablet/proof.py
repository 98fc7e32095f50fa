"""How a device proves itself."""

import hashlib


def hashed(secret: str) -> str:
    """What is kept of a device's secret: 256 bits of chance need no salt."""
    return hashlib.sha256(secret.encode()).hexdigest()
