"""A person asks for a talk: a session is stored, pending until agent and person have met in its room."""

import logging
from contextlib import suppress
from dataclasses import dataclass

from echosphere.domain.errors import ConsentNeeded, RoomsUnavailable, Unavailable, WriteConflict
from echosphere.domain.idempotency import IdempotencyKey
from echosphere.domain.identifiers import new_id, new_participant_identity, new_room_name
from echosphere.domain.language import Language
from echosphere.domain.persona import BUILT_IN
from echosphere.domain.session import Session
from echosphere.domain.trace import TraceParent
from echosphere.domain.workspace import Member
from echosphere.ports import BackendPorts
from echosphere.services.read_persona import read_persona
from echosphere.services.start_recording import call_first_recorder

logger = logging.getLogger(__name__)
# The person waits meanwhile; what comes later is the business of LiveKit's webhook.
RECORDER_WITHIN_S = 2.0


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkWish:
    """What a person asks for, once. `consented`: to being recorded, asked for this very talk.

    Without a `language` the talk has the persona's first one. `trace` is that of the request, and not of the wish.
    """

    persona_id: str = BUILT_IN
    language: Language | None = None
    record: bool = True
    consented: bool = False
    trace: TraceParent | None = None

    def __str__(self) -> str:
        """What must be the same when the request is sent again."""
        words = [self.language.value if self.language else "any"]
        words += ["unrecorded"] * (not self.record) + ["consented"] * self.consented
        words += [f"with {self.persona_id}"] * (self.persona_id != BUILT_IN)
        return " ".join(["start_session", *words])


def start_session(
    ports: BackendPorts, member: Member, wish: TalkWish, *, idempotency_key: str, consent_needed: bool = False
) -> Session:
    """Recorded is what both the persona's owner and the person want.

    A request that is sent again gets its talk, whatever became of the persona or of the person's country since.
    Raises RoleTooLow, InvalidIdempotencyKey, IdempotencyKeyReused, PersonaNotFound, LanguageNotSpoken, ConsentNeeded.
    """
    member.must_be_able_to_talk()
    key = IdempotencyKey(scope=member.person_id, value=idempotency_key, request=str(wish))
    stored = ports.sessions.made_with(key) or ports.sessions.create(
        _session(ports, member, wish, consent_needed=consent_needed), key=key
    )
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


def _session(ports: BackendPorts, member: Member, wish: TalkWish, *, consent_needed: bool) -> Session:
    persona = read_persona(ports, member.workspace_id, wish.persona_id)
    now, recorded = ports.clock.now(), persona.recorded and wish.record
    if recorded and consent_needed and not wish.consented:
        raise ConsentNeeded
    return Session(
        id=new_id(),
        workspace_id=member.workspace_id,
        person_id=member.person_id,
        room_name=new_room_name(),
        participant_identity=new_participant_identity(),
        language=persona.language_of_talk(wish.language),
        created_at=now,
        persona_id=persona.id,
        persona_name=persona.name,
        recorded=recorded,
        consented_at=now if recorded and wish.consented else None,
        trace=wish.trace,
    )
