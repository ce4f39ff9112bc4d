"""How what was used, and what it costs, looks to clients."""

from typing import Self

from pydantic import BaseModel, Field

from echosphere.domain.cost import Cost, CostPart
from echosphere.domain.hosting import Host
from echosphere.domain.usage import Part
from echosphere.services.read_usage import TalkUsage


class UseAnswer(BaseModel):
    part: Part
    provider: str
    model: str = Field(description="empty where the provider has but one")
    seconds: float = Field(description="of sound: heard by ears, made by a voice")
    tokens_in: int = Field(description="those from a cache among them")
    tokens_cached: int
    tokens_out: int
    characters: int


class CostLineAnswer(BaseModel):
    part: CostPart
    provider: str = Field(description="`local` costs nothing by use")
    model: str
    usd_micros: int | None = Field(description="millionths of a US dollar; null: its price is unknown")
    is_sure: bool = Field(description="false: a price read of another region, or second hand")
    sources: list[str] = Field(description="where the prices were read")


class CostAnswer(BaseModel):
    """List prices without free tiers, discounts and taxes."""

    usd_micros: int = Field(description="of what is known")
    is_whole: bool = Field(description="false: a price is unknown, so it costs more than this")
    is_sure: bool
    lines: list[CostLineAnswer]

    @classmethod
    def of(cls, cost: Cost) -> Self:
        return cls.model_validate(cost, from_attributes=True)


class UsageAnswer(BaseModel):
    uses: list[UseAnswer]
    listened_s: float = Field(description="sound of people that went to the ears, silence included")
    participant_s: float = Field(description="how long each participant was in the room, the agent too, together")
    recorded_s: float
    made_minutes: float = Field(description="minutes of all outputs made of the recording")
    stored_bytes: int = Field(description="of what was made of the recording")
    host: Host
    region: str = Field(description="whose prices hold, or would")
    cost: CostAnswer
    on_aws: CostAnswer = Field(description="the same talk with Transcribe, Bedrock, Polly, MediaConvert and S3")

    @classmethod
    def of(cls, usage: TalkUsage) -> Self:
        return cls(
            uses=[UseAnswer.model_validate(use, from_attributes=True) for use in usage.uses],
            listened_s=usage.listened_s,
            participant_s=usage.participant_s,
            recorded_s=usage.recorded_s,
            made_minutes=usage.made_minutes,
            stored_bytes=usage.stored_bytes,
            host=usage.hosting.host,
            region=usage.hosting.region,
            cost=CostAnswer.of(usage.cost),
            on_aws=CostAnswer.of(usage.on_aws),
        )
