"""When a turn ends and what interrupts: all of it explicit, because what is left out is decided by LiveKit Cloud.

Without `turn_detection` an AgentSession may choose the model `v1`, and without an interruption mode the adaptive
detector: both dial agent-gateway.livekit.cloud.
"""

from livekit.agents import TurnHandlingOptions, inference

from agent_container.provider_settings import ProviderName
from agent_container.settings import AgentSettings, TurnDetection

# A browser's echo cancellation needs a moment with the first sound; until then the agent would interrupt itself.
ECHO_CANCELLATION_WARMUP_S = 1.0
INTERRUPTION_MIN_S = 0.25  # speech shorter than this is a cough; the voice stops some 30 ms after it
FALSE_INTERRUPTION_S = 1.5  # nothing understood by then: the agent goes on where it was
PAUSE_MIN_S = {"v1-mini": 0.3, "vad": 0.25}  # on top of the 0.25 s of silence that the voice activity detector wants
PAUSE_MAX_S = 2.5  # how long `v1-mini` waits when it thinks that the person has not finished

# `v1-mini` was made for people: it took 3 to 5 of 20 synthetic sentences for unfinished, and each costs PAUSE_MAX_S.
# The laptop's recogniser is at its best with synthetic speech, so there silence alone decides.
SUITABLE: dict[ProviderName, TurnDetection] = {"local": "vad"}
SUITABLE_FOR_PEOPLE: TurnDetection = "v1-mini"


def turn_detection(settings: AgentSettings) -> TurnDetection:
    return settings.turn_detection or SUITABLE.get(settings.ears[0], SUITABLE_FOR_PEOPLE)


def turn_handling(settings: AgentSettings, *, is_heard: bool) -> TurnHandlingOptions:
    """`is_heard`: speech becomes words. Without words no turn may end by itself: it would be an empty question."""
    detection = turn_detection(settings)
    if not is_heard:
        return TurnHandlingOptions(turn_detection="manual", interruption={"enabled": True, "mode": "vad"})
    return TurnHandlingOptions(
        turn_detection="vad" if detection == "vad" else inference.TurnDetector(version="v1-mini"),
        endpointing={"mode": "fixed", "min_delay": PAUSE_MIN_S[detection], "max_delay": PAUSE_MAX_S},
        interruption={
            "enabled": True,
            "mode": "vad",
            "min_duration": INTERRUPTION_MIN_S,
            "min_words": 0,
            "resume_false_interruption": True,
            "false_interruption_timeout": FALSE_INTERRUPTION_S,
        },
        # Synthesis before the turn is sure costs money where voices are billed by the character.
        preemptive_generation={"enabled": True, "preemptive_tts": settings.voice == ("local",)},
    )
