"""Where a piece of work stands in the trace of its talk, written as in W3C's Trace Context."""

import re
import secrets
from dataclasses import dataclass
from hashlib import sha256
from typing import Self

TRACE_BYTES, SPAN_BYTES = 16, 8
# Version, trace, parent, flags; what a later version appends is for those who know it.
_WRITTEN = re.compile(r"(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-[0-9a-f]{2}(-.*)?")
_SAMPLED = "01"


@dataclass(frozen=True, slots=True)
class TraceParent:
    """Lower-case hex: 32 digits for the trace, 16 for the span in it that all that follows belongs to."""

    trace_id: str
    span_id: str

    @classmethod
    def new(cls) -> Self:
        return cls(secrets.token_hex(TRACE_BYTES), secrets.token_hex(SPAN_BYTES))

    @classmethod
    def parse(cls, text: str | None) -> Self | None:
        """None for what is no trace context: whoever sent it only loses the connection to their own trace."""
        read = _WRITTEN.fullmatch(text or "")
        return cls(read[1], read[2]) if read else None

    def child(self) -> Self:
        """The place of one more span in the same trace."""
        return type(self)(self.trace_id, secrets.token_hex(SPAN_BYTES))

    def child_named(self, name: str) -> Self:
        """The same one for the same name, however often it is asked for."""
        return type(self)(self.trace_id, sha256(name.encode()).hexdigest()[: 2 * SPAN_BYTES])

    def __str__(self) -> str:
        return f"00-{self.trace_id}-{self.span_id}-{_SAMPLED}"
