from datetime import date
from typing import Annotated

from fastapi import APIRouter, Depends, Query

from echosphere.domain.errors import InvalidCursor, InvalidPeriod, SessionNotFound
from echosphere.domain.language import Language
from echosphere.services.list_talk_figures import list_talk_figures
from echosphere.services.list_turns import list_turns
from echosphere.services.read_day_figures import WantedDays, read_day_figures
from echosphere.services.read_usage import read_usage
from lambdas.http.day_answers import DaysAnswer
from lambdas.http.dependencies import LONGEST_ID, Cursor, Id, Limit, TheMember, ThePorts
from lambdas.http.problems import documented
from lambdas.http.talk_answers import TalkPageAnswer
from lambdas.http.turn_answers import TurnPageAnswer
from lambdas.http.usage_answers import UsageAnswer

router = APIRouter(tags=["figures"])


@router.get("/sessions/{session_id}/turns", responses=documented(SessionNotFound, InvalidCursor))
def list_what_turns_took(
    ports: ThePorts, member: TheMember, session_id: Id, limit: Limit = 100, cursor: Cursor = None
) -> TurnPageAnswer:
    """What each question and its answer took, stage by stage, in the order of the talk."""
    return TurnPageAnswer.of(list_turns(ports, member, session_id, limit=limit, cursor=cursor))


@router.get("/sessions/{session_id}/usage", responses=documented(SessionNotFound))
def read_what_was_used(ports: ThePorts, member: TheMember, session_id: Id) -> UsageAnswer:
    """What the talk used of each service, what it cost, and what it would cost on AWS."""
    return UsageAnswer.of(read_usage(ports, member, session_id))


def wanted_days(
    from_: Annotated[date, Query(alias="from", description="the first day, in UTC")],
    to: Annotated[date, Query(description="the last day, at most 92 days in all")],
    persona_id: Annotated[str | None, Query(min_length=1, max_length=LONGEST_ID, description="with whom")] = None,
    language: Annotated[Language | None, Query(description="in which language")] = None,
) -> WantedDays:
    return WantedDays(from_day=from_, to_day=to, persona_id=persona_id, language=language)


TheDays = Annotated[WantedDays, Depends(wanted_days)]


@router.get("/usage", responses=documented(InvalidPeriod))
def read_days(ports: ThePorts, member: TheMember, wanted: TheDays) -> DaysAnswer:
    """What the workspace's talks of each day were like and cost. Asked for by day, it reads no talk."""
    return DaysAnswer.of(*read_day_figures(ports, member, wanted))


@router.get("/usage/talks", responses=documented(InvalidPeriod, InvalidCursor))
def list_talks_with_figures(
    ports: ThePorts, member: TheMember, wanted: TheDays, limit: Limit = 100, cursor: Cursor = None
) -> TalkPageAnswer:
    """The talks that ended in these days, newest first, each with what it was like and cost, as it was counted."""
    return TalkPageAnswer.of(list_talk_figures(ports, member, wanted, limit=limit, cursor=cursor))
