"""How a workspace's days look to clients."""

from typing import Self

from pydantic import BaseModel, Field

from echosphere.domain.cost import CostPart
from echosphere.domain.day_figures import DayFigures
from echosphere.domain.histogram import Histogram


class DurationsAnswer(BaseModel):
    """Percentiles within five per cent; null of nothing."""

    count: int
    p50_s: float | None
    p95_s: float | None

    @classmethod
    def of(cls, histogram: Histogram) -> Self:
        return cls(count=histogram.count, p50_s=histogram.percentile_s(0.5), p95_s=histogram.percentile_s(0.95))


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

    @classmethod
    def fields_of(cls, figures: DayFigures) -> dict[str, object]:
        names = ("sessions", "failed", "messages", "duration_s", "turns", "interrupted", "incidents")
        return {
            **{name: getattr(figures, name) for name in names},
            "voice_to_voice": DurationsAnswer.of(figures.voice_to_voice),
            "usd_micros": sum(figures.cost.values()),
            "usd_micros_by_part": figures.cost,
            "on_aws_usd_micros": sum(figures.on_aws.values()),
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
