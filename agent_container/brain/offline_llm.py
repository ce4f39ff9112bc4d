"""The offline brain as LiveKit's LLM: it streams its answer word by word, as a language model would."""

import re
from typing import Any

from livekit.agents import APIConnectOptions, llm, utils
from livekit.agents.types import DEFAULT_API_CONNECT_OPTIONS, NOT_GIVEN, NotGivenOr

from echosphere.domain.language import Language


class OfflineBrain(llm.LLM[str]):
    def __init__(self, language: Language) -> None:
        super().__init__()
        self.language = language

    @property
    def provider(self) -> str:
        return "offline"

    def chat(
        self,
        *,
        chat_ctx: llm.ChatContext,
        tools: list[llm.Tool] | None = None,
        conn_options: APIConnectOptions = DEFAULT_API_CONNECT_OPTIONS,
        parallel_tool_calls: NotGivenOr[bool] = NOT_GIVEN,
        tool_choice: NotGivenOr[llm.ToolChoice] = NOT_GIVEN,
        extra_kwargs: NotGivenOr[dict[str, Any]] = NOT_GIVEN,
    ) -> llm.LLMStream:
        return _Answering(self, chat_ctx=chat_ctx, tools=tools or [], conn_options=conn_options)


class _Answering(llm.LLMStream):
    async def _run(self) -> None:
        answer = "I heard you."
        for piece in re.findall(r"\S+\s*|\s+", answer):
            self._event_ch.send_nowait(
                llm.ChatChunk(id=utils.shortuuid(), delta=llm.ChoiceDelta(role="assistant", content=piece))
            )
