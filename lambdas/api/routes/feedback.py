from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter
from pydantic import Field, StringConstraints

from echosphere.domain.errors import RoleTooLow, SessionNotFound
from echosphere.domain.feedback import NOTE_CHARACTERS, Thumb
from echosphere.services.give_feedback import give_feedback
from echosphere.services.list_feedback import list_feedback
from echosphere.services.take_feedback_back import take_feedback_back
from lambdas.http.dependencies import Id, TheMember, ThePorts
from lambdas.http.feedback_answers import FeedbackAnswer
from lambdas.http.problems import documented
from lambdas.http.request_body import RequestBody

router = APIRouter(prefix="/sessions/{session_id}/feedback", tags=["feedback"])

Note = Annotated[str, StringConstraints(strip_whitespace=True, max_length=NOTE_CHARACTERS)]


class FeedbackRequest(RequestBody):
    thumb: Thumb
    note: Note = Field("", description="for oneself and one's colleagues")


@router.get("", responses=documented(SessionNotFound))
def read(ports: ThePorts, member: TheMember, session_id: Id) -> FeedbackAnswer:
    """What people say of the talk, beside the judge."""
    return FeedbackAnswer.of(member, list_feedback(ports, member, session_id))


@router.put("", responses=documented(SessionNotFound, RoleTooLow))
def give(ports: ThePorts, member: TheMember, session_id: Id, body: FeedbackRequest) -> FeedbackAnswer:
    """Says it, in the place of what one said of the talk before; said again, it changes nothing."""
    said = give_feedback(ports, member, session_id, thumb=body.thumb, note=body.note)
    return FeedbackAnswer.of(member, said)


@router.delete("", status_code=HTTPStatus.NO_CONTENT, responses=documented(SessionNotFound))
def take_back(ports: ThePorts, member: TheMember, session_id: Id) -> None:
    """One's own; again, it changes nothing."""
    take_feedback_back(ports, member, session_id)
