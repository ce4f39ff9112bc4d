"""For people with an invitation, which alone says that they may: these routes ask for no token."""

from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Depends
from pydantic import AfterValidator, Field, StringConstraints

from echosphere.domain.errors import (
    ConsentNeeded,
    GuestRemoved,
    InvitationNotFound,
    InvitationUsedUp,
    RoomFull,
    SessionOver,
)
from echosphere.domain.speaker import LABEL_CHARACTERS
from echosphere.services.join_as_guest import join_as_guest
from echosphere.services.open_invitation import open_invitation
from lambdas.http.dependencies import Secret, ThePorts
from lambdas.http.limits import count_address
from lambdas.http.one_line import one_line
from lambdas.http.problems import documented
from lambdas.http.request_body import RequestBody
from lambdas.http.speaker_answers import GuestPassAnswer, InvitationAnswer

router = APIRouter(prefix="/invitations/{secret}", tags=["invitations"], dependencies=[Depends(count_address)])
LONGEST_KEY = 64
Label = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=LABEL_CHARACTERS),
    AfterValidator(one_line),
]


class JoinAsGuestRequest(RequestBody):
    label: Label | None = Field(None, description="what to be called in the transcript; none: a number")
    recording_consent: bool = Field(False, description="the guest was asked and said yes; needed in a recorded talk")
    guest_key: str | None = Field(
        None, max_length=LONGEST_KEY, description="of who comes back: what was answered before"
    )


@router.get("", responses=documented(InvitationNotFound, SessionOver))
def read(ports: ThePorts, secret: Secret) -> InvitationAnswer:
    """Public, to who knows the invitation: with whom one talks there, and who has come."""
    _, session = open_invitation(ports, secret)
    return InvitationAnswer.of(session, ports.speakers.list_by_session(session.id))


@router.post(
    "/passes",
    status_code=HTTPStatus.CREATED,
    responses=documented(InvitationNotFound, SessionOver, GuestRemoved, ConsentNeeded, RoomFull, InvitationUsedUp),
)
def join(ports: ThePorts, secret: Secret, body: JoinAsGuestRequest) -> GuestPassAnswer:
    """Public, to who knows the invitation: a pass into the room, for ten minutes, under an identity of its own."""
    return GuestPassAnswer.of_entry(
        join_as_guest(ports, secret, label=body.label, consented=body.recording_consent, key=body.guest_key)
    )
