"""The chosen providers, part by part: one alone as it is, several as a chain."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from contextlib import AsyncExitStack

from livekit.agents import llm, stt, tts

from agent_container.meter import NAMELESS, Meter
from agent_container.provider_settings import PARTS, Part, ProviderName, ProviderSettings
from agent_container.providers.chain.brain import ChainedBrain
from agent_container.providers.chain.breaker import Breaker
from agent_container.providers.chain.ears import ChainedEars
from agent_container.providers.chain.links import Link, Links
from agent_container.providers.chain.voice import ChainedVoice
from agent_container.providers.provider import Provider
from echosphere.domain.language import Language

type AnyLinks = Links[stt.STT[str]] | Links[llm.LLM[str]] | Links[tts.TTS[str]]

NOBODY = "none"


class NobodyThere(RuntimeError):
    """No provider of the chain can do this part on this machine; the message names the part."""


class ChosenProviders:
    def __init__(self, settings: ProviderSettings, providers: Mapping[ProviderName, Provider]) -> None:
        self.meter = Meter()
        self._settings = settings
        self._providers = providers
        self._breakers: defaultdict[tuple[Part, ProviderName], Breaker] = defaultdict(Breaker)
        self._made: list[stt.STT[str] | llm.LLM[str] | tts.TTS[str]] = []
        self._serving: dict[tuple[Part, Language], AnyLinks] = {}
        self._language: Language | None = None
        self._told: dict[Part, str] = {}
        self._listeners: list[Callable[[], None]] = []
        self._told_of_falls: list[Callable[[], None]] = []

    def prewarm(self) -> None:
        for name, provider in self._providers.items():
            provider.prewarm([part for part in PARTS if name in self._settings.chain(part)])

    def greeting(self, language: Language) -> str:
        if self._settings.brain[0] != "local":
            return "greeting"
        hears = any(self._providers[name].ears(language) is not None for name in self._settings.ears)
        return "greeting.offline" if hears else "greeting.offline.deaf"

    def recogniser(self, language: Language) -> stt.STT[str] | None:
        if (links := self._links("ears", lambda provider: provider.ears(language))) is None:
            return None
        self._serve("ears", language, links)
        return self._keep(ChainedEars(links) if len(links) > 1 else links.serving.made)

    def brain(self, language: Language) -> llm.LLM[str]:
        """Raises NobodyThere."""
        if (links := self._links("brain", lambda provider: provider.brain(language))) is None:
            raise NobodyThere("BRAIN")
        self._serve("brain", language, links)
        return self._keep(ChainedBrain(links) if len(links) > 1 else links.serving.made)

    def voice(self, language: Language) -> tts.TTS[str]:
        """A language that nobody of the chain has is read in the accent of one that somebody has: it is no silence.

        Raises NobodyThere.
        """
        for spoken in (language, *Language):
            if links := self._voices_in(spoken):
                self._serve("voice", language, links)
                return self._keep(ChainedVoice(links) if len(links) > 1 else links.serving.made)
        raise NobodyThere("VOICE")

    def speaks(self, language: Language) -> None:
        """The talk goes on in it, maybe with others than before."""
        self._language = language
        self._tell_if_another_serves()

    def serving(self) -> dict[Part, str]:
        """Who does each part that was asked for, in the talk's language, and with which model; or "none"."""
        return {part: self._server_of(part) for part in PARTS}

    def when_another_serves(self, tell: Callable[[], None]) -> None:
        self._told = self.serving()
        self._listeners.append(tell)

    def when_one_falls_back(self, tell: Callable[[], None]) -> None:
        self._told_of_falls.append(tell)

    async def aclose(self) -> None:
        """Each, even if another cannot be closed."""
        async with AsyncExitStack() as stack:
            for provider in self._providers.values():
                stack.push_async_callback(provider.aclose)
            for made in self._made:  # before its provider: the last is the first to be closed
                stack.push_async_callback(made.aclose)

    def close(self) -> None:
        for provider in self._providers.values():
            provider.close()

    def _voices_in(self, language: Language) -> Links[tts.TTS[str]] | None:
        return self._links("voice", lambda provider: provider.voice(language))

    def _links[Made: (stt.STT[str], llm.LLM[str], tts.TTS[str])](
        self, part: Part, make: Callable[[Provider], Made | None]
    ) -> Links[Made] | None:
        """What fails in one language is left out in the others, too."""
        made = ((name, make(self._providers[name])) for name in self._settings.chain(part))
        links = [Link(name, each, self._breakers[part, name]) for name, each in made if each is not None]
        for link in links:
            self.meter.watch(part, link.name, link.made)
        return Links(part, links, tell=self._fall_back) if links else None

    def _serve(self, part: Part, language: Language, links: AnyLinks) -> None:
        self._serving[part, language] = links
        self._language = self._language or language
        self._tell_if_another_serves()

    def _server_of(self, part: Part) -> str:
        """Ears were made for the language in which the talk began."""
        made = {language: links for (each, language), links in self._serving.items() if each == part}
        if not made:
            return NOBODY
        links = made[self._language] if self._language in made else next(iter(made.values()))
        return served_by(links.serving)

    def _fall_back(self) -> None:
        for tell in self._told_of_falls:
            tell()
        self._tell_if_another_serves()

    def _tell_if_another_serves(self) -> None:
        if (now := self.serving()) == self._told:
            return
        self._told = now
        for listener in self._listeners:
            listener()

    def _keep[Made: (stt.STT[str], llm.LLM[str], tts.TTS[str])](self, made: Made) -> Made:
        self._made.append(made)
        return made


def served_by(link: Link[stt.STT[str]] | Link[llm.LLM[str]] | Link[tts.TTS[str]]) -> str:
    return link.name if link.made.model == NAMELESS else f"{link.name} {link.made.model}"
