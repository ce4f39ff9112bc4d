"""What each model of a talk used, as its plugin tells it: whoever asked, in whatever language, also in vain."""

from dataclasses import replace

from livekit.agents import llm, stt, tts
from livekit.agents.metrics import AgentMetrics, LLMMetrics, STTMetrics, TTSMetrics

from agent_container.provider_settings import Part, ProviderName
from echosphere.domain import usage
from echosphere.domain.usage import Use, summed

FIGURES = "metrics_collected"
NAMELESS = "unknown"  # what LiveKit calls the model of an engine that has but one


class Meter:
    def __init__(self) -> None:
        self._uses: tuple[Use, ...] = ()
        self._watched: set[int] = set()

    @property
    def uses(self) -> tuple[Use, ...]:
        """So far, one for each model."""
        return self._uses

    def watch(self, part: Part, name: ProviderName, made: stt.STT[str] | llm.LLM[str] | tts.TTS[str]) -> None:
        """Once, however often it is handed out."""
        if id(made) in self._watched:
            return
        self._watched.add(id(made))
        blank = Use(part=usage.Part(part), provider=name, model="" if made.model == NAMELESS else made.model)
        made.on(FIGURES, lambda figures: self._note(blank, figures))

    def _note(self, blank: Use, figures: AgentMetrics) -> None:
        self._uses = summed((*self._uses, _use_in(figures, blank)))


def _use_in(figures: AgentMetrics, blank: Use) -> Use:
    match figures:
        case STTMetrics():
            return replace(blank, seconds=figures.audio_duration)
        case LLMMetrics():
            return replace(
                blank,
                tokens_in=figures.prompt_tokens,
                tokens_cached=figures.prompt_cached_tokens,
                tokens_out=figures.completion_tokens,
            )
        case TTSMetrics():
            return replace(blank, seconds=round(figures.audio_duration, 3), characters=figures.characters_count)
        case _:
            return blank
