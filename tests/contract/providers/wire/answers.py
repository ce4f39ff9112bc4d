"""How an HTTP stand-in gives its pieces: one by one, held, or broken off."""

from collections.abc import Iterable, Mapping

from aiohttp import web

from tests.contract.providers.wire.script import RATE, Fault, Script

WORD_S = 0.5
LOUDNESS = 3276  # a tenth of the loudest


def caller(request: web.Request) -> tuple[str, int]:
    assert request.transport is not None
    host, port, *_ = request.transport.get_extra_info("peername")
    return host, port


async def give(
    request: web.Request, script: Script, pieces: Iterable[bytes], headers: Mapping[str, str]
) -> web.StreamResponse:
    await script.first()
    answer = web.StreamResponse(headers=headers)
    await answer.prepare(request)
    for piece in pieces:
        await answer.write(piece)
        if script.fault is Fault.CUT:
            assert request.transport is not None
            request.transport.abort()
            return answer
        await script.go_on.wait()
    await answer.write_eof()
    return answer


def sound(script: Script, *, rate: int = RATE) -> list[bytes]:
    """int16, a piece for each word."""
    return [LOUDNESS.to_bytes(2, "little") * round(rate * WORD_S) for _ in script.words]
