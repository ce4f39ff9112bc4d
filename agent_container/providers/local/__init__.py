"""The laptop's providers: pocketsphinx hears English, an honest offline brain answers, three voices speak."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

from livekit.agents import llm, stt, tts

from agent_container.brain.brain import Brain
from agent_container.brain.offline_llm import OfflineBrain
from agent_container.bridge import Bridge
from agent_container.prompts import load_prompt
from agent_container.providers.local.engines import OpenJTalk, espeak, flite
from agent_container.providers.local.recogniser import PocketSphinx
from agent_container.providers.local.voice import LocalVoice
from agent_container.settings import AgentSettings
from echosphere.domain.language import Language

REHEARSED = ("greeting.offline", "return", "deaf", "sorry.again", "goodbye.broken")


def make_providers(_settings: AgentSettings) -> "LocalProviders":
    return LocalProviders()


class LocalProviders:
    greeting = "greeting.offline"

    def __init__(self) -> None:
        self._brains = {language: Brain(language) for language in Language}
        self._thinking = Bridge("brain")
        self._recogniser = PocketSphinx(prefer=self._prefer)
        self._voices = {
            Language.ENGLISH: LocalVoice(flite("rms")),
            Language.JAPANESE: LocalVoice(OpenJTalk()),
            Language.PORTUGUESE: LocalVoice(espeak("pt-br")),
        }

    def prewarm(self) -> None:
        """All at once: each waits for a process of its own."""
        with ThreadPoolExecutor() as pool:
            warm = [pool.submit(self._recogniser.load)]
            warm += [pool.submit(self._rehearse, language) for language in self._voices]
        for one in warm:
            one.result()

    def recogniser(self, language: Language) -> stt.STT[str] | None:
        return self._recogniser if language is Language.ENGLISH else None

    def brain(self, language: Language) -> llm.LLM[str]:
        return OfflineBrain(self._brains[language], self._thinking)

    def voice(self, language: Language) -> tts.TTS[str]:
        return self._voices[language]

    def close(self) -> None:
        self._recogniser.close()
        self._thinking.close()
        for voice in self._voices.values():
            voice.close()

    async def _prefer(self, guesses: Sequence[str]) -> str:
        return await self._thinking.run(self._brains[Language.ENGLISH].most_familiar, guesses)

    def _rehearse(self, language: Language) -> None:
        """Also loads what a brain loads late: the units, the dictionary of sounds."""
        self._brains[language].most_familiar(["how many feet are in a mile"])
        self._voices[language].rehearse(*(load_prompt(name, language) for name in REHEARSED), language=language)
