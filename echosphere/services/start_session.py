"""A person asks for a talk: a session is stored, pending until agent and person have met in its room."""

import logging
from contextlib import suppress

from echosphere.domain.errors import RoomsUnavailable, Unavailable, WriteConflict
from echosphere.domain.idempotency import IdempotencyKey
from echosphere.domain.identifiers import new_id, new_participant_identity, new_room_name
from echosphere.domain.language import Language
from echosphere.domain.session import Session
from echosphere.domain.workspace import Member
from echosphere.ports import BackendPorts
from echosphere.services.start_recording import call_first_recorder

logger = logging.getLogger(__name__)
# The person waits meanwhile; what comes later is the business of LiveKit's webhook.
RECORDER_WITHIN_S = 2.0


def start_session(
    ports: BackendPorts, member: Member, *, language: Language, idempotency_key: str, record: bool = True
) -> Session:
    """`record` is the owner's choice, made once. Raises RoleTooLow, InvalidIdempotencyKey, IdempotencyKeyReused."""
    member.must_be_able_to_talk()
    key = IdempotencyKey(scope=member.person_id, value=idempotency_key, request=_request(language, record=record))
    session = Session(
        id=new_id(),
        workspace_id=member.workspace_id,
        person_id=member.person_id,
        room_name=new_room_name(),
        participant_identity=new_participant_identity(),
        language=language,
        created_at=ports.clock.now(),
        recorded=record,
    )
    stored = ports.sessions.create(session, key=key)
    if not stored.is_over:
        # Agent and recorder come while the browser is still on its way. Without it the pass makes the room, only later.
        with suppress(RoomsUnavailable):
            ports.rooms.open(stored)
            _call_the_recorder(ports, stored)
    return stored


def _call_the_recorder(ports: BackendPorts, session: Session) -> None:
    """Into the room that was just made, sooner than LiveKit tells of it. What fails is left to that news."""
    try:
        call_first_recorder(ports, session, within_s=RECORDER_WITHIN_S)
    except (Unavailable, WriteConflict) as error:
        logger.warning("the recorder was not called", extra={"code": error.code, "session_id": session.id})


def _request(language: Language, *, record: bool) -> str:
    return f"start_session {language.value}{'' if record else ' unrecorded'}"
