"""Evaluations as items, and back."""

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
    Usage,
)
from echosphere.domain.moment import from_text, to_text

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
        input_tokens=evaluation.usage.input_tokens,
        output_tokens=evaluation.usage.output_tokens,
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
        usage=Usage(input_tokens=int(item.input_tokens), output_tokens=int(item.output_tokens)),
    )


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
