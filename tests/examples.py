"""Records to test with: real in every field, different where the test says so."""

from collections.abc import Set
from dataclasses import replace
from datetime import UTC, datetime
from itertools import count

from echosphere.domain.evaluation import (
    MAY_BE_UNSCORED,
    Evaluation,
    Flag,
    JudgeIdentity,
    JudgeKind,
    Metric,
    Score,
    Verdict,
    new_evaluation,
)
from echosphere.domain.feedback import Feedback, Thumb
from echosphere.domain.language import Language
from echosphere.domain.message import Message, Role, Via
from echosphere.domain.persona import Persona
from echosphere.domain.recording import Recording, RecordingKind
from echosphere.domain.session import Session
from echosphere.domain.speaker import Speaker
from echosphere.domain.turn import Turn
from echosphere.domain.usage import JobUsage, Part, Use
from echosphere.domain.workspace import Member, WorkspaceRole

NINE_O_CLOCK = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
RULES = JudgeIdentity(name="rules", kind=JudgeKind.RULES, version="1")
UNSCORED = frozenset({Metric.FAITHFULNESS, Metric.INTERRUPTIONS_HANDLED})
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


def a_turn(session: Session, **changes: object) -> Turn:
    fields = {
        "id": f"message-{next(_numbers)}",
        "session_id": session.id,
        "workspace_id": session.workspace_id,
        "via": Via.VOICE,
        "heard_from_s": 1.0,
        "heard_until_s": 2.5,
        "understood_s": 2.75,
        "decided_s": 3.0,
        "thinking_from_s": 2.8,
        "thought_s": 3.05,
        "voicing_from_s": 3.1,
        "voiced_s": 3.2,
        "answered_s": 3.25,
        "answered_until_s": 6.0,
        "answer_ids": (f"message-{next(_numbers)}",),
    }
    return Turn(**{**fields, **changes})  # type: ignore[arg-type]  # fields by name


def a_usage(session: Session, **changes: object) -> JobUsage:
    fields = {
        "id": f"AJ_{next(_numbers)}",
        "session_id": session.id,
        "workspace_id": session.workspace_id,
        "uses": (
            Use(part=Part.EARS, provider="aws", seconds=62.5),
            Use(part=Part.BRAIN, provider="aws", model="amazon.nova-lite-v1:0", tokens_in=2_000, tokens_out=300),
            Use(part=Part.VOICE, provider="aws", model="neural", characters=1_200, seconds=80.0),
        ),
        "listened_s": 62.5,
        "participant_s": 130.25,
    }
    return JobUsage(**{**fields, **changes})  # type: ignore[arg-type]  # fields by name


def a_feedback(session: Session, **changes: object) -> Feedback:
    fields = {
        "session_id": session.id,
        "workspace_id": session.workspace_id,
        "person_id": session.person_id,
        "thumb": Thumb.UP,
        "note": "It knew what it sells.",
        "changed_at": NINE_O_CLOCK,
    }
    return Feedback(**{**fields, **changes})  # type: ignore[arg-type]  # fields by name


def a_guest(session: Session, **changes: object) -> Speaker:
    fields = {
        "session_id": session.id,
        "identity": f"guest-{next(_numbers)}",
        "label": None,
        "joined_at": NINE_O_CLOCK,
        "invitation_id": "invitation-1",
        "key_hash": f"hash-{next(_numbers)}",
    }
    return Speaker(**{**fields, **changes})  # type: ignore[arg-type]  # fields by name


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


def a_score(metric: Metric, value: int | None = 5, *message_ids: str) -> Score:
    return Score(metric=metric, value=value, reason="It was said so.", message_ids=message_ids)


def a_verdict(*changed: Score, flags: Set[Flag] = frozenset()) -> Verdict:
    """Of a talk without instructions and interruptions, in which nobody was moved."""
    values = {**dict.fromkeys(MAY_BE_UNSCORED, 5), Metric.LANGUAGE_KEPT: 5}
    scores = {each: a_score(each, None if each in UNSCORED else values.get(each, 3)) for each in Metric}
    return Verdict(scores=tuple({**scores, **{each.metric: each for each in changed}}.values()), flags=frozenset(flags))


def a_judges_use(**changes: object) -> Use:
    fields = {
        "part": Part.JUDGE,
        "provider": "aws",
        "model": "global.anthropic.claude-haiku-4-5-20251001-v1:0",
        "tokens_in": 900,
        "tokens_out": 80,
    }
    return Use(**{**fields, **changes})  # type: ignore[arg-type]  # fields by name


def no_use(use: Use) -> None:
    """A meter for judges that use nothing. Raises AssertionError."""
    raise AssertionError(use)


def an_evaluation(session: Session, **changes: object) -> Evaluation:
    return replace(new_evaluation(session, RULES, at=NINE_O_CLOCK), **changes)  # type: ignore[arg-type]  # fields by name
