from fastapi import APIRouter
from pydantic import BaseModel, Field

from echosphere.domain.errors import NotTheSpeaker, RoleTooLow, SessionNotFound, SessionOver
from echosphere.services.join_session import join_session
from lambdas.http.answers import RoomPassAnswer
from lambdas.http.dependencies import TheMember, ThePorts
from lambdas.http.problems import documented

router = APIRouter(tags=["sessions"])


class JoinSessionRequest(BaseModel):
    session_id: str = Field(min_length=1, max_length=64)


@router.post("/token", responses=documented(SessionNotFound, SessionOver, RoleTooLow, NotTheSpeaker))
def join(ports: ThePorts, member: TheMember, body: JoinSessionRequest) -> RoomPassAnswer:
    """A new pass into the room of a talk that is not over: after a reload, or when the first one has expired."""
    return RoomPassAnswer.of(join_session(ports, member, body.session_id))
