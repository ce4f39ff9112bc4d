"""How talks with their figures look to clients."""

from typing import Self

from pydantic import BaseModel, Field

from echosphere.domain.day_figures import DayFigures
from echosphere.domain.evaluation import Metric
from echosphere.domain.page import Page
from echosphere.services.list_talk_figures import TalkFigures
from lambdas.http.answers import SessionAnswer
from lambdas.http.day_answers import DurationsAnswer


class TalkFiguresAnswer(BaseModel):
    turns: int
    interrupted: int = Field(description="turns whose answer was cut short by the person")
    incidents: int = Field(description="turns in which something happened that a person may have noticed")
    voice_to_voice: DurationsAnswer
    usd_micros: int = Field(description="millionths of a US dollar, of what is known")
    on_aws_usd_micros: int = Field(description="what the same talk would cost on AWS")
    is_whole: bool = Field(description="false: a price is unknown, so it cost more than `usd_micros`")
    on_aws_is_whole: bool = Field(description="the same of `on_aws_usd_micros`")
    scores: dict[Metric, float] = Field(description="of the judge that spoke last, 1 to 5")
    judged_by: str | None = Field(
        description="who that is: `rules` or a model's name; null where nobody judged it or names were not kept yet"
    )
    thumbs_up: int
    thumbs_down: int

    @classmethod
    def of(cls, figures: DayFigures) -> Self:
        opinions = figures.opinions
        return cls(
            turns=figures.turns,
            interrupted=figures.interrupted,
            incidents=figures.incidents,
            voice_to_voice=DurationsAnswer.of(figures.voice_to_voice),
            usd_micros=sum(figures.cost.values()),
            on_aws_usd_micros=sum(figures.on_aws.values()),
            is_whole=not figures.unpriced,
            on_aws_is_whole=not figures.unpriced_on_aws,
            scores={metric: mean for metric, each in opinions.scores.items() if (mean := each.mean) is not None},
            judged_by=opinions.judged_by,
            thumbs_up=opinions.thumbs_up,
            thumbs_down=opinions.thumbs_down,
        )


class TalkAnswer(BaseModel):
    """`figures` is null of a talk that was not counted yet."""

    session: SessionAnswer
    figures: TalkFiguresAnswer | None

    @classmethod
    def of(cls, told: TalkFigures) -> Self:
        figures = TalkFiguresAnswer.of(told.figures) if told.figures else None
        return cls(session=SessionAnswer.of(told.session), figures=figures)


class TalkPageAnswer(BaseModel):
    items: list[TalkAnswer]
    next_cursor: str | None

    @classmethod
    def of(cls, page: Page[TalkFigures]) -> Self:
        return cls(items=[TalkAnswer.of(each) for each in page.items], next_cursor=page.next_cursor)
