"""Amazon's trio: Transcribe hears, Bedrock thinks, Polly speaks. Credentials are the task's role."""

from collections.abc import Collection

from livekit.agents import llm, stt, tts
from livekit.agents.types import NOT_GIVEN
from livekit.plugins import aws

from agent_container.polly_voices import ENGINE, VOICES
from agent_container.provider_settings import Part, ProviderSettings
from agent_container.providers.aws.polly import Polly
from agent_container.providers.aws.transcribe import Transcribe
from agent_container.providers.aws.warm_session import WarmSession
from agent_container.providers.provider import Provider
from echosphere.domain.language import Language

HEARING_HZ = 16_000  # as the room hands it over; the plugin's own 24 kHz would be resampled to, for nothing
SERVICES: dict[Part, str] = {"brain": "bedrock-runtime", "voice": "polly"}


def make_provider(settings: ProviderSettings) -> Provider:
    return Amazon(settings)


class Amazon(Provider):
    def __init__(self, settings: ProviderSettings) -> None:
        self._settings = settings
        self._session = WarmSession(region=settings.aws_region)

    def prewarm(self, parts: Collection[Part]) -> None:
        self._session.read_models(*(SERVICES[part] for part in parts if part in SERVICES))

    def ears(self, language: Language) -> stt.STT[str] | None:
        several = self._settings.languages if len(self._settings.languages) > 1 else ()
        return Transcribe(
            region=self._settings.aws_region,
            sample_rate=HEARING_HZ,
            enable_partial_results_stabilization=True,
            partial_results_stability="high",
            language=language.value,
            # One dialect of each language, as Transcribe wants it; each result then says in which it was.
            identify_multiple_languages=bool(several),
            language_options=",".join(several) or NOT_GIVEN,
            preferred_language=language.value if language in several else NOT_GIVEN,
        )

    def brain(self, language: Language) -> llm.LLM[str] | None:
        return aws.LLM(
            model=self._settings.bedrock_model,
            temperature=self._settings.temperature,
            max_output_tokens=self._settings.max_answer_tokens,
            session=self._session,
        )

    def voice(self, language: Language) -> tts.TTS[str] | None:
        name = self._settings.voice_of("aws", language, VOICES)
        assert name is not None
        engine = self._settings.model("aws", "voice", ENGINE)
        return Polly(self._session, name=name, engine=engine, language=language)

    async def aclose(self) -> None:
        await self._session.aclose()
