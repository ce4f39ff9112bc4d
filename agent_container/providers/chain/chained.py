"""What the three chains are for LiveKit: by its name whoever serves, and with the figures of all of them."""

from collections.abc import Callable

from livekit.agents import llm, stt, tts

from agent_container.providers.chain.links import Links

FIGURES = "metrics_collected"


class Chained[Made: (llm.LLM[str], stt.STT[str], tts.TTS[str])]:
    """Stands before LiveKit's class of the part among the bases, whose place its methods take."""

    links: Links[Made]

    def _chain(self, links: Links[Made], *, emit: Callable[..., None]) -> None:
        self.links = links
        for link in links:
            link.made.on(FIGURES, lambda *figures: emit(FIGURES, *figures))

    @property
    def model(self) -> str:
        return self.links.serving.made.model

    @property
    def provider(self) -> str:
        return self.links.serving.made.provider

    async def aclose(self) -> None:
        for link in self.links:
            await link.made.aclose()
