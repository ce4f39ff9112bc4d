"""The laptop's provider: offline ears, an honest offline brain, three voices, each loaded only where it is chosen."""

from collections.abc import Collection, Sequence
from functools import cached_property

from livekit.agents import llm, stt, tts

from agent_container.brain.brain import brain_for
from agent_container.brain.offline_llm import OfflineBrain
from agent_container.bridge import Bridge
from agent_container.prompts import load_prompt
from agent_container.provider_settings import Part, ProviderSettings
from agent_container.providers.by_utterance import by_utterance
from agent_container.providers.local.engines import OpenJTalk, espeak, flite
from agent_container.providers.local.recogniser import PocketSphinx, likeliest
from agent_container.providers.local.voice import LocalVoice
from agent_container.providers.local.whisper import Model, Whisper, hears, load_model
from agent_container.providers.provider import Provider
from echosphere.domain.language import Language

REHEARSED = ("return", "deaf", "sorry.again", "goodbye.broken")
GREETINGS = {True: ("greeting.offline", "greeting.offline.deaf"), False: ("greeting",)}


def make_provider(settings: ProviderSettings) -> Provider:
    return Laptop(settings)


class Laptop(Provider):
    def __init__(self, settings: ProviderSettings) -> None:
        self._settings = settings
        self._has_brain = "local" in settings.brain
        self._thinking = Bridge("brain")

    @cached_property
    def _recogniser(self) -> PocketSphinx:
        return PocketSphinx(prefer=self._prefer if self._has_brain else likeliest)

    @cached_property
    def _whisper(self) -> Model | None:
        return load_model(self._settings.whisper_model_dir) if self._settings.whisper_model_dir else None

    @cached_property
    def _voices(self) -> dict[Language, LocalVoice]:
        return {
            Language.ENGLISH: LocalVoice(flite("rms")),
            Language.JAPANESE: LocalVoice(OpenJTalk()),
            Language.PORTUGUESE: LocalVoice(espeak("pt-br")),
        }

    def prewarm(self, parts: Collection[Part]) -> None:
        """One after the other: this process is a spare, and would take the processor from the talks that go on."""
        if "ears" in parts and not self._whisper:
            self._recogniser.load()
        if "brain" in parts:
            for language in Language:
                brain_for(language).rehearse()
        if "voice" in parts:
            for language, voice in self._voices.items():
                self._rehearse_speaking(language, voice)

    def ears(self, language: Language) -> stt.STT[str] | None:
        """A model of the owner's instead of pocketsphinx, in what languages it has."""
        if self._whisper is None:
            return self._recogniser if language is Language.ENGLISH else None
        model = self._whisper
        if not hears(model, language):
            return None
        others = [each for each in self._settings.languages if each != language and hears(model, each)]
        return by_utterance(Whisper(model, language=language, others=others))

    def brain(self, language: Language) -> llm.LLM[str] | None:
        return OfflineBrain(brain_for(language), self._thinking)

    def voice(self, language: Language) -> tts.TTS[str] | None:
        return self._voices[language]

    def close(self) -> None:
        """Of what was never asked for, nothing is made to be closed."""
        self._thinking.close()
        made = vars(self)
        if "_recogniser" in made:
            self._recogniser.close()
        if "_voices" in made:
            for voice in self._voices.values():
                voice.close()

    async def _prefer(self, guesses: Sequence[str]) -> str:
        return await self._thinking.run(brain_for(Language.ENGLISH).most_familiar, guesses)

    def _rehearse_speaking(self, language: Language, voice: LocalVoice) -> None:
        rehearsed = (*GREETINGS[self._has_brain], *REHEARSED)
        voice.rehearse(*(load_prompt(name, language) for name in rehearsed), language=language)
