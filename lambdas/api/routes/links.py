from datetime import timedelta
from http import HTTPStatus

from fastapi import APIRouter
from pydantic import Field

from echosphere.domain.errors import NotTheOwner, RoleTooLow, SessionNotFound
from echosphere.domain.shared_link import LONGEST_H
from echosphere.services.share_session import list_links, revoke_link, share_session
from lambdas.http.dependencies import Id, TheMember, ThePorts
from lambdas.http.link_answers import LinksAnswer, NewLinkAnswer
from lambdas.http.problems import documented
from lambdas.http.request_body import RequestBody

router = APIRouter(prefix="/sessions/{session_id}/links", tags=["links"])
MAY_REFUSE = documented(SessionNotFound, RoleTooLow, NotTheOwner)


class ShareSessionRequest(RequestBody):
    expires_in_h: int = Field(ge=1, le=LONGEST_H, description="hours until nobody gets in by it any more")


@router.post("", status_code=HTTPStatus.CREATED, responses=MAY_REFUSE)
def share(ports: ThePorts, member: TheMember, session_id: Id, body: ShareSessionRequest) -> NewLinkAnswer:
    """Makes a link by which anybody may read and hear the talk without an account."""
    return NewLinkAnswer.of_both(*share_session(ports, member, session_id, lasts=timedelta(hours=body.expires_in_h)))


@router.get("", responses=MAY_REFUSE)
def list_oldest_first(ports: ThePorts, member: TheMember, session_id: Id) -> LinksAnswer:
    return LinksAnswer.of_all(list_links(ports, member, session_id))


@router.delete("/{link_id}", status_code=HTTPStatus.NO_CONTENT, responses=MAY_REFUSE)
def revoke(ports: ThePorts, member: TheMember, session_id: Id, link_id: Id) -> None:
    """Takes a link back. Who is listening by it hears for the rest of the hour at the most."""
    revoke_link(ports, member, session_id, link_id)
