"""LiveKit's Agent for one talk: where its answers and its voice pass through our hands."""

from collections.abc import AsyncGenerator

from livekit.agents import Agent, FlushSentinel, ModelSettings, llm

from agent_container.patient_answer import patient_answer
from agent_container.talk import Talk


class TalkingAgent(Agent):
    def __init__(self, talk: Talk, chat_ctx: llm.ChatContext) -> None:
        super().__init__(instructions=talk.words("instructions"), chat_ctx=chat_ctx)
        self._talk = talk

    async def llm_node(
        self, chat_ctx: llm.ChatContext, tools: list[llm.Tool], model_settings: ModelSettings
    ) -> AsyncGenerator[llm.ChatChunk | str | FlushSentinel]:
        answer = patient_answer(
            lambda: Agent.default.llm_node(self, chat_ctx, tools, model_settings),
            words=self._talk.words,
            faults=self._talk.faults,
        )
        async for piece in answer:
            yield piece
