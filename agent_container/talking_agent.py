"""LiveKit's Agent for one talk: where its answers and its voice pass through our hands."""

from collections.abc import AsyncGenerator, AsyncIterable

from livekit import rtc
from livekit.agents import Agent, FlushSentinel, ModelSettings, llm

from agent_container.connections import CONNECTIONS
from agent_container.patient_answer import patient_answer
from agent_container.persona_words import instructions_of
from agent_container.speech.sentences import sentences
from agent_container.speech.speak import speak
from agent_container.talk import Talk
from echosphere.domain.language_of import language_of


class TalkingAgent(Agent):
    def __init__(self, talk: Talk, chat_ctx: llm.ChatContext) -> None:
        super().__init__(instructions=instructions_of(talk.persona, talk.language), chat_ctx=chat_ctx)
        self._talk = talk

    async def llm_node(
        self, chat_ctx: llm.ChatContext, tools: list[llm.Tool], model_settings: ModelSettings
    ) -> AsyncGenerator[llm.ChatChunk | str | FlushSentinel]:
        """In the language of the question, where the persona speaks it, by whoever knows it."""
        self._talk.follow(language_of(_last_question(chat_ctx), otherwise=self._talk.language))
        answer = patient_answer(
            lambda: self._ask(chat_ctx, tools, model_settings), words=self._talk.words, faults=self._talk.faults
        )
        async for piece in answer:
            yield piece

    async def tts_node(self, text: AsyncIterable[str], model_settings: ModelSettings) -> AsyncGenerator[rtc.AudioFrame]:
        talk = self._talk
        connection = CONNECTIONS.tts_conn_options
        async for frame in speak(sentences(text), talk.voice, language=talk.language, connection=connection):
            yield frame

    async def _ask(
        self, chat_ctx: llm.ChatContext, tools: list[llm.Tool], model_settings: ModelSettings
    ) -> AsyncGenerator[llm.ChatChunk | str | FlushSentinel]:
        stream = self._talk.brain(self._talk.language).chat(
            chat_ctx=chat_ctx,
            tools=tools,
            tool_choice=model_settings.tool_choice,
            conn_options=CONNECTIONS.llm_conn_options,
        )
        async with stream:
            async for chunk in stream:
                yield chunk


def _last_question(chat_ctx: llm.ChatContext) -> str:
    asked = [message.text_content for message in chat_ctx.messages() if message.role == "user"]
    return asked[-1] or "" if asked else ""
