"""A local engine as LiveKit's TTS. AgentSession hands over sentence by sentence, so the first is heard early."""

from collections.abc import AsyncIterator
from hashlib import sha256
from pathlib import Path
from subprocess import SubprocessError

import numpy
from livekit.agents import APIConnectionError, APIConnectOptions, tts, utils
from livekit.agents.types import DEFAULT_API_CONNECT_OPTIONS

from agent_container.bridge import Bridge
from agent_container.cache import cached
from agent_container.providers.local.engines import Engine
from agent_container.speech.read_aloud import read_aloud
from agent_container.speech.sentences import sentences_in
from agent_container.workers.process import WorkerDied
from echosphere.domain.language import Language

AUDIBLE = 100  # of 32767
KEPT_LEAD_IN_S = 0.02  # so that a soft first consonant is not cut


class LocalVoice(tts.TTS[str]):
    def __init__(self, engine: Engine) -> None:
        super().__init__(
            capabilities=tts.TTSCapabilities(streaming=False), sample_rate=engine.sample_rate, num_channels=1
        )
        self._engine = engine
        self._bridge = Bridge(engine.name)
        self._rehearsed: dict[str, bytes] = {}

    @property
    def provider(self) -> str:
        return self._engine.name

    def rehearse(self, *texts: str, language: Language) -> None:
        """Blocks. What was rehearsed starts without delay. Each process rehearses, beside talks that go on, so what one
        has rendered is kept for the others; the shortest is what each may warm its engine with."""
        sentences = [read_aloud(sentence, language) for text in texts for sentence in sentences_in(text)]
        for sentence in sentences:
            self._rehearsed[sentence] = self._kept(sentence)
        self._engine.warm_up(min(sentences, key=len))

    def synthesize(
        self, text: str, *, conn_options: APIConnectOptions = DEFAULT_API_CONNECT_OPTIONS
    ) -> tts.ChunkedStream:
        return _Rendering(tts=self, input_text=text, conn_options=conn_options)

    def close(self) -> None:
        self._bridge.close()
        self._engine.close()

    async def render(self, text: str) -> AsyncIterator[bytes]:
        """Part by part, so that the first sounds while the next is made."""
        if (pcm := self._rehearsed.get(text.strip())) is not None:
            yield pcm
            return
        for part in self._engine.parts(text):
            yield await self._bridge.run(self._render, part)

    def _kept(self, sentence: str) -> bytes:
        def make(path: Path) -> None:
            path.write_bytes(self._render(sentence))

        name = sha256(f"{self._engine.edition}\n{sentence}".encode()).hexdigest()
        return cached(f"speech-{name}.pcm", make).read_bytes()

    def _render(self, text: str) -> bytes:
        return without_lead_in(self._engine.render(text), sample_rate=self.sample_rate)


def without_lead_in(pcm: bytes, *, sample_rate: int) -> bytes:
    """Cuts the silence before the first sound, 150 to 250 ms in these voices, in which a person only waits."""
    loud = numpy.flatnonzero(numpy.abs(numpy.frombuffer(pcm, numpy.int16)) > AUDIBLE)
    first = int(loud[0]) - round(KEPT_LEAD_IN_S * sample_rate) if loud.size else 0
    return pcm[2 * max(first, 0) :]


class _Rendering(tts.ChunkedStream):
    async def _run(self, output_emitter: tts.AudioEmitter) -> None:
        voice = self._tts
        assert isinstance(voice, LocalVoice)
        output_emitter.initialize(
            request_id=utils.shortuuid(), sample_rate=voice.sample_rate, num_channels=1, mime_type="audio/pcm"
        )
        is_new = True
        try:
            async for pcm in voice.render(self._input_text):
                output_emitter.push(pcm)
                is_new = False
        except (OSError, SubprocessError, WorkerDied) as error:
            raise APIConnectionError(retryable=is_new) from error  # what has begun would be said twice
