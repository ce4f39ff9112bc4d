"""One stream through a chain of ears: from ear to ear when one fails, and back when a better one may be asked again."""

import asyncio
from collections.abc import AsyncIterable
from dataclasses import replace

from livekit import rtc
from livekit.agents import APIConnectionError, APIConnectOptions, stt, utils, vad

from agent_container.providers.chain.links import FAILURES, Link, Links, nobody_left
from agent_container.providers.chain.unheard import Unheard

UTTERANCE_S = 1.0  # what is shorter may be a cough, to which no word belongs
SAMPLE_RATE = 16_000
WORDS = {stt.SpeechEventType.INTERIM_TRANSCRIPT, stt.SpeechEventType.FINAL_TRANSCRIPT}


class Listening(stt.RecognizeStream):
    def __init__(
        self,
        ears: stt.STT[str],
        *,
        links: Links[stt.STT[str]],
        vad_stream: vad.VADStream,
        conn_options: APIConnectOptions,
    ) -> None:
        super().__init__(stt=ears, conn_options=conn_options, sample_rate=SAMPLE_RATE)
        self._links = links
        self._vad_stream = vad_stream
        self._unheard = Unheard()
        self._to: stt.RecognizeStream | None = None
        self._patience: asyncio.Timeout | None = None
        self._watching: asyncio.Task[None] | None = None

    async def _run(self) -> None:
        """Without its helpers it would be deaf and not know it: then LiveKit begins it anew.

        The voice is watched across all of its beginnings, because what watches cannot begin again.
        """
        self._watching = self._watching or asyncio.create_task(self._watch_the_voice())
        listening, forwarding = asyncio.create_task(self._listen()), asyncio.create_task(self._forward())
        at_work = {task for task in (listening, forwarding, self._watching) if not task.done()}
        try:
            while not listening.done():
                ended, at_work = await asyncio.wait(at_work, return_when=asyncio.FIRST_COMPLETED)
                for helper in ended - {listening}:
                    if (error := helper.exception()) is not None:
                        raise APIConnectionError("the ears lost a helper") from error
            listening.result()
        finally:
            await utils.aio.cancel_and_wait(listening, forwarding)

    async def aclose(self) -> None:
        await super().aclose()
        if self._watching is not None:
            await utils.aio.cancel_and_wait(self._watching)
        await self._vad_stream.aclose()

    async def _listen(self) -> None:
        failed: list[Link[stt.STT[str]]] = []
        while (link := self._links.next(without=failed)) is not None:
            try:
                await self._listen_with(link, failed)
            except FAILURES as error:
                self._links.failed(link, error)
                failed.append(link)
            else:
                if self._input_ch.closed:
                    return
        raise nobody_left("ears")

    async def _listen_with(self, link: Link[stt.STT[str]], failed: list[Link[stt.STT[str]]]) -> None:
        """Until it fails, the input ends, or a better one may be tried and nothing is being said."""
        stream = link.made.stream(conn_options=replace(self._conn_options, max_retry=0))
        async with stream, asyncio.timeout(None) as patience:
            self._patience = patience
            stream.start_time_offset = self.start_time_offset + self._unheard.seen_s - self._unheard.duration_s
            for frame in self._unheard:
                stream.push_frame(frame)
            self._hand_to(stream)
            try:
                async for event in stream:
                    self._event_ch.send_nowait(event)
                    if event.type in WORDS:
                        patience.reschedule(None)
                    if event.type is stt.SpeechEventType.FINAL_TRANSCRIPT and self._is_better_due(link, failed):
                        return
            finally:
                self._to = self._patience = None
        if not self._input_ch.closed:
            raise APIConnectionError("the ears stopped listening")

    def _is_better_due(self, link: Link[stt.STT[str]], failed: list[Link[stt.STT[str]]]) -> bool:
        """After words, which prove that this one hears."""
        self._unheard.words_came()
        self._links.succeeded(link)
        failed.clear()
        return self._links.has_better_than(link)

    def _hand_to(self, stream: stt.RecognizeStream) -> None:
        self._to = stream
        if self._input_ch.closed and self._input_ch.empty():
            stream.end_input()

    async def _forward(self) -> None:
        async for item in self._input_ch:
            if isinstance(item, rtc.AudioFrame):
                self._unheard.keep(item)
                if self._watching is not None and not self._watching.done():
                    self._vad_stream.push_frame(item)
                if self._to is not None:
                    self._to.push_frame(item)
            elif self._to is not None:
                self._to.flush()
        if self._to is not None:
            self._to.end_input()

    async def _watch_the_voice(self) -> None:
        """The chain's own ear for speech: who makes no word of it within some seconds has failed, whatever it says."""
        async for event in self._vad_stream:
            if event.type is vad.VADEventType.START_OF_SPEECH:
                self._unheard.speech_began()
            elif event.type is vad.VADEventType.END_OF_SPEECH:
                self._unheard.speech_ended()
                if event.speech_duration >= UTTERANCE_S:
                    self._expect_words()

    def _expect_words(self) -> None:
        if self._unheard.is_owed_words and self._patience is not None and self._patience.when() is None:
            self._patience.reschedule(asyncio.get_running_loop().time() + self._links.patience.deaf_s)

    async def _metrics_monitor_task(self, event_aiter: AsyncIterable[stt.SpeechEvent]) -> None:
        """Who heard measures, and `ChainedEars` passes it on."""
        async for _ in event_aiter:
            pass
