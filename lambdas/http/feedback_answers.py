"""How what people say of a talk looks to clients: whose it is stays in the house, but for one's own."""

from typing import Self

from pydantic import BaseModel

from echosphere.domain.feedback import Feedback, Thumb
from echosphere.domain.workspace import Member
from lambdas.http.answers import Moment


class OneFeedbackAnswer(BaseModel):
    thumb: Thumb
    note: str
    changed_at: Moment

    @classmethod
    def of(cls, feedback: Feedback) -> Self:
        return cls.model_validate(feedback, from_attributes=True)


class FeedbackAnswer(BaseModel):
    """`mine` is null while one has said nothing; `others` are one's colleagues', the newest first."""

    mine: OneFeedbackAnswer | None
    others: list[OneFeedbackAnswer]

    @classmethod
    def of(cls, member: Member, said: list[Feedback]) -> Self:
        mine = [OneFeedbackAnswer.of(each) for each in said if each.person_id == member.person_id]
        others = [OneFeedbackAnswer.of(each) for each in said if each.person_id != member.person_id]
        return cls(mine=mine[0] if mine else None, others=others)
