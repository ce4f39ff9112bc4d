from collections.abc import Sequence
from typing import Protocol

from echosphere.domain.span_line import SpanLine


class SpanExporter(Protocol):
    @property
    def name(self) -> str:
        """The word by which a stage chooses it."""
        ...

    def export(self, spans: Sequence[SpanLine]) -> int:
        """All of them or none. Returns how many the other side threw away. Raises TracesUnavailable, TracesRefused."""
        ...
