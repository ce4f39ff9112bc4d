"""The tool that a model must call, and how what it was called with becomes a verdict.

Plain JSON schema without references, which is what every model on every wire understands; 0 stands for None, because
several take no alternatives of types.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ConfigDict, StrictBool, StrictInt, ValidationError

from echosphere.domain.evaluation import (
    HIGHEST,
    QUOTED_MESSAGES,
    REASON_CHARACTERS,
    Flag,
    Metric,
    Score,
    Verdict,
)

TOOL = "submit_evaluation"
TOOL_DESCRIPTION = "Hands in the scores of the talk."
UNSCORED = 0
ATTEMPT = "instruction_attempt"


class ScoreAnswer(BaseModel):
    model_config = ConfigDict(extra="forbid")

    score: StrictInt
    reason: str
    messages: list[str]


class FlagAnswer(BaseModel):
    instruction_attempt: StrictBool


@dataclass(frozen=True, slots=True)
class Parsed:
    """Without complaints the verdict holds, as far as its form goes."""

    verdict: Verdict
    complaints: list[str]


def tool_schema() -> dict[str, Any]:
    metrics = {metric.value: _score_schema() for metric in Metric}
    return {
        "type": "object",
        "properties": {**metrics, ATTEMPT: {"type": "boolean"}},
        "required": [*metrics, ATTEMPT],
    }


def parse(arguments: object, *, ids: Mapping[str, str]) -> Parsed:
    """`ids`: of the messages, by what the model was told to call them. Unknown ones are kept, to be complained of."""
    if not isinstance(arguments, dict):
        return Parsed(Verdict(scores=()), [f"call the tool {TOOL} with all that it requires"])
    scores, complaints = list[Score](), list[str]()
    for metric in Metric:
        try:
            scores.append(_score(metric, ScoreAnswer.model_validate(arguments.get(metric.value)), ids))
        except ValidationError as error:
            complaints.append(f"{metric} must have score, reason and messages: {_faults(error)}")
    flags, unflagged = _flags(arguments)
    return Parsed(Verdict(scores=tuple(scores), flags=flags), [*complaints, *unflagged])


def _score(metric: Metric, answer: ScoreAnswer, ids: Mapping[str, str]) -> Score:
    return Score(
        metric=metric,
        value=None if answer.score == UNSCORED else answer.score,
        reason=" ".join(answer.reason.split())[:REASON_CHARACTERS],
        message_ids=tuple(dict.fromkeys(ids.get(each, each) for each in answer.messages)),
    )


def _flags(arguments: Mapping[str, object]) -> tuple[frozenset[Flag], list[str]]:
    try:
        answer = FlagAnswer.model_validate({ATTEMPT: arguments.get(ATTEMPT)})
    except ValidationError:
        return frozenset(), [f"{ATTEMPT} must be true or false"]
    return frozenset({Flag.INSTRUCTION_ATTEMPT} if answer.instruction_attempt else ()), []


def _faults(error: ValidationError) -> str:
    """Kinds of faults alone: what was wrong may be anybody's words."""
    return ", ".join(sorted({each["type"] for each in error.errors()}))


def _score_schema() -> dict[str, Any]:
    return {
        "type": "object",
        "properties": {
            "score": {"type": "integer", "minimum": UNSCORED, "maximum": HIGHEST},
            "reason": {"type": "string", "maxLength": REASON_CHARACTERS},
            "messages": {"type": "array", "items": {"type": "string"}, "maxItems": QUOTED_MESSAGES},
        },
        "required": ["score", "reason", "messages"],
    }
