"""What judges and people say of talks, as numbers that are added, and taken away again when they say otherwise."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields

from echosphere.domain.evaluation import Evaluation, JudgeKind, Metric
from echosphere.domain.feedback import Feedback, Thumb, agrees


@dataclass(frozen=True, slots=True)
class ScoreSum:
    count: int = 0
    total: int = 0

    def __add__(self, other: "ScoreSum") -> "ScoreSum":
        return ScoreSum(self.count + other.count, self.total + other.total)

    def __neg__(self) -> "ScoreSum":
        return ScoreSum(-self.count, -self.total)

    @property
    def mean(self) -> float | None:
        return round(self.total / self.count, 2) if self.count else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinions:
    """`judged` talks, some of them by plain rules; thumbs of people, of which `compared` stand beside a judge's mean
    and `agreed` say the same as it. `judges`: how many talks each judged, by its name; of what was counted before
    they were told apart there is none.
    """

    judged: int = 0
    judged_by_rules: int = 0
    thumbs_up: int = 0
    thumbs_down: int = 0
    compared: int = 0
    agreed: int = 0
    scores: Mapping[Metric, ScoreSum] = field(default_factory=dict)
    judges: Mapping[str, int] = field(default_factory=dict)

    @property
    def counts(self) -> dict[str, int]:
        return {each.name: getattr(self, each.name) for each in fields(self) if each.name not in ("scores", "judges")}

    @property
    def judged_by(self) -> str | None:
        """Of one talk: the judge's name. None where nobody judged it, or a model did before names were kept."""
        rules = JudgeKind.RULES.value if self.judged_by_rules > 0 else None
        return next((name for name, talks in self.judges.items() if talks > 0), rules)

    def __add__(self, other: "Opinions") -> "Opinions":
        metrics = [metric for metric in Metric if metric in self.scores or metric in other.scores]
        sums = {each: self.scores.get(each, ScoreSum()) + other.scores.get(each, ScoreSum()) for each in metrics}
        counts = {name: count + other.counts[name] for name, count in self.counts.items()}
        return Opinions(
            **counts,
            scores={metric: summed for metric, summed in sums.items() if summed != ScoreSum()},
            judges=_sum(self.judges, other.judges),
        )

    def __sub__(self, other: "Opinions") -> "Opinions":
        counts = {name: -count for name, count in other.counts.items()}
        return self + Opinions(
            **counts,
            scores={metric: -summed for metric, summed in other.scores.items()},
            judges={name: -talks for name, talks in other.judges.items()},
        )


def opinions_of(evaluation: Evaluation | None, feedback: Sequence[Feedback]) -> Opinions:
    """Of one talk, by one judge."""
    overall, said = (evaluation.overall, evaluation.scores) if evaluation else (None, ())
    compared = [agree for each in feedback if (agree := agrees(each.thumb, overall)) is not None]
    thumbs = [each.thumb for each in feedback]
    scores = {score.metric: ScoreSum(1, score.value) for score in said if score.value is not None}
    return Opinions(
        judged=int(evaluation is not None),
        judged_by_rules=int(evaluation is not None and evaluation.judge.kind is JudgeKind.RULES),
        thumbs_up=thumbs.count(Thumb.UP),
        thumbs_down=thumbs.count(Thumb.DOWN),
        compared=len(compared),
        agreed=sum(compared),
        scores=scores,
        judges={evaluation.judge.name: 1} if evaluation else {},
    )


def _sum(one: Mapping[str, int], other: Mapping[str, int]) -> dict[str, int]:
    summed = {name: one.get(name, 0) + other.get(name, 0) for name in (*one, *other)}
    return {name: talks for name, talks in summed.items() if talks}
