"""When ECS may be asked again: never twice at once, and the more seldom the longer it fails."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from agent_container.replacement.ecs_would_not import EcsWouldNot

FIRST_WAIT_S = 1.0
LONGEST_WAIT_S = 60.0

logger = logging.getLogger(__name__)


class Pace:
    """`every_s` passes between two answers; after failures it is 1 s, 2 s, 4 s, up to a minute."""

    def __init__(self, what: str, *, every_s: float, clock: Callable[[], float]) -> None:
        self._what = what
        self._every_s = every_s
        self._clock = clock
        self._next_at = clock()
        self._failures = 0

    @property
    def is_due(self) -> bool:
        return self._clock() >= self._next_at

    @contextmanager
    def attempt(self) -> Iterator[None]:
        """Swallows EcsWouldNot, after it is logged: whoever talks has no part in it."""
        try:
            yield
        except EcsWouldNot as error:
            wait_s = min(FIRST_WAIT_S * 2**self._failures, LONGEST_WAIT_S)
            self._failures += 1
            logger.warning(
                "ECS did not answer as wanted", extra={"asked": self._what, "code": error.code, "again_in_s": wait_s}
            )
            self._next_at = self._clock() + wait_s
        else:
            self._failures = 0
            self._next_at = self._clock() + self._every_s
