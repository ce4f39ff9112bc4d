"""An evaluation: what a judge says of one talk, a score for each metric, why, and by which messages one can see it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Self

from echosphere.domain.session import Session
from echosphere.domain.usage import Use, summed

LOWEST, HIGHEST = 1, 5
# A score up to this says that something was wrong; it then names the messages that show it.
FAULTY_UP_TO = 2
REASON_CHARACTERS = 400
QUOTED_MESSAGES = 8


class Metric(StrEnum):
    """Of the persona: true to instructions and tools, whether the person got what they came for, answers to the point.
    Of the person: the mood, from 1 (angry) by 3 (neutral) to 5 (delighted). Of the talk: giving way, and its language.
    """

    FAITHFULNESS = "faithfulness"
    GOAL_COMPLETION = "goal_completion"
    RESPONSE_RELEVANCE = "response_relevance"
    SENTIMENT_START = "sentiment_start"
    SENTIMENT_END = "sentiment_end"
    SENTIMENT_LOWEST = "sentiment_lowest"
    INTERRUPTIONS_HANDLED = "interruptions_handled"
    LANGUAGE_KEPT = "language_kept"


# A talk may give nothing to judge these by: nothing told or looked up, no question, no interruption.
MAY_BE_UNSCORED = frozenset(
    {Metric.FAITHFULNESS, Metric.GOAL_COMPLETION, Metric.RESPONSE_RELEVANCE, Metric.INTERRUPTIONS_HANDLED}
)


# Of these is the one number for how well a talk served its person: mood and manners are told beside it.
OVERALL = (Metric.FAITHFULNESS, Metric.GOAL_COMPLETION, Metric.RESPONSE_RELEVANCE)


class JudgeKind(StrEnum):
    """Rules see little, and say so wherever their scores are shown."""

    MODEL = "model"
    RULES = "rules"


class Flag(StrEnum):
    """`instruction_attempt`: somebody, or what a tool gave, spoke to the judge, or to the persona's instructions,
    instead of to the persona.
    `truncated`: not all of the talk was judged.
    """

    INSTRUCTION_ATTEMPT = "instruction_attempt"
    TRUNCATED = "truncated"


class EvaluationStatus(StrEnum):
    PENDING = "pending"
    JUDGED = "judged"
    NOTHING_TO_JUDGE = "nothing_to_judge"
    FAILED = "failed"


class EvaluationFailure(StrEnum):
    JUDGE_UNAVAILABLE = "judge_unavailable"
    JUDGE_REFUSED = "judge_refused"
    VERDICT_INVALID = "verdict_invalid"


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgeIdentity:
    """`version` changes with whatever may change a score: rules, prompt, schema."""

    name: str
    kind: JudgeKind
    version: str

    @property
    def key(self) -> str:
        return f"{self.name}-{self.version}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """`value` from LOWEST to HIGHEST; None where there was nothing to judge it by."""

    metric: Metric
    value: int | None
    reason: str
    message_ids: tuple[str, ...] = ()

    @property
    def is_faulty(self) -> bool:
        return self.value is not None and self.value <= FAULTY_UP_TO


def overall_of(values: Mapping[Metric, int | None]) -> float | None:
    """From LOWEST to HIGHEST; None where nothing of it could be judged."""
    told = [value for metric in OVERALL if (value := values.get(metric)) is not None]
    return sum(told) / len(told) if told else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What a judge answers, of a talk or of a part of it."""

    scores: tuple[Score, ...]
    flags: frozenset[Flag] = frozenset()

    def of(self, metric: Metric) -> Score:
        return self.by_metric[metric]

    @property
    def by_metric(self) -> Mapping[Metric, Score]:
        return {score.metric: score for score in self.scores}


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """Of one session by one judge. `messages`: how many there were when it was judged. `uses`: all that the judge used
    for it, however often it was asked, whatever came of it; rules use nothing.
    """

    session_id: str
    workspace_id: str
    judge: JudgeIdentity
    status: EvaluationStatus
    changed_at: datetime
    revision: int = 1
    scores: tuple[Score, ...] = ()
    flags: tuple[Flag, ...] = ()
    messages: int = 0
    failure: EvaluationFailure | None = None
    uses: tuple[Use, ...] = ()

    @property
    def is_settled(self) -> bool:
        return self.status in (EvaluationStatus.JUDGED, EvaluationStatus.NOTHING_TO_JUDGE)

    @property
    def overall(self) -> float | None:
        return overall_of({score.metric: score.value for score in self.scores})

    def ask_again(self, *, at: datetime) -> Self:
        return self._anew(EvaluationStatus.PENDING, at)

    def settle(self, verdict: Verdict | None, *, messages: int, at: datetime, uses: Iterable[Use] = ()) -> Self:
        """Without a verdict there was nothing to judge."""
        if verdict is None:
            return replace(self._anew(EvaluationStatus.NOTHING_TO_JUDGE, at), messages=messages)
        judged = self._anew(EvaluationStatus.JUDGED, at, uses)
        return replace(judged, scores=verdict.scores, flags=tuple(sorted(verdict.flags)), messages=messages)

    def fail(self, failure: EvaluationFailure, *, at: datetime, uses: Iterable[Use] = ()) -> Self:
        return replace(self._anew(EvaluationStatus.FAILED, at, uses), failure=failure)

    def charge(self, uses: Iterable[Use]) -> Self:
        """With what was used for a verdict that nobody needed."""
        return replace(self, revision=self.revision + 1, uses=summed((*self.uses, *uses)))

    def _anew(self, status: EvaluationStatus, at: datetime, uses: Iterable[Use] = ()) -> Self:
        return replace(
            self,
            status=status,
            changed_at=at,
            revision=self.revision + 1,
            scores=(),
            flags=(),
            messages=0,
            failure=None,
            uses=summed((*self.uses, *uses)),
        )


def new_evaluation(session: Session, judge: JudgeIdentity, *, at: datetime) -> Evaluation:
    return Evaluation(
        session_id=session.id,
        workspace_id=session.workspace_id,
        judge=judge,
        status=EvaluationStatus.PENDING,
        changed_at=at,
    )
