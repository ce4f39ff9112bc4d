"""Records to test with: real in every field, different where the test says so."""

from datetime import UTC, datetime
from itertools import count

from echosphere.domain.language import Language
from echosphere.domain.message import Message, Role
from echosphere.domain.persona import Persona
from echosphere.domain.recording import Recording, RecordingKind
from echosphere.domain.session import Session
from echosphere.domain.workspace import Member, WorkspaceRole

NINE_O_CLOCK = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
_numbers = count(1)


def a_member(**changes: object) -> Member:
    number = next(_numbers)
    fields = {"workspace_id": f"workspace-{number}", "workspace_name": "personal", "person_id": f"person-{number}"}
    return Member(**{"role": WorkspaceRole.ADMIN, **fields, **changes})  # type: ignore[arg-type]  # fields by name


def a_persona(**changes: object) -> Persona:
    number = next(_numbers)
    fields = {
        "id": f"persona-{number}",
        "workspace_id": "workspace-0",
        "person_id": "person-0",
        "name": f"Mina {number}",
        "languages": (Language.ENGLISH, Language.JAPANESE),
        "instructions": "You sell bicycles.",
        "created_at": NINE_O_CLOCK,
        "changed_at": NINE_O_CLOCK,
    }
    return Persona(**{**fields, **changes})  # type: ignore[arg-type]  # fields by name


def a_session(**changes: object) -> Session:
    number = next(_numbers)
    fields = {
        "id": f"session-{number}",
        "workspace_id": "workspace-0",
        "person_id": "person-0",
        "room_name": f"room-{number}",
        "participant_identity": f"participant-{number}",
        "language": Language.ENGLISH,
        "created_at": NINE_O_CLOCK,
    }
    return Session(**{**fields, **changes})  # type: ignore[arg-type]  # fields by name


def a_message(session: Session, **changes: object) -> Message:
    fields = {
        "id": f"message-{next(_numbers)}",
        "session_id": session.id,
        "workspace_id": session.workspace_id,
        "role": Role.USER,
        "text": "Where are my talks kept?",
        "started_s": 1.0,
        "ended_s": 2.5,
    }
    return Message(**{**fields, **changes})  # type: ignore[arg-type]  # fields by name


def a_recording(session: Session, **changes: object) -> Recording:
    fields = {
        "session_id": session.id,
        "workspace_id": session.workspace_id,
        "attempt": 1,
        "kind": RecordingKind.AUDIO,
        "created_at": NINE_O_CLOCK,
        "changed_at": NINE_O_CLOCK,
    }
    return Recording(**{**fields, **changes})  # type: ignore[arg-type]  # fields by name
