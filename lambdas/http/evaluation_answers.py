"""How an evaluation looks to clients."""

from typing import Self

from pydantic import BaseModel, Field

from echosphere.domain.evaluation import (
    HIGHEST,
    LOWEST,
    Evaluation,
    EvaluationFailure,
    Flag,
    JudgeKind,
    Metric,
    Score,
)
from echosphere.services.read_evaluation import EvaluationReport, ReportStatus
from lambdas.http.answers import Moment


class JudgeAnswer(BaseModel):
    """`kind` is `rules` where no model judged: to be said wherever the scores are shown."""

    name: str
    kind: JudgeKind
    version: str


class ScoreAnswer(BaseModel):
    """`value` is null where the talk gave nothing to judge by. `message_ids`: the messages that show it."""

    metric: Metric
    value: int | None = Field(ge=LOWEST, le=HIGHEST)
    reason: str
    message_ids: list[str]

    @classmethod
    def of(cls, score: Score) -> Self:
        return cls.model_validate(score, from_attributes=True)


class EvaluationAnswer(BaseModel):
    """`scores` are there when it is `judged`, `failure` when it `failed`; `messages` is of how many it was judged."""

    status: ReportStatus
    judge: JudgeAnswer | None
    changed_at: Moment | None
    messages: int
    scores: list[ScoreAnswer]
    overall: float | None = Field(
        ge=LOWEST, le=HIGHEST, description="mean of the first three metrics, as far as scored"
    )
    flags: list[Flag]
    failure: EvaluationFailure | None

    @classmethod
    def of(cls, report: EvaluationReport) -> Self:
        said = report.evaluation
        return cls(
            status=report.status,
            judge=JudgeAnswer.model_validate(said.judge, from_attributes=True) if said else None,
            changed_at=said.changed_at if said else None,
            messages=said.messages if said else 0,
            scores=[ScoreAnswer.of(score) for score in said.scores] if said else [],
            overall=said.overall if said else None,
            flags=list(said.flags) if said else [],
            failure=report.failure,
        )

    @classmethod
    def of_asked(cls, evaluation: Evaluation) -> Self:
        return cls.of(EvaluationReport(status=ReportStatus(evaluation.status.value), evaluation=evaluation))


class AskedAnswer(BaseModel):
    asked: int = Field(description="talks that wait to be judged now; one that waited before waits once")
    next_cursor: str | None = Field(description="where there are more talks to ask for")
