"""LiveKit's Agent for one talk: where its answers and its voice pass through our hands."""

from collections.abc import AsyncGenerator, AsyncIterable

from livekit import rtc
from livekit.agents import Agent, FlushSentinel, ModelSettings, llm, stt

from agent_container.connections import CONNECTIONS
from agent_container.patient_answer import WHILE_WAITING, patient_answer
from agent_container.persona_words import instructions_of
from agent_container.speech.sentences import sentences
from agent_container.speech.speak import speak
from agent_container.stages import Run
from agent_container.talk import Talk
from echosphere.domain.language_of import language_of
from echosphere.domain.turn import Incident


class TalkingAgent(Agent):
    def __init__(self, talk: Talk, chat_ctx: llm.ChatContext) -> None:
        super().__init__(instructions=instructions_of(talk.persona, talk.language), chat_ctx=chat_ctx)
        self._talk = talk

    def stt_node(
        self, audio: AsyncIterable[rtc.AudioFrame], model_settings: ModelSettings
    ) -> AsyncIterable[stt.SpeechEvent | str]:
        return Agent.default.stt_node(self, self._talk.stages.hear(audio), model_settings)

    async def llm_node(
        self, chat_ctx: llm.ChatContext, tools: list[llm.Tool], model_settings: ModelSettings
    ) -> AsyncGenerator[llm.ChatChunk | str | FlushSentinel]:
        """In the language of the question, where the persona speaks it, by whoever knows it."""
        self._talk.follow(language_of(_last_question(chat_ctx), otherwise=self._talk.language))
        answer = patient_answer(
            lambda: self._ask(chat_ctx, tools, model_settings), words=self._words_of_need, faults=self._talk.faults
        )
        async for piece in answer:
            yield piece

    async def tts_node(self, text: AsyncIterable[str], model_settings: ModelSettings) -> AsyncGenerator[rtc.AudioFrame]:
        talk = self._talk
        connection = CONNECTIONS.tts_conn_options
        voicing = Run()
        said = talk.stages.read(sentences(text), voicing)
        async for frame in speak(said, talk.voice, language=talk.language, connection=connection):
            voicing.take(frame)
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
            async for chunk in self._talk.stages.think(stream):
                yield chunk

    def _words_of_need(self, prompt: str) -> str:
        """Which of them were said is one of the talk's figures."""
        self._talk.stages.note(Incident.ANNOUNCED if prompt in WHILE_WAITING else Incident.APOLOGISED)
        return self._talk.words(prompt)


def _last_question(chat_ctx: llm.ChatContext) -> str:
    asked = [message.text_content for message in chat_ctx.messages() if message.role == "user"]
    return asked[-1] or "" if asked else ""
