"""What a function wrote down of its work, on its way to whoever keeps traces."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class SpanLine:
    """`span` is one span as OTLP writes it in JSON (ids in hex, times in nanoseconds as text)."""

    service: str
    span: dict[str, Any]
