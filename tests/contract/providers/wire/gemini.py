"""Gemini's streamGenerateContent, as server-sent events."""

import json

from aiohttp import web

from tests.contract.providers.wire.answers import caller, give
from tests.contract.providers.wire.script import Fault, Script

KINDS = {Fault.THROTTLE: "RESOURCE_EXHAUSTED", Fault.BROKEN: "INTERNAL", Fault.REFUSED: "PERMISSION_DENIED"}


def routes(script: Script) -> list[web.RouteDef]:
    async def generate(request: web.Request) -> web.StreamResponse:
        async with script.call(caller(request)):
            script.requests.append({**await request.json(), "model": request.match_info["model"]})
            if script.status is not None and script.fault is not None:
                error = {"code": script.status, "message": "no", "status": KINDS[script.fault]}
                return web.json_response({"error": error}, status=script.status)
            return await give(request, script, _answer(script), {"Content-Type": "text/event-stream"})

    return [web.post("/gemini/v1/models/{model}:streamGenerateContent", generate)]


def _answer(script: Script) -> list[bytes]:
    usage = {"promptTokenCount": 5, "candidatesTokenCount": 3, "totalTokenCount": 8}
    *_, last = range(len(script.words))
    return [
        _event(word, {"finishReason": "STOP"} if number == last else {}, usage if number == last else {})
        for number, word in enumerate(script.words)
    ]


def _event(text: str, end: dict[str, str], usage: dict[str, int]) -> bytes:
    candidate = {"content": {"role": "model", "parts": [{"text": text}]}, "index": 0, **end}
    body = {"candidates": [candidate], "modelVersion": "m", **({"usageMetadata": usage} if usage else {})}
    return f"data: {json.dumps(body)}\r\n\r\n".encode()
