"""The figures that talks tell of: names as Prometheus has them, and labels, whose values are words of closed sets."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Figure:
    """`steps` are a histogram's, in its unit; none: a counter."""

    means: str
    labels: tuple[str, ...] = ()
    steps: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """To be added to the figure of that name."""

    name: str
    value: float = 1.0
    labels: Mapping[str, str] = field(default_factory=dict)


# Close together around what is promised: 300, 400 and 600 ms of the stages, 1.2 s from voice to voice.
SECONDS = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 1.0, 1.2, 1.5, 2.0, 3.0, 5.0)

TALKS = "echosphere_talks_begun_total"
TURNS = "echosphere_turns_total"
UNANSWERED = "echosphere_unanswered_total"
BARGE_INS = "echosphere_barge_ins_total"
FALSE_INTERRUPTIONS = "echosphere_false_interruptions_total"
INCIDENTS = "echosphere_incidents_total"
VOICE_TO_VOICE = "echosphere_voice_to_voice_seconds"
STAGES = "echosphere_stage_seconds"
TOKENS = "echosphere_tokens_total"
CHARACTERS = "echosphere_characters_total"
SOUND = "echosphere_sound_seconds_total"
TOOLS = "echosphere_tools_used_total"
SPANS_DROPPED = "echosphere_spans_dropped_total"
COLLECTIONS = "echosphere_gc_collections_total"

FIGURES = {
    TALKS: Figure("Talks that an agent came to; one that is taken over counts again", ("language",)),
    TURNS: Figure("Questions, spoken or typed", ("language",)),
    UNANSWERED: Figure("Questions after which nothing was heard", ("language",)),
    BARGE_INS: Figure("Answers that the person cut short", ("language",)),
    FALSE_INTERRUPTIONS: Figure("Answers that stopped for a sound that was no words", ("language",)),
    INCIDENTS: Figure("Turns in which this happened", ("incident",)),
    VOICE_TO_VOICE: Figure("From the last sound of a question to the first of its answer", ("language",), SECONDS),
    STAGES: Figure("What a stage of an answer took", ("stage", "language"), SECONDS),
    TOKENS: Figure("Tokens that models were given and gave", ("provider", "kind")),
    CHARACTERS: Figure("Characters that voices were given", ("provider",)),
    SOUND: Figure("Seconds of sound that ears were given and voices made", ("part", "provider")),
    TOOLS: Figure("Answers that this skill found, and calls of this function", ("tool",)),
    SPANS_DROPPED: Figure("Spans that the collector did not take, or that had no room to wait for it"),
    COLLECTIONS: Figure("Garbage collections in the processes of talks", ("generation",)),
}
