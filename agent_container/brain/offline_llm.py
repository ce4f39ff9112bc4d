"""The offline brain as LiveKit's LLM. It streams its answer word by word, as a language model would."""

import re
from datetime import UTC, datetime
from typing import Any

from livekit.agents import APIConnectOptions, llm, utils
from livekit.agents.types import DEFAULT_API_CONNECT_OPTIONS, NOT_GIVEN, NotGivenOr

from agent_container.brain.brain import Brain
from agent_container.brain.question import Question, Said
from agent_container.bridge import Bridge
from agent_container.tools_used import found_by

WORDS = re.compile(r"\S+\s*")


class OfflineBrain(llm.LLM[str]):
    def __init__(self, brain: Brain, thinking: Bridge) -> None:
        """An answer takes up to 0.3 s on a busy machine: it is found on `thinking`, and the voice goes on meanwhile."""
        super().__init__()
        self.brain = brain
        self.thinking = thinking

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
        assert isinstance(self._llm, OfflineBrain)
        brain = self._llm.brain
        found = await self._llm.thinking.run(brain.find, question_in(self._chat_ctx, brain))
        answer, extra = found.text, found_by(found.skill, result=found.result)
        for word in WORDS.findall(answer):
            delta = llm.ChoiceDelta(role="assistant", content=word, extra=extra)
            self._event_ch.send_nowait(llm.ChatChunk(id=utils.shortuuid(), delta=delta))
        asked = sum(tokens_in(message.text_content or "") for message in self._chat_ctx.messages())
        usage = llm.CompletionUsage(
            prompt_tokens=asked, completion_tokens=tokens_in(answer), total_tokens=asked + tokens_in(answer)
        )
        self._event_ch.send_nowait(llm.ChatChunk(id=utils.shortuuid(), usage=usage))


def tokens_in(text: str) -> int:
    """About as many as a language model would count: four letters of an alphabet make one, a Japanese sign is one."""
    return sum(1 for sign in text if not sign.isascii()) + -(-sum(1 for sign in text if sign.isascii()) // 4)


def question_in(chat_ctx: llm.ChatContext, brain: Brain) -> Question:
    """The last thing that the person said, and all that was said before it."""
    messages = [item for item in chat_ctx.items if isinstance(item, llm.ChatMessage) and item.text_content]
    asked = max((number for number, message in enumerate(messages) if message.role == "user"), default=-1)
    return Question(
        text=messages[asked].text_content or "" if asked >= 0 else "",
        language=brain.language,
        now=datetime.now().astimezone(),
        said_before=tuple(said for message in messages[: max(asked, 0)] if (said := _said(message))),
    )


def _said(message: llm.ChatMessage) -> Said | None:
    if message.role not in ("user", "assistant"):
        return None
    at = datetime.fromtimestamp(message.created_at, UTC)
    return Said("user" if message.role == "user" else "assistant", message.text_content or "", at)
