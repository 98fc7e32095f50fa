"""What a push service asks of a message before it takes it."""

from cit_dispatch.fake_providers.book import Arrived


def fault(found: Arrived) -> str:
    """What is wrong with it, or nothing: the sender's signature, how long it is of use, and how it is encrypted."""
    from py_vapid import Vapid02

    given = found.headers.get("authorization", "")
    try:
        signed = given.startswith("vapid ") and Vapid02.verify(given)
    except Exception:
        return "the signature cannot be read"
    if not signed:
        return "the signature is wrong"
    if not found.headers.get("ttl", "").isdecimal():
        return "TTL is missing"
    return "" if found.headers.get("content-encoding") == "aes128gcm" and found.body else "not encrypted"
