"""ElevenLabs: a web socket that hears, and speech by HTTP."""

import base64
import json
from collections.abc import AsyncIterator

from aiohttp import web

from tests.contract.providers.wire.answers import caller, give, sound
from tests.contract.providers.wire.script import RATE, Fault, Script

SPEECH_HZ = 22_050
UNDERSTOOD_BYTES = RATE // 2 * 2


def routes(script: Script) -> list[web.RouteDef]:
    async def listen(request: web.Request) -> web.StreamResponse:
        async with script.call(caller(request)):
            script.requests.append(dict(request.query))
            if script.status is not None:
                return web.json_response({"detail": {"status": "no"}}, status=script.status)
            socket = web.WebSocketResponse()
            await socket.prepare(request)
            await socket.send_str(json.dumps({"message_type": "session_started", "session_id": "one", "config": {}}))
            async for said in _results(socket, script):
                await socket.send_str(json.dumps(said))
                if script.fault is Fault.CUT:
                    assert request.transport is not None
                    request.transport.abort()
            return socket

    async def speak(request: web.Request) -> web.StreamResponse:
        async with script.call(caller(request)):
            script.requests.append({**await request.json(), "voice": request.match_info["voice"]})
            if script.status is not None:
                return web.json_response({"detail": {"status": "no"}}, status=script.status)
            return await give(request, script, sound(script, rate=SPEECH_HZ), {"Content-Type": "audio/pcm"})

    return [
        web.get("/elevenlabs/speech-to-text/realtime", listen),
        web.post("/elevenlabs/text-to-speech/{voice}/stream", speak),
    ]


async def _results(socket: web.WebSocketResponse, script: Script) -> AsyncIterator[dict[str, object]]:
    said = 0
    async for message in socket:
        chunk = json.loads(message.data)
        script.heard_bytes += len(base64.b64decode(chunk["audio_base_64"]))
        while script.fault is not Fault.SILENCE and said < len(script.words) and _is_enough(script, said):
            said += 1
            kind = "committed_transcript" if said == len(script.words) else "partial_transcript"
            yield {"message_type": kind, "text": "".join(script.words[:said])}


def _is_enough(script: Script, said: int) -> bool:
    return script.heard_bytes >= UNDERSTOOD_BYTES * (said + 1) / len(script.words)
