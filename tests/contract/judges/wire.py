"""Bedrock's Converse and OpenAI's chat completions on loopback, both with one mind behind them."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from tests.contract.providers.wire.amazon import ERRORS, REQUEST_ID
from tests.contract.providers.wire.script import NEVER_S, STATUS, Fault, Script

NOTHING = None  # the model talks instead of calling its tool


@dataclass
class Mind:
    """`answers` are given in turn, the last one for ever; each is made of what the model was told."""

    answers: Sequence[Callable[[str], object]]
    fault: Fault | None = None
    systems: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    requests: list[dict[str, Any]] = field(default_factory=list)

    def answer(self, system: str, told: str, request: dict[str, Any]) -> object:
        self.systems.append(system)
        self.told.append(told)
        self.requests.append(request)
        return self.answers[min(len(self.told), len(self.answers)) - 1](told)


def routes(mind: Mind) -> list[web.RouteDef]:
    async def converse(request: web.Request) -> web.StreamResponse:
        asked = await request.json()
        if (refusal := await _refusal(mind)) is not None:
            return refusal
        (spoken,) = asked["messages"]
        told = "\n\n".join(block["text"] for block in spoken["content"])
        arguments = mind.answer(asked["system"][0]["text"], told, {**asked, "model": request.match_info["model"]})
        tool = asked["toolConfig"]["toolChoice"]["tool"]["name"]
        call = {"toolUse": {"toolUseId": "call-1", "name": tool, "input": arguments}}
        content = [{"text": "I think so."}, *([call] if arguments is not NOTHING else [])]
        return web.json_response(
            {
                "output": {"message": {"role": "assistant", "content": content}},
                "stopReason": "tool_use" if arguments is not NOTHING else "end_turn",
                "usage": {"inputTokens": 900, "outputTokens": 80, "totalTokens": 980},
                "metrics": {"latencyMs": 12},
            },
            headers=REQUEST_ID,
        )

    async def chat(request: web.Request) -> web.StreamResponse:
        asked = await request.json()
        if (refusal := await _refusal(mind)) is not None:
            return refusal
        system, user = asked["messages"]
        arguments = mind.answer(system["content"], user["content"], {**asked, "key": request.headers["Authorization"]})
        return web.json_response(completion(arguments, tool=asked["tool_choice"]["function"]["name"]))

    return [web.post("/model/{model}/converse", converse), web.post("/openai/v1/chat/completions", chat)]


def completion(arguments: object, *, tool: str) -> dict[str, Any]:
    """As OpenAI answers it."""
    call = {"id": "call-1", "type": "function", "function": {"name": tool, "arguments": json.dumps(arguments)}}
    message: dict[str, Any] = {"role": "assistant", "content": "I think so.", "tool_calls": [call]}
    if arguments is NOTHING:
        del message["tool_calls"]
    usage = {"prompt_tokens": 900, "completion_tokens": 80, "total_tokens": 980}
    choice = {"index": 0, "finish_reason": "tool_calls", "message": message}
    return {"id": "one", "object": "chat.completion", "choices": [choice], "usage": usage}


async def _refusal(mind: Mind) -> web.Response | None:
    if mind.fault is Fault.SILENCE:
        await Script(fault=Fault.SILENCE, delay_s=NEVER_S).first()
    if mind.fault is None:
        return None
    headers = {**REQUEST_ID, "x-amzn-ErrorType": ERRORS.get(mind.fault, "AccessDeniedException")}
    return web.json_response({"message": "no"}, status=STATUS[mind.fault], headers=headers)
