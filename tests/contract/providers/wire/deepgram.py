"""Deepgram: a web socket that hears, and speech by HTTP."""

import json
from collections.abc import AsyncIterator

from aiohttp import WSMsgType, web

from tests.contract.providers.wire.answers import caller, give, sound
from tests.contract.providers.wire.script import RATE, Fault, Script

SPEECH_HZ = 24_000
UNDERSTOOD_BYTES = RATE // 2 * 2  # half a second


def routes(script: Script) -> list[web.RouteDef]:
    async def listen(request: web.Request) -> web.StreamResponse:
        async with script.call(caller(request)):
            script.requests.append(dict(request.query))
            if script.status is not None:
                return web.json_response({"err_code": "NO", "err_msg": "no"}, status=script.status)
            socket = web.WebSocketResponse()
            await socket.prepare(request)
            async for said in _results(socket, script):
                await socket.send_str(json.dumps(said))
                if script.fault is Fault.CUT:
                    assert request.transport is not None
                    request.transport.abort()
            return socket

    async def speak(request: web.Request) -> web.StreamResponse:
        async with script.call(caller(request)):
            script.requests.append({**await request.json(), **request.query})
            if script.status is not None:
                return web.json_response({"err_code": "NO", "err_msg": "no"}, status=script.status)
            return await give(request, script, sound(script, rate=SPEECH_HZ), {"Content-Type": "audio/l16"})

    return [web.get("/deepgram/listen", listen), web.post("/deepgram/speak", speak)]


async def _results(socket: web.WebSocketResponse, script: Script) -> AsyncIterator[dict[str, object]]:
    """Interim words while it hears, the last ones when enough was heard."""
    said = 0
    async for message in socket:
        if message.type is WSMsgType.BINARY:
            script.heard_bytes += len(message.data)
        elif json.loads(message.data)["type"] == "CloseStream":
            return
        while script.fault is not Fault.SILENCE and said < len(script.words) and _is_enough(script, said):
            said += 1
            yield _result("".join(script.words[:said]), is_final=said == len(script.words))


def _is_enough(script: Script, said: int) -> bool:
    return script.heard_bytes >= UNDERSTOOD_BYTES * (said + 1) / len(script.words)


def _result(text: str, *, is_final: bool) -> dict[str, object]:
    words = [{"word": "x", "start": 0.0, "end": 0.5, "confidence": 0.9}]
    return {
        "type": "Results",
        "channel_index": [0, 1],
        "start": 0.0,
        "duration": 0.5,
        "is_final": is_final,
        "speech_final": is_final,
        "channel": {"alternatives": [{"transcript": text, "confidence": 0.9, "words": words}]},
        "metadata": {"request_id": "one", "model_uuid": "m"},
    }
