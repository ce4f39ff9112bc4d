"""OpenAI's chat completions, speech and transcriptions, as the compatible servers speak them, and Ollama's list."""

import json

from aiohttp import web

from tests.contract.providers.wire.answers import caller, give, sound
from tests.contract.providers.wire.script import Script

SPEECH_HZ = 24_000
EVENTS = {"Content-Type": "text/event-stream"}


def routes(script: Script) -> list[web.RouteDef]:
    async def chat(request: web.Request) -> web.StreamResponse:
        async with script.call(caller(request)):
            script.requests.append(await request.json())
            return _refusal(script) or await give(request, script, _answer(script), EVENTS)

    async def speak(request: web.Request) -> web.StreamResponse:
        async with script.call(caller(request)):
            script.requests.append(await request.json())
            return _refusal(script) or await give(
                request, script, sound(script, rate=SPEECH_HZ), {"Content-Type": "audio/pcm"}
            )

    async def transcribe(request: web.Request) -> web.StreamResponse:
        async with script.call(caller(request)):
            form = await request.post()
            file = form["file"]
            assert isinstance(file, web.FileField)
            script.heard_bytes += len(file.file.read())
            script.requests.append({name: value for name, value in form.items() if name != "file"})
            if (refusal := _refusal(script)) is not None:
                return refusal
            pieces = [json.dumps({"text": script.text}).encode()]
            return await give(request, script, pieces, {"Content-Type": "application/json"})

    async def tags(_: web.Request) -> web.Response:
        return web.json_response({"models": [{"name": "llama3.2:latest"}, {"name": "qwen3:8b"}]})

    return [
        web.post("/openai/v1/chat/completions", chat),
        web.post("/openai/v1/audio/speech", speak),
        web.post("/openai/v1/audio/transcriptions", transcribe),
        web.get("/ollama/api/tags", tags),
        web.post("/ollama/v1/chat/completions", chat),
    ]


def _refusal(script: Script) -> web.Response | None:
    if script.status is None:
        return None
    return web.json_response(
        {"error": {"message": "no", "type": str(script.fault), "code": None}}, status=script.status
    )


def _answer(script: Script) -> list[bytes]:
    deltas: list[dict[str, object]] = [{"role": "assistant", "content": script.words[0]}]
    deltas += [{"content": word} for word in script.words[1:]]
    chunks = [_chunk([{"index": 0, "delta": delta, "finish_reason": None}]) for delta in deltas]
    usage = {"prompt_tokens": 5, "completion_tokens": 3, "total_tokens": 8}
    return [
        *chunks,
        _chunk([{"index": 0, "delta": {}, "finish_reason": "stop"}]),
        _chunk([], usage),
        b"data: [DONE]\n\n",
    ]


def _chunk(choices: list[dict[str, object]], usage: dict[str, int] | None = None) -> bytes:
    body = {
        "id": "one",
        "object": "chat.completion.chunk",
        "created": 1,
        "model": "m",
        "choices": choices,
        "usage": usage,
    }
    return f"data: {json.dumps(body)}\n\n".encode()
