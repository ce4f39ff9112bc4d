"""Bedrock's ConverseStream and Polly's SynthesizeSpeech."""

from aiohttp import web

from tests.contract.providers.wire.answers import caller, give, sound
from tests.contract.providers.wire.event_stream import event
from tests.contract.providers.wire.mp3 import as_mp3
from tests.contract.providers.wire.script import Fault, Script

REQUEST_ID = {"x-amzn-RequestId": "a-request"}
ERRORS = {Fault.THROTTLE: "ThrottlingException", Fault.BROKEN: "InternalServerException"}


def routes(script: Script) -> list[web.RouteDef]:
    async def converse(request: web.Request) -> web.StreamResponse:
        async with script.call(caller(request)):
            script.requests.append({**await request.json(), "model": request.match_info["model"]})
            return _refusal(script) or await give(
                request, script, _answer(script), {"Content-Type": "application/vnd.amazon.eventstream", **REQUEST_ID}
            )

    async def speak(request: web.Request) -> web.StreamResponse:
        async with script.call(caller(request)):
            asked = await request.json()
            script.requests.append(asked)
            rate = int(asked["SampleRate"])
            is_mp3 = asked["OutputFormat"] == "mp3"
            pieces = as_mp3(tuple(sound(script, rate=rate)), rate=rate) if is_mp3 else sound(script, rate=rate)
            kind = "audio/mpeg" if is_mp3 else "audio/pcm"
            return _refusal(script) or await give(request, script, pieces, {"Content-Type": kind, **REQUEST_ID})

    return [web.post("/model/{model}/converse-stream", converse), web.post("/v1/speech", speak)]


def _refusal(script: Script) -> web.Response | None:
    if script.status is None or script.fault is None:
        return None
    kind = ERRORS.get(script.fault, "AccessDeniedException")
    headers = {**REQUEST_ID, "x-amzn-ErrorType": kind}
    return web.json_response({"message": "no"}, status=script.status, headers=headers)


def _answer(script: Script) -> list[bytes]:
    pieces = [event("messageStart", {"role": "assistant"})] if script.fault is not Fault.CUT else []
    pieces += [event("contentBlockDelta", {"contentBlockIndex": 0, "delta": {"text": word}}) for word in script.words]
    pieces += [event("contentBlockStop", {"contentBlockIndex": 0}), event("messageStop", {"stopReason": "end_turn"})]
    usage = {"inputTokens": 5, "outputTokens": 3, "totalTokens": 8}
    return [b"".join(pieces[:2]), *pieces[2:], event("metadata", {"usage": usage, "metrics": {"latencyMs": 12}})]
