"""A person asks for a talk: a session is stored, pending until agent and person have met in its room."""

from contextlib import suppress

from echosphere.domain.errors import RoomsUnavailable
from echosphere.domain.idempotency import IdempotencyKey
from echosphere.domain.identifiers import new_id, new_participant_identity, new_room_name
from echosphere.domain.language import Language
from echosphere.domain.session import Session
from echosphere.domain.workspace import Member
from echosphere.ports import Ports


def start_session(
    ports: Ports, member: Member, *, language: Language, idempotency_key: str, record: bool = True
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
        # The agent comes while the browser is still on its way. Without it the pass makes the room, only later.
        with suppress(RoomsUnavailable):
            ports.rooms.open(stored)
    return stored


def _request(language: Language, *, record: bool) -> str:
    return f"start_session {language.value}{'' if record else ' unrecorded'}"
