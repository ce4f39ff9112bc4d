"""What the three chains share: their links in order, who may be asked, and who serves."""

import logging
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field

from livekit.agents import APIConnectionError, APIError, APIStatusError

from agent_container.provider_settings import Part, ProviderName
from agent_container.providers.chain.breaker import Breaker

logger = logging.getLogger(__name__)

# How a provider fails: LiveKit's own tree, silence, and a network that is not there.
FAILURES = (APIError, TimeoutError, OSError)


@dataclass(frozen=True, slots=True)
class Patience:
    first_s: float = 2.5
    """Until the first piece, while somebody else could give it: with the next one's time below 5 s of silence."""
    last_s: float = 15.0
    """Nobody comes after the last, and a model on a laptop takes long for its first word."""
    stall_s: float = 5.0
    """Between two pieces of what has begun."""
    deaf_s: float = 2.5
    """From an utterance's end to its first word. Transcribe's slowest of a hundred takes 1.9 s to its last, and the
    next one's words are to come before the talk asks for them again (`never_dead_air.NOT_HEARD_S`)."""


PATIENCE = Patience()


@dataclass(frozen=True, slots=True, eq=False)
class Link[Made]:
    name: ProviderName
    made: Made
    breaker: Breaker = field(default_factory=Breaker)


class Links[Made]:
    def __init__(
        self,
        part: Part,
        links: Sequence[Link[Made]],
        *,
        patience: Patience = PATIENCE,
        tell: Callable[[], None] = lambda: None,
    ) -> None:
        """`tell` is called when another serves than before."""
        self.patience = patience
        self._tell = tell
        self._part = part
        self._links = tuple(links)
        self._serving = self._links[0]

    def __iter__(self) -> Iterator[Link[Made]]:
        return iter(self._links)

    def __len__(self) -> int:
        return len(self._links)

    @property
    def serving(self) -> Link[Made]:
        return self._serving

    def next(self, *, without: Collection[Link[Made]]) -> Link[Made] | None:
        """The first that may be asked. When no breaker lets through, the first all the same: silence is no better."""
        left = [link for link in self._links if link not in without]
        return next((link for link in left if link.breaker.let_through()), left[0] if left else None)

    def has_better_than(self, link: Link[Made]) -> bool:
        before = self._links[: self._links.index(link)]
        return any(each.breaker.would_let_through() for each in before)

    def patience_s(self, link: Link[Made]) -> float:
        return self.patience.last_s if link is self._links[-1] else self.patience.first_s

    def succeeded(self, link: Link[Made]) -> None:
        link.breaker.succeeded()
        if link is not self._serving:
            self._serving = link
            logger.info("another provider serves", extra={"part": self._part, "provider": link.name})
            self._tell()

    def failed(self, link: Link[Made], error: Exception) -> None:
        """Only what kind of error it was: its text may hold what somebody said."""
        link.breaker.failed(error)
        status = error.status_code if isinstance(error, APIStatusError) else None
        what = {"part": self._part, "provider": link.name, "error": type(error).__name__, "status": status}
        logger.warning("a provider failed", extra=what)


def nobody_left(part: Part) -> APIConnectionError:
    return APIConnectionError(f"nobody in the chain of {part} answered")
