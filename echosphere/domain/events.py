"""What the rest of EchoSphere hears of: one frozen, versioned class for each event on the bus.

An event is stored in the same transaction as its change and published after it, so a consumer may see it
twice and must be idempotent by `event_id`. Nothing personal is in it: ids, times and closed words only.
"""

from dataclasses import asdict, dataclass, field, fields
from datetime import datetime
from typing import Any, ClassVar, Self

from echosphere.domain.evaluation import Evaluation
from echosphere.domain.identifiers import new_id
from echosphere.domain.moment import to_text
from echosphere.domain.recording import Recording
from echosphere.domain.session import Session
from echosphere.domain.trace import TraceParent
from echosphere.domain.workspace import Member

TRACE = "traceparent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """`detail_type` and `version` name the contract; a change that breaks a consumer makes a new version."""

    version: ClassVar[int] = 1

    workspace_id: str
    occurred_at: str
    event_id: str = field(default_factory=new_id)

    @classmethod
    def detail_type(cls) -> str:
        return cls.__name__

    def detail(self) -> dict[str, Any]:
        """The JSON body on the bus; without a trace where there is none."""
        body = asdict(self)
        if body.get(TRACE, "") is None:
            del body[TRACE]
        return {"version": self.version, **body}

    @classmethod
    def from_detail(cls, detail: dict[str, Any]) -> Self:
        """Fields that a newer publisher added are ignored; an older one told of no traces. Raises KeyError."""
        told: dict[str, Any] = {TRACE: None, **detail}
        return cls(**{each.name: told[each.name] for each in fields(cls)})


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionEvent(Event):
    """`traceparent`: the span that all of the talk goes on from, as W3C writes it."""

    session_id: str
    traceparent: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionStarted(SessionEvent):
    language: str

    @classmethod
    def of(cls, session: Session) -> Self:
        assert session.started_at is not None
        return cls(
            session_id=session.id,
            workspace_id=session.workspace_id,
            traceparent=_written(session.trace),
            occurred_at=to_text(session.started_at),
            language=session.language.value,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionEnded(SessionEvent):
    """`duration_s` is None when nobody ever spoke: the session ended before the agent came."""

    reason: str
    duration_s: float | None

    @classmethod
    def of(cls, session: Session) -> Self:
        assert session.ended_at is not None and session.end_reason is not None
        return cls(
            session_id=session.id,
            workspace_id=session.workspace_id,
            traceparent=_written(session.trace),
            occurred_at=to_text(session.ended_at),
            reason=session.end_reason.value,
            duration_s=session.duration_s,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionFailed(SessionEvent):
    reason: str

    @classmethod
    def of(cls, session: Session) -> Self:
        assert session.ended_at is not None and session.failure_reason is not None
        return cls(
            session_id=session.id,
            workspace_id=session.workspace_id,
            traceparent=_written(session.trace),
            occurred_at=to_text(session.ended_at),
            reason=session.failure_reason.value,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordingEvent(SessionEvent):
    """`kind` is what the file holds: `audio` or `video`."""

    attempt: int
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordingStarted(RecordingEvent):
    @classmethod
    def of(cls, recording: Recording) -> Self:
        return cls(**_recording(recording))


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordingUploaded(RecordingEvent):
    @classmethod
    def of(cls, recording: Recording) -> Self:
        return cls(**_recording(recording))


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordingCutShort(RecordingEvent):
    """Its recorder died; what it had stored is kept, and another attempt follows."""

    @classmethod
    def of(cls, recording: Recording) -> Self:
        return cls(**_recording(recording))


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordingReady(RecordingEvent):
    duration_s: float

    @classmethod
    def of(cls, recording: Recording) -> Self:
        assert recording.duration_s is not None
        return cls(**_recording(recording), duration_s=recording.duration_s)


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordingFailed(RecordingEvent):
    """The words of the service that failed stay with the recording: they are not ours to vouch for."""

    reason: str

    @classmethod
    def of(cls, recording: Recording) -> Self:
        assert recording.failure is not None
        return cls(**_recording(recording), reason=recording.failure.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class EvaluationEvent(SessionEvent):
    """`judge` and `judge_version` together name whose evaluation of the session it is; the trace is its talk's."""

    judge: str
    judge_version: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EvaluationAsked(EvaluationEvent):
    """Somebody wants the talk to be judged, again or for the first time."""

    @classmethod
    def of(cls, evaluation: Evaluation, trace: TraceParent | None) -> Self:
        return cls(**_evaluation(evaluation, trace))


@dataclass(frozen=True, slots=True, kw_only=True)
class EvaluationCompleted(EvaluationEvent):
    """Scores and flags alone: reasons hold what was said. None is a score for which there was nothing to judge by."""

    judge_kind: str
    scores: dict[str, int | None]
    flags: list[str]

    @classmethod
    def of(cls, evaluation: Evaluation, trace: TraceParent | None) -> Self:
        return cls(
            **_evaluation(evaluation, trace),
            judge_kind=evaluation.judge.kind.value,
            scores={score.metric.value: score.value for score in evaluation.scores},
            flags=[flag.value for flag in evaluation.flags],
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class EvaluationFailed(EvaluationEvent):
    """Of one try; the queue may try again. What the judge used for it is paid for all the same."""

    reason: str

    @classmethod
    def of(cls, evaluation: Evaluation, trace: TraceParent | None) -> Self:
        assert evaluation.failure is not None
        return cls(**_evaluation(evaluation, trace), reason=evaluation.failure.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonLeft(Event):
    """All that is kept of the person is to be deleted; nobody gets in by the person's tokens any more."""

    person_id: str

    @classmethod
    def of(cls, member: Member, *, at: datetime) -> Self:
        return cls(person_id=member.person_id, workspace_id=member.workspace_id, occurred_at=to_text(at))


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportAsked(Event):
    """The person is to get a copy of all that is kept of them; told again for each part of it."""

    person_id: str
    export_id: str

    @classmethod
    def of(cls, member: Member, *, export_id: str, at: datetime) -> Self:
        return cls(
            person_id=member.person_id,
            workspace_id=member.workspace_id,
            occurred_at=to_text(at),
            export_id=export_id,
        )


def _written(trace: TraceParent | None) -> str | None:
    return str(trace) if trace else None


def _recording(recording: Recording) -> dict[str, Any]:
    return {
        "session_id": recording.session_id,
        "workspace_id": recording.workspace_id,
        TRACE: _written(recording.trace),
        "occurred_at": to_text(recording.changed_at),
        "attempt": recording.attempt,
        "kind": recording.kind.value,
    }


def _evaluation(evaluation: Evaluation, trace: TraceParent | None) -> dict[str, Any]:
    return {
        "session_id": evaluation.session_id,
        "workspace_id": evaluation.workspace_id,
        TRACE: _written(trace),
        "occurred_at": to_text(evaluation.changed_at),
        "judge": evaluation.judge.name,
        "judge_version": evaluation.judge.version,
    }


EVENTS: dict[str, type[Event]] = {
    each.detail_type(): each
    for each in (
        SessionStarted,
        SessionEnded,
        SessionFailed,
        RecordingStarted,
        RecordingUploaded,
        RecordingCutShort,
        RecordingReady,
        RecordingFailed,
        EvaluationAsked,
        EvaluationCompleted,
        EvaluationFailed,
        PersonLeft,
        ExportAsked,
    )
}
