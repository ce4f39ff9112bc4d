"""Which behaviour serves a path: the first whose pattern matches, as CloudFront does, else the default."""

import re
from functools import cache

from local.edge.distribution import Behavior, Distribution


def choose_behavior(distribution: Distribution, path: str) -> Behavior:
    """`path` as the browser sent it, percent-encoding and all."""
    return next(behavior for behavior in distribution.behaviors if _matches(behavior.pattern, path))


def _matches(pattern: str | None, path: str) -> bool:
    return pattern is None or _expression(pattern).fullmatch(path) is not None


@cache
def _expression(pattern: str) -> re.Pattern[str]:
    """`*` stands for any text, slashes too, and `?` for one character; a leading slash may be left out."""
    rooted = pattern if pattern.startswith("/") else f"/{pattern}"
    wildcards = {"*": ".*", "?": "."}
    return re.compile("".join(wildcards.get(character, re.escape(character)) for character in rooted), re.DOTALL)
