"""Evaluations as items, and back."""

from dataclasses import asdict
from typing import Any

from echosphere.adapters.dynamodb.items import EvaluationItem
from echosphere.adapters.dynamodb.session_records import session_partition
from echosphere.domain.evaluation import (
    Evaluation,
    EvaluationFailure,
    EvaluationStatus,
    Flag,
    JudgeIdentity,
    JudgeKind,
    Metric,
    Score,
)
from echosphere.domain.moment import from_text, to_text
from echosphere.domain.usage import Part, Use

EVALUATION = "EVALUATION#"


def evaluation_key(session_id: str, judge: JudgeIdentity) -> tuple[str, str]:
    return session_partition(session_id), f"{EVALUATION}{judge.key}"


def to_evaluation_item(evaluation: Evaluation) -> EvaluationItem:
    return EvaluationItem(
        *evaluation_key(evaluation.session_id, evaluation.judge),
        session_id=evaluation.session_id,
        workspace_id=evaluation.workspace_id,
        judge=evaluation.judge.name,
        judge_kind=evaluation.judge.kind.value,
        judge_version=evaluation.judge.version,
        status=evaluation.status.value,
        changed_at=to_text(evaluation.changed_at),
        revision=evaluation.revision,
        scores=[_plain(score) for score in evaluation.scores],
        flags=[flag.value for flag in evaluation.flags],
        messages=evaluation.messages,
        failure=evaluation.failure,
        uses=[asdict(use) for use in evaluation.uses],
    )


def to_evaluation(item: EvaluationItem) -> Evaluation:
    return Evaluation(
        session_id=item.session_id,
        workspace_id=item.workspace_id,
        judge=JudgeIdentity(name=item.judge, kind=JudgeKind(item.judge_kind), version=item.judge_version),
        status=EvaluationStatus(item.status),
        changed_at=from_text(item.changed_at),
        revision=int(item.revision),
        scores=tuple(_to_score(score) for score in item.scores),
        flags=tuple(Flag(flag) for flag in item.flags),
        messages=int(item.messages),
        failure=EvaluationFailure(item.failure) if item.failure else None,
        uses=_uses(item),
    )


def _uses(item: EvaluationItem) -> tuple[Use, ...]:
    """Of whom an older judge asked is not known, and so what it cost is not."""
    if item.uses is not None:
        return tuple(Use(**{**use, "part": Part(use["part"])}) for use in item.uses)
    tokens_in, tokens_out = int(item.input_tokens or 0), int(item.output_tokens or 0)
    if not tokens_in:
        return ()
    return (Use(part=Part.JUDGE, provider="", model=item.judge, tokens_in=tokens_in, tokens_out=tokens_out),)


def _plain(score: Score) -> dict[str, Any]:
    return {
        "metric": score.metric.value,
        "value": score.value,
        "reason": score.reason,
        "message_ids": list(score.message_ids),
    }


def _to_score(plain: dict[str, Any]) -> Score:
    return Score(
        metric=Metric(plain["metric"]),
        value=plain["value"],
        reason=plain["reason"],
        message_ids=tuple(plain["message_ids"]),
    )
