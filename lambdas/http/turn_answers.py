"""How figures of turns look to clients."""

from typing import Self

from pydantic import BaseModel, Field

from echosphere.domain.message import Via
from echosphere.domain.page import Page
from echosphere.domain.turn import Incident, Turn


class TurnAnswer(BaseModel):
    """Moments are seconds from the session's start, in the order in which they are named; null: it did not come so far.

    Between two moments lies a stage; each is told beside them, and may overlap with others.
    """

    id: str = Field(description="of the message that asked")
    answer_ids: list[str] = Field(description="of the messages that answered")
    via: Via
    heard_from_s: float
    heard_until_s: float = Field(description="the person's last sound, or the typed line")
    understood_s: float | None = Field(description="the last word as text")
    decided_s: float | None = Field(description="that the person has finished")
    thinking_from_s: float | None
    thought_s: float | None = Field(description="the first token")
    voicing_from_s: float | None = Field(description="the voice has its first sentence")
    voiced_s: float | None = Field(description="the first sound made")
    answered_s: float | None = Field(description="the first sound that can be heard")
    answered_until_s: float | None
    voice_to_voice_s: float | None = Field(description="heard_until_s to answered_s; null where the line was typed")
    hearing_s: float | None = Field(description="heard_until_s to understood_s")
    deciding_s: float | None = Field(description="heard_until_s to decided_s")
    thinking_s: float | None = Field(description="thinking_from_s to thought_s")
    voicing_s: float | None = Field(description="voicing_from_s to voiced_s")
    interrupted: bool = Field(description="the answer, by the person")
    incidents: list[Incident]

    @classmethod
    def of(cls, turn: Turn) -> Self:
        return cls.model_validate(turn, from_attributes=True)


class TurnPageAnswer(BaseModel):
    items: list[TurnAnswer]
    next_cursor: str | None

    @classmethod
    def of(cls, page: Page[Turn]) -> Self:
        return cls(items=[TurnAnswer.of(each) for each in page.items], next_cursor=page.next_cursor)
