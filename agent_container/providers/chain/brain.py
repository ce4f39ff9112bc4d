"""Several brains as one."""

import asyncio
from collections.abc import AsyncIterable
from dataclasses import dataclass, replace
from typing import ClassVar

from livekit.agents import APIConnectionError, APIConnectOptions, llm
from livekit.agents.types import DEFAULT_API_CONNECT_OPTIONS, NOT_GIVEN, NotGivenOr

from agent_container.providers.chain.chained import Chained
from agent_container.providers.chain.links import FAILURES, Link, Links, nobody_left


@dataclass(frozen=True, slots=True)
class _Wishes:
    parallel_tool_calls: NotGivenOr[bool]
    tool_choice: NotGivenOr[llm.ToolChoice]
    extra_kwargs: NotGivenOr[dict[str, object]]


class ChainedBrain(Chained[llm.LLM[str]], llm.LLM[str]):
    def __init__(self, links: Links[llm.LLM[str]]) -> None:
        super().__init__()
        self._chain(links, emit=self.emit)

    def chat(
        self,
        *,
        chat_ctx: llm.ChatContext,
        tools: list[llm.Tool] | None = None,
        conn_options: APIConnectOptions = DEFAULT_API_CONNECT_OPTIONS,
        parallel_tool_calls: NotGivenOr[bool] = NOT_GIVEN,
        tool_choice: NotGivenOr[llm.ToolChoice] = NOT_GIVEN,
        extra_kwargs: NotGivenOr[dict[str, object]] = NOT_GIVEN,
    ) -> llm.LLMStream:
        wishes = _Wishes(parallel_tool_calls, tool_choice, extra_kwargs)
        return _Answer(self, chat_ctx=chat_ctx, tools=tools or [], conn_options=conn_options, wishes=wishes)

    def prewarm(self, *, loop: asyncio.AbstractEventLoop | None = None) -> None:
        """The first alone: the others are not expected to be asked."""
        self.links.serving.made.prewarm(loop=loop)


class _Answer(llm.LLMStream):
    # As LiveKit's own adapter names them: the spans of who answered stand below this one.
    _llm_request_span_name: ClassVar[str] = "llm_fallback_adapter"
    _llm_attempt_span_name: ClassVar[str | None] = None
    _genai_operation_name: ClassVar[str | None] = None

    def __init__(
        self,
        brain: ChainedBrain,
        *,
        chat_ctx: llm.ChatContext,
        tools: list[llm.Tool],
        conn_options: APIConnectOptions,
        wishes: _Wishes,
    ) -> None:
        super().__init__(brain, chat_ctx=chat_ctx, tools=tools, conn_options=conn_options)
        self._links = brain.links
        self._wishes = wishes
        self._has_begun = False

    async def _run(self) -> None:
        failed: list[Link[llm.LLM[str]]] = []
        while (link := self._links.next(without=failed)) is not None:
            try:
                await self._ask(link)
            except FAILURES as error:
                self._links.failed(link, error)
                failed.append(link)
                if self._has_begun:  # its beginning is being said; another's answer would begin anew
                    raise APIConnectionError("the answer broke off", retryable=False) from error
            else:
                self._links.succeeded(link)
                return
        raise nobody_left("brain")

    async def _ask(self, link: Link[llm.LLM[str]]) -> None:
        patience_s = self._links.patience_s(link)
        asked = link.made.chat(
            chat_ctx=self._chat_ctx,
            tools=self._tools,
            conn_options=replace(self._conn_options, max_retry=0, timeout=patience_s),
            parallel_tool_calls=self._wishes.parallel_tool_calls,
            tool_choice=self._wishes.tool_choice,
            extra_kwargs=self._wishes.extra_kwargs,
        )
        async with asked as answer, asyncio.timeout(patience_s) as patience:
            async for chunk in answer:
                self._has_begun = self._has_begun or chunk.has_response()
                self._event_ch.send_nowait(chunk)
                patience.reschedule(asyncio.get_running_loop().time() + self._links.patience.stall_s)

    async def _metrics_monitor_task(self, event_aiter: AsyncIterable[llm.ChatChunk]) -> None:
        """Who answered measures, and `ChainedBrain` passes it on."""
        async for _ in event_aiter:
            pass
