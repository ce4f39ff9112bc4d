"""Chat completions as OpenAI and all who speak as it does (Ollama, vLLM, Groq …) serve them, forced to one tool."""

import json
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

import httpx2

from echosphere.adapters.judges.model.chat_model import MAX_ANSWER_TOKENS, ToolAnswer
from echosphere.adapters.judges.model.schema import TOOL, TOOL_DESCRIPTION
from echosphere.domain.errors import JudgeRefused, JudgeUnavailable
from echosphere.domain.usage import Part, Use

OPENAI, PROVIDER = "https://api.openai.com/v1", "openai"
# A model on a laptop's processor takes its time.
PATIENCE = httpx2.Timeout(30.0, connect=2.0)
# Of a whole answer: the patience of a read begins anew with each byte, and the function has five minutes for all.
LONGEST_ANSWER_S = 32.0
# Of what is counted in one answer. Who says more, or less than nothing, does not know how to count.
MOST_TOKENS = 10_000_000
PASSING = frozenset({HTTPStatus.REQUEST_TIMEOUT, HTTPStatus.CONFLICT, HTTPStatus.TOO_MANY_REQUESTS})


@dataclass(frozen=True)
class OpenAIModel:
    """`client` knows the address and the key. `provider`: who is paid for it."""

    client: httpx2.Client
    name: str
    provider: str

    def call_tool(self, *, system: str, said: Sequence[str], schema: Mapping[str, Any]) -> ToolAnswer:
        function = {"name": TOOL, "description": TOOL_DESCRIPTION, "parameters": schema}
        # The newer name is OpenAI's; servers that are compatible know the older one, and some refuse the newer.
        longest = "max_completion_tokens" if self.provider == PROVIDER else "max_tokens"
        return _read(
            self._post(
                {
                    "model": self.name,
                    "temperature": 0,
                    longest: MAX_ANSWER_TOKENS,
                    "messages": [
                        {"role": "system", "content": system},
                        # One message, since the templates of some models refuse two of one side in a row.
                        {"role": "user", "content": "\n\n".join(said)},
                    ],
                    "tools": [{"type": "function", "function": function}],
                    "tool_choice": {"type": "function", "function": {"name": TOOL}},
                }
            ),
            self,
        )

    def _post(self, body: Mapping[str, Any]) -> Any:  # noqa: ANN401  # foreign JSON, narrowed by _read
        try:
            with self.client.stream("POST", "chat/completions", json=body) as answer:
                said = _whole(answer, until_s=time.monotonic() + LONGEST_ANSWER_S)
        except httpx2.RequestError as error:  # a body that cannot be unpacked is one of them
            raise JudgeUnavailable from error
        if answer.status_code in PASSING or answer.is_server_error:
            raise JudgeUnavailable
        if not answer.is_success:
            raise JudgeRefused(str(answer.status_code))
        try:
            return json.loads(said)
        except (ValueError, RecursionError) as error:
            raise JudgeUnavailable from error


def open_client(address: str, *, key: Callable[[], str] | None = None) -> httpx2.Client:
    """`key` is asked for with each request, so a new one is known, and one that cannot be read is a judge away; a
    server of one's own may want none."""

    def sign(request: httpx2.Request) -> httpx2.Request:
        if key:
            request.headers["Authorization"] = f"Bearer {key()}"
        return request

    return httpx2.Client(base_url=address, auth=sign, timeout=PATIENCE)


def _whole(answer: httpx2.Response, *, until_s: float) -> bytes:
    """Raises JudgeUnavailable of one that comes by drops, RequestError."""
    said = bytearray()
    for piece in answer.iter_bytes():
        said += piece
        if time.monotonic() > until_s:
            raise JudgeUnavailable
    return bytes(said)


def _read(answer: Any, model: OpenAIModel) -> ToolAnswer:  # noqa: ANN401  # foreign JSON
    """Whatever has not the promised form is no call."""
    try:
        calls = answer["choices"][0]["message"].get("tool_calls") or []
        arguments = next((each["function"]["arguments"] for each in calls if each["function"]["name"] == TOOL), None)
        # As text by the protocol; some servers give the object itself.
        read = json.loads(arguments) if isinstance(arguments, str) else arguments
    except (KeyError, IndexError, TypeError, AttributeError, ValueError, RecursionError):
        read = None
    tokens_in, tokens_out = _tokens(answer)
    use = Use(part=Part.JUDGE, provider=model.provider, model=model.name, tokens_in=tokens_in, tokens_out=tokens_out)
    return ToolAnswer(arguments=read, use=use)


def _tokens(answer: Any) -> tuple[int, int]:  # noqa: ANN401  # foreign JSON
    """In, out; none where the server does not count, or tells no number."""
    usage = answer.get("usage") if isinstance(answer, dict) else None
    if not isinstance(usage, dict):
        return 0, 0
    return _count(usage.get("prompt_tokens")), _count(usage.get("completion_tokens"))


def _count(told: object) -> int:
    return told if isinstance(told, int) and 0 <= told <= MOST_TOKENS else 0
