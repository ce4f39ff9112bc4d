"""How a workspace's days look to clients."""

from typing import Self

from pydantic import BaseModel, Field

from echosphere.domain.cost import CostPart
from echosphere.domain.day_figures import DayFigures, SlowTurn
from echosphere.domain.evaluation import Metric
from echosphere.domain.histogram import Histogram
from echosphere.domain.opinions import Opinions, ScoreSum


class DurationsAnswer(BaseModel):
    """Percentiles within five per cent; null of nothing."""

    count: int
    p50_s: float | None
    p95_s: float | None

    @classmethod
    def of(cls, histogram: Histogram) -> Self:
        return cls(count=histogram.count, p50_s=histogram.percentile_s(0.5), p95_s=histogram.percentile_s(0.95))


class MeanAnswer(BaseModel):
    """Of a judge's scores, 1 to 5, of so many talks."""

    mean: float | None
    count: int

    @classmethod
    def of(cls, summed: ScoreSum) -> Self:
        return cls(mean=summed.mean, count=summed.count)


class OpinionsAnswer(BaseModel):
    """What judges and people say. `judged_by_rules` and `judges`: to be said wherever the means are shown."""

    judged: int
    judged_by_rules: int
    judges: dict[str, int] = Field(
        description="talks by who judged them: `rules` or a model's name; not those from before names were kept"
    )
    means: dict[Metric, MeanAnswer]
    thumbs_up: int
    thumbs_down: int
    compared: int = Field(description="thumbs on talks of which a judge has a mean that is not the middle one")
    agreed: int = Field(description="those that say the same as it")

    @classmethod
    def of(cls, opinions: Opinions) -> Self:
        means = {metric: MeanAnswer.of(summed) for metric, summed in opinions.scores.items()}
        judges = {name: talks for name, talks in opinions.judges.items() if talks > 0}
        return cls.model_validate({**opinions.counts, "means": means, "judges": judges})


class SlowTurnAnswer(BaseModel):
    session_id: str
    day: str
    at_s: float = Field(description="where the person began to ask, from the start of the talk")
    voice_to_voice_s: float

    @classmethod
    def of(cls, turn: SlowTurn) -> Self:
        return cls.model_validate(turn, from_attributes=True)


class DaySumAnswer(BaseModel):
    sessions: int
    failed: int
    messages: int
    duration_s: float
    turns: int
    interrupted: int = Field(description="turns whose answer was cut short by the person")
    incidents: int = Field(description="turns in which something happened that a person may have noticed")
    voice_to_voice: DurationsAnswer
    usd_micros: int = Field(description="millionths of a US dollar, of what is known")
    usd_micros_by_part: dict[CostPart, int]
    on_aws_usd_micros: int = Field(description="what the same talks would cost on AWS")
    is_whole: bool = Field(description="false: a price is unknown, so they cost more than `usd_micros`")
    on_aws_is_whole: bool = Field(description="the same of `on_aws_usd_micros`")
    opinions: OpinionsAnswer
    slowest: list[SlowTurnAnswer] = Field(description="the slowest answers, five at the most")
    failed_session_ids: list[str] = Field(description="of the talks that failed the last ones, ten at the most")

    @classmethod
    def fields_of(cls, figures: DayFigures) -> dict[str, object]:
        names = ("sessions", "failed", "messages", "duration_s", "turns", "interrupted", "incidents")
        return {
            **{name: getattr(figures, name) for name in names},
            "voice_to_voice": DurationsAnswer.of(figures.voice_to_voice),
            "usd_micros": sum(figures.cost.values()),
            "usd_micros_by_part": figures.cost,
            "on_aws_usd_micros": sum(figures.on_aws.values()),
            "is_whole": not figures.unpriced,
            "on_aws_is_whole": not figures.unpriced_on_aws,
            "opinions": OpinionsAnswer.of(figures.opinions),
            "slowest": [SlowTurnAnswer.of(turn) for turn in figures.slowest],
            "failed_session_ids": list(figures.failed_ids),
        }


class DayAnswer(DaySumAnswer):
    day: str = Field(description="of the talks' ends, in UTC")


class DaysAnswer(BaseModel):
    """Days without a talk are left out. A talk is counted about a minute after its end."""

    days: list[DayAnswer]
    all: DaySumAnswer

    @classmethod
    def of(cls, days: list[DayFigures], together: DayFigures) -> Self:
        told = [DayAnswer.model_validate({"day": each.day, **DayAnswer.fields_of(each)}) for each in days]
        return cls(days=told, all=DaySumAnswer.model_validate(DaySumAnswer.fields_of(together)))
