"""Several ears as one. What a person says while one fails is kept, and heard by the next."""

from livekit.agents import APIConnectOptions, inference, stt, utils
from livekit.agents.types import DEFAULT_API_CONNECT_OPTIONS, NOT_GIVEN, NotGivenOr

from agent_container.providers.chain.chained import Chained
from agent_container.providers.chain.links import Links
from agent_container.providers.chain.listening import Listening


class ChainedEars(Chained[stt.STT[str]], stt.STT[str]):
    def __init__(self, links: Links[stt.STT[str]]) -> None:
        all_of_them = [link.made.capabilities for link in links]
        super().__init__(
            capabilities=stt.STTCapabilities(
                streaming=True,
                interim_results=all(each.interim_results for each in all_of_them),
                offline_recognize=False,
            )
        )
        self._chain(links, emit=self.emit)
        self.vad = inference.VAD()

    def stream(
        self,
        *,
        language: NotGivenOr[str] = NOT_GIVEN,
        conn_options: APIConnectOptions = DEFAULT_API_CONNECT_OPTIONS,
    ) -> stt.RecognizeStream:
        return Listening(self, links=self.links, vad_stream=self.vad.stream(), conn_options=conn_options)

    def prewarm(self) -> None:
        """The first alone: the others are not expected to be asked."""
        self.links.serving.made.prewarm()

    async def _recognize_impl(
        self, buffer: utils.AudioBuffer, *, language: NotGivenOr[str] = NOT_GIVEN, conn_options: APIConnectOptions
    ) -> stt.SpeechEvent:
        raise NotImplementedError("only streams")
