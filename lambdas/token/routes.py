from fastapi import APIRouter
from pydantic import Field

from echosphere.domain.errors import NotTheSpeaker, RoleTooLow, SessionNotFound, SessionOver
from echosphere.services.join_session import join_session
from lambdas.http.answers import RoomPassAnswer
from lambdas.http.dependencies import LONGEST_ID, TheMember, ThePorts
from lambdas.http.problems import documented
from lambdas.http.request_body import RequestBody

router = APIRouter(tags=["sessions"])


class JoinSessionRequest(RequestBody):
    session_id: str = Field(min_length=1, max_length=LONGEST_ID)


@router.post("/token", responses=documented(SessionNotFound, SessionOver, RoleTooLow, NotTheSpeaker))
def join(ports: ThePorts, member: TheMember, body: JoinSessionRequest) -> RoomPassAnswer:
    """A new pass into the room of a talk that is not over: after a reload, or when the first one has expired."""
    return RoomPassAnswer.of(join_session(ports, member, body.session_id))
