"""Names of big contents. An archive never changes, so it is digested once and then known by its identity."""

import hashlib

# The bytes themselves are held, because an identity is free again when its object is gone.
_known: dict[int, tuple[bytes, str]] = {}


def content_digest(content: bytes) -> str:
    if id(content) not in _known:
        _known[id(content)] = (content, hashlib.sha256(content).hexdigest())
    return _known[id(content)][1]
