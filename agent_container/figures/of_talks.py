"""What a turn and the use of models come to, as figures: no id, no word, no moment."""

from collections.abc import Iterable, Iterator

from agent_container.figures.table import (
    BARGE_INS,
    CHARACTERS,
    INCIDENTS,
    SOUND,
    STAGES,
    TOKENS,
    TURNS,
    UNANSWERED,
    VOICE_TO_VOICE,
    Told,
)
from echosphere.domain.language import Language
from echosphere.domain.turn import Turn
from echosphere.domain.usage import Use


def figures_of_turn(turn: Turn, language: Language) -> Iterator[Told]:
    spoken = {"language": language.value}
    yield Told(TURNS, labels=spoken)
    if turn.answered_s is None:
        yield Told(UNANSWERED, labels=spoken)
    if turn.interrupted:
        yield Told(BARGE_INS, labels=spoken)
    for incident in turn.incidents:
        yield Told(INCIDENTS, labels={"incident": incident.value})
    if turn.voice_to_voice_s is not None:
        yield Told(VOICE_TO_VOICE, turn.voice_to_voice_s, spoken)
    stages = {
        "hearing": turn.hearing_s,
        "deciding": turn.deciding_s,
        "thinking": turn.thinking_s,
        "voicing": turn.voicing_s,
    }
    for stage, took_s in stages.items():
        if took_s is not None:
            yield Told(STAGES, took_s, {"stage": stage, **spoken})


def figures_of_use(now: Iterable[Use], before: Iterable[Use]) -> Iterator[Told]:
    """What came since `before`; both are all that a talk has used so far."""
    was = {(use.part, use.provider, use.model): use for use in before}
    for use in now:
        known = was.get((use.part, use.provider, use.model), Use(part=use.part, provider=use.provider))
        amounts: tuple[tuple[str, float, dict[str, str]], ...] = (
            (TOKENS, use.tokens_in - known.tokens_in, {"kind": "in"}),
            (TOKENS, use.tokens_cached - known.tokens_cached, {"kind": "cached"}),
            (TOKENS, use.tokens_out - known.tokens_out, {"kind": "out"}),
            (CHARACTERS, use.characters - known.characters, {}),
            (SOUND, use.seconds - known.seconds, {"part": use.part.value}),
        )
        for name, amount, labels in amounts:
            if amount > 0:
                yield Told(name, amount, {"provider": use.provider, **labels})
