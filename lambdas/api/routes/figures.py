from fastapi import APIRouter

from echosphere.domain.errors import InvalidCursor, SessionNotFound
from echosphere.services.list_turns import list_turns
from lambdas.http.dependencies import Cursor, Id, Limit, TheMember, ThePorts
from lambdas.http.problems import documented
from lambdas.http.turn_answers import TurnPageAnswer

router = APIRouter(tags=["figures"])


@router.get("/sessions/{session_id}/turns", responses=documented(SessionNotFound, InvalidCursor))
def list_what_turns_took(
    ports: ThePorts, member: TheMember, session_id: Id, limit: Limit = 100, cursor: Cursor = None
) -> TurnPageAnswer:
    """What each question and its answer took, stage by stage, in the order of the talk."""
    return TurnPageAnswer.of(list_turns(ports, member, session_id, limit=limit, cursor=cursor))
