"""The one address of LiveKit's API: Egress calls are answered here, all else is the real server's.

A connection is looked at message by message, so one that is kept alive may carry both. Once it is upgraded to a web
socket it is the server's until its end.
"""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress

from local.egress.http_head import WITHOUT_BODY, Head, NotHttp, read_head
from local.egress.twirp import PREFIX, Answer, Call

Connection = tuple[asyncio.StreamReader, asyncio.StreamWriter]
PIECE = 64 * 1024
LONGEST_BODY = 1024 * 1024
BAD_REQUEST = b"HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"
UNAVAILABLE = b"HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"


class Front:
    """`server` is the real server's host and port."""

    def __init__(self, answer: Callable[[Call], Awaitable[Answer]], server: tuple[str, int]) -> None:
        self._answer = answer
        self._server = server

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One client's connection, until either side ends it."""
        behind: Connection | None = None
        try:
            while head := await read_head(reader):
                if is_egress(head):
                    goes_on = await self._answer_here(head, reader, writer)
                else:
                    behind = behind or await asyncio.open_connection(*self._server, limit=PIECE)
                    goes_on = await _pass_on(head, (reader, writer), behind)
                if not goes_on:
                    break
        except (NotHttp, asyncio.LimitOverrunError):
            writer.write(BAD_REQUEST)
        except asyncio.IncompleteReadError:
            pass  # either side went away in the middle of a message; the other learns of it by the close
        except OSError:
            writer.write(UNAVAILABLE)
        finally:
            for it in (writer, behind[1] if behind else None):
                if it:
                    await _close(it)

    async def _answer_here(self, head: Head, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        length = head.length or 0
        if head.is_chunked or length > LONGEST_BODY:
            raise NotHttp
        body = await reader.readexactly(length)
        path, _, query = head.first_line[1].partition("?")
        answer = await self._answer(
            Call(verb=head.first_line[0], path=path, query=query, headers=head.headers, body=body)
        )
        lines = [
            f"HTTP/1.1 {answer.status.value} {answer.status.phrase}",
            f"Content-Type: {answer.content_type}",
            f"Content-Length: {len(answer.body)}",
            *(["Connection: close"] if head.is_last else []),
        ]
        writer.write("\r\n".join([*lines, "", ""]).encode() + answer.body)
        await writer.drain()
        return not head.is_last


def is_egress(head: Head) -> bool:
    return head.first_line[1].startswith(PREFIX)


async def _pass_on(request: Head, client: Connection, server: Connection) -> bool:
    """Answers whether the connection may carry another request."""
    if request.asks_for_upgrade or "expect" in request.headers:
        # It waits for an answer before its body ends; so this is the last that the connection carries.
        server[1].write(request.raw if request.asks_for_upgrade else request.as_last())
        await _splice(client, server)
        return False
    server[1].write(request.raw)
    await _copy_body(request, client[0], server[1], otherwise=0)
    while (answer := await read_head(server[0])) and answer.first_line[1].startswith("1"):
        client[1].write(answer.raw)
    if answer is None:
        raise ConnectionResetError
    client[1].write(answer.raw)
    if request.first_line[0] == "HEAD" or answer.first_line[1] in WITHOUT_BODY:
        await client[1].drain()
    else:
        await _copy_body(answer, server[0], client[1], otherwise=None)
    return not (request.is_last or answer.is_last or answer.ends_with_the_connection)


async def _splice(client: Connection, server: Connection) -> None:
    """Until one side has ended: half an upgraded connection is of no use to the other."""
    ways = {
        asyncio.create_task(_copy_all(client[0], server[1])),
        asyncio.create_task(_copy_all(server[0], client[1])),
    }
    _, open_ways = await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
    for way in open_ways:
        way.cancel()
    await asyncio.gather(*ways, return_exceptions=True)


async def _copy_all(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    while piece := await reader.read(PIECE):
        writer.write(piece)
        await writer.drain()


async def _copy_body(
    head: Head, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, *, otherwise: int | None
) -> None:
    """`otherwise`: its length when nothing tells it; None: until the end of the connection."""
    length = otherwise if head.length is None else head.length
    if head.is_chunked:
        await _copy_chunks(reader, writer)
    elif length is None:
        await _copy_all(reader, writer)
    else:
        await _copy(reader, writer, length)


async def _copy_chunks(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """As they come (RFC 9112, 7.1): size, bytes and line end of each; then trailers and an empty line."""
    size = -1
    while size:
        line = await reader.readuntil(b"\r\n")
        writer.write(line)
        try:
            size = int(line.split(b";")[0], 16)
        except ValueError as error:
            raise NotHttp from error
        await _copy(reader, writer, size + len(b"\r\n") if size else 0)
    while (line := await reader.readuntil(b"\r\n")) != b"\r\n":
        writer.write(line)
    writer.write(line)
    await writer.drain()


async def _copy(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, length: int) -> None:
    while length:
        piece = await reader.read(min(length, PIECE))
        if not piece:
            raise asyncio.IncompleteReadError(b"", length)
        writer.write(piece)
        length -= len(piece)
    await writer.drain()


async def _close(writer: asyncio.StreamWriter) -> None:
    writer.close()
    with suppress(OSError):
        await writer.wait_closed()
