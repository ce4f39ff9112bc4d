"""The head of an HTTP/1.1 message: as much as is needed to know whose it is and where it ends."""

import asyncio
from dataclasses import dataclass

END = b"\r\n\r\n"
WITHOUT_BODY = {"204", "304"}


class NotHttp(Exception):
    """What came is no head of HTTP/1.x."""


@dataclass(frozen=True)
class Head:
    """A request's, or an answer's. `first_line` in its three words; header names in small letters, their last value."""

    raw: bytes
    first_line: tuple[str, str, str]
    headers: dict[str, str]

    @property
    def length(self) -> int | None:
        """Bytes of the body; None when nothing tells beforehand."""
        written = self.headers.get("content-length")
        return int(written) if written is not None and written.isdigit() else None

    @property
    def is_chunked(self) -> bool:
        return "chunked" in self.headers.get("transfer-encoding", "").lower()

    @property
    def ends_with_the_connection(self) -> bool:
        """Of an answer: its body has no other end."""
        return self.length is None and not self.is_chunked and self.first_line[1] not in WITHOUT_BODY

    def as_last(self) -> bytes:
        """Asks the server to close when it has answered, so that the client sends nothing more."""
        lines = self.raw.removesuffix(END).split(b"\r\n")
        kept = [line for line in lines if not line.lower().startswith(b"connection:")]
        return b"\r\n".join([*kept, b"Connection: close"]) + END

    @property
    def is_last(self) -> bool:
        return "close" in self._connection or self.first_line[0] == "HTTP/1.0" or self.first_line[2] == "HTTP/1.0"

    @property
    def asks_for_upgrade(self) -> bool:
        return "upgrade" in self._connection

    @property
    def _connection(self) -> str:
        return self.headers.get("connection", "").lower()


async def read_head(reader: asyncio.StreamReader) -> Head | None:
    """None when the other side has closed. Raises NotHttp."""
    try:
        raw = await reader.readuntil(END)
    except asyncio.IncompleteReadError as error:
        if error.partial:
            raise NotHttp from error
        return None
    except asyncio.LimitOverrunError as error:
        raise NotHttp from error
    first, *lines = raw.decode("latin-1").removesuffix("\r\n\r\n").split("\r\n")
    words = first.split(" ", 2)
    if len(words) < 3:  # noqa: PLR2004  # verb, target, version; or version, status, reason
        raise NotHttp
    pairs = (line.partition(":") for line in lines)
    return Head(raw, (words[0], words[1], words[2]), {name.strip().lower(): value.strip() for name, _, value in pairs})
