from http import HTTPStatus

from fastapi import APIRouter

from echosphere.domain.errors import NotTheOwner, RoleTooLow, SessionNotFound, SessionOver
from echosphere.services.invite_to_session import invite_to_session, list_invitations, revoke_invitation
from echosphere.services.list_speakers import list_speakers
from echosphere.services.remove_guest import remove_guest
from lambdas.http.dependencies import Id, TheMember, ThePorts
from lambdas.http.link_answers import LinksAnswer
from lambdas.http.problems import documented
from lambdas.http.speaker_answers import NewInvitationAnswer, SpeakersAnswer

router = APIRouter(prefix="/sessions/{session_id}", tags=["invitations"])
MAY_REFUSE = documented(SessionNotFound, RoleTooLow, NotTheOwner)


@router.post(
    "/invitations",
    status_code=HTTPStatus.CREATED,
    responses=documented(SessionNotFound, SessionOver, RoleTooLow, NotTheOwner),
)
def invite(ports: ThePorts, member: TheMember, session_id: Id) -> NewInvitationAnswer:
    """Makes a link by which people without an account come into the room, for two hours, while the talk lasts."""
    return NewInvitationAnswer.of_both(*invite_to_session(ports, member, session_id))


@router.get("/invitations", responses=MAY_REFUSE)
def list_oldest_first(ports: ThePorts, member: TheMember, session_id: Id) -> LinksAnswer:
    return LinksAnswer.of_all(list_invitations(ports, member, session_id))


@router.delete("/invitations/{invitation_id}", status_code=HTTPStatus.NO_CONTENT, responses=MAY_REFUSE)
def revoke(ports: ThePorts, member: TheMember, session_id: Id, invitation_id: Id) -> None:
    """Takes an invitation back: nobody comes in by it any more, and who came by it is sent out."""
    revoke_invitation(ports, member, session_id, invitation_id)


@router.delete("/speakers/{identity}", status_code=HTTPStatus.NO_CONTENT, responses=MAY_REFUSE)
def remove(ports: ThePorts, member: TheMember, session_id: Id, identity: Id) -> None:
    """Sends a guest out of the room. By an invitation that still stands they can come in again, as somebody new."""
    remove_guest(ports, member, session_id, identity)


@router.get("/speakers", responses=documented(SessionNotFound))
def list_who_spoke(ports: ThePorts, member: TheMember, session_id: Id) -> SpeakersAnswer:
    """Its owner first, then the guests as they came."""
    return SpeakersAnswer.of(*list_speakers(ports, member, session_id))
