"""Amazon's trio: Transcribe hears, Bedrock thinks, Polly speaks. Credentials are the task's role."""

from aiobotocore.session import AioSession
from livekit.agents import llm, stt, tts
from livekit.plugins import aws

from agent_container.settings import AgentSettings
from echosphere.domain.language import Language

# Neural: offered in every region that has these languages; `generative` is not in ap-northeast-1.
VOICES = {Language.JAPANESE: "Kazuha", Language.ENGLISH: "Ruth", Language.PORTUGUESE: "Camila"}
MAX_ANSWER_TOKENS = 256
TEMPERATURE = 0.4


def make_providers(settings: AgentSettings) -> "AwsProviders":
    return AwsProviders(region=settings.aws_region, model=settings.bedrock_model)


class AwsProviders:
    greeting = "greeting"

    def __init__(self, *, region: str, model: str) -> None:
        self._region = region
        self._model = model

    def prewarm(self) -> None:
        """Nothing to load: the plugins make their clients for each request, on the job's own loop."""

    def recogniser(self, language: Language) -> stt.STT[str] | None:
        return aws.STT(
            region=self._region,
            language=language.value,
            enable_partial_results_stabilization=True,
            partial_results_stability="high",
        )

    def brain(self, language: Language) -> llm.LLM[str]:
        return aws.LLM(
            model=self._model,
            region=self._region,
            temperature=TEMPERATURE,
            max_output_tokens=MAX_ANSWER_TOKENS,
            session=self._session(),
        )

    def voice(self, language: Language) -> tts.TTS[str]:
        return aws.TTS(voice=VOICES[language], language=language.value, speech_engine="neural", session=self._session())

    def close(self) -> None:
        """Nothing of ours is open."""

    def _session(self) -> AioSession:
        """Handed a session, the plugins leave credentials to its chain, which finds the task's role."""
        session = AioSession()
        session.set_config_variable("region", self._region)
        return session
