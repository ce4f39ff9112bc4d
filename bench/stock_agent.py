"""The usual agent of livekit-agents, as its own documents advise, with the providers that ours has: to compare with."""

from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch

from livekit.agents import Agent, AgentServer, AgentSession, JobContext, JobExecutorType, TurnHandlingOptions, inference
from livekit.agents.voice.transcription import synchronizer
from livekit.agents.voice.transcription._speaking_rate import SpeakingRateDetector

from agent_container.providers import Providers, choose_providers
from agent_container.settings import AgentSettings
from echosphere.domain.language import Language
from tests.free_port import free_port
from tests.integration.agent.livekit_server import LiveKitServer

GREETING = {
    Language.ENGLISH: "Hello! I am Echo Sphere. How can I help you?",
    Language.JAPANESE: "こんにちは！エコスフィアです。何かお手伝いできることはありますか？",
}
INSTRUCTIONS = "You are a helpful voice assistant."
# Advised is the model that judges ends of turns. With synthetic speech it is often wrong: silence alone, too.
ADVISED, SILENCE_ALONE = "stock", "stock_silence"


def make_stock_server(livekit: LiveKitServer, settings: AgentSettings, *, name: str) -> AgentServer:
    providers = choose_providers(settings)
    providers.prewarm()

    async def talk(job: JobContext) -> None:
        language = Language(job.job.metadata)
        await job.connect()
        session = _session(providers, language, advised=name == ADVISED)
        with _its_own_measure_of_speech():
            await session.start(Agent(instructions=INSTRUCTIONS), room=job.room, record=False)
        session.say(GREETING[language])

    server = AgentServer(
        ws_url=livekit.url,
        api_key=livekit.api_key,
        api_secret=livekit.api_secret,
        host="127.0.0.1",
        port=free_port(),
        job_executor_type=JobExecutorType.THREAD,
        num_idle_processes=1,
        load_fnc=lambda _: 0.0,
    )
    server.rtc_session(talk, agent_name=name)
    return server


@contextmanager
def _its_own_measure_of_speech() -> Iterator[None]:
    """Ours, which is another, shares its process; one talk begins at a time."""
    with patch.object(synchronizer, "SpeakingRateDetector", SpeakingRateDetector):
        yield


def _session(providers: Providers, language: Language, *, advised: bool) -> AgentSession[None]:
    recogniser = providers.recogniser(language)
    # The adaptive mode of interruption, and a full end-of-turn model, would dial LiveKit's cloud.
    turns = TurnHandlingOptions(interruption={"mode": "vad"})
    if recogniser is None:
        return AgentSession(llm=providers.brain(language), tts=providers.voice(language), turn_handling=turns)
    turns["turn_detection"] = inference.TurnDetector(version="v1-mini") if advised else "vad"
    return AgentSession(
        stt=recogniser,
        vad=inference.VAD(),
        llm=providers.brain(language),
        tts=providers.voice(language),
        turn_handling=turns,
    )
