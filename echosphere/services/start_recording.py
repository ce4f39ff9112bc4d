"""Makes sure that a talk is recorded. Whatever goes wrong here, the talk itself goes on."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from echosphere.domain.egress import EgressNews, EgressStatus
from echosphere.domain.errors import RecorderRefused, RecorderUnavailable, SessionNotFound, WriteConflict
from echosphere.domain.recording import ATTEMPTS_OF_A_KIND, Recording, RecordingFailure, RecordingKind, RecordingStatus
from echosphere.domain.session import Session
from echosphere.ports import BackendPorts
from echosphere.services.change_recording import TRIES, change_recording

# Of a recording that does not say: longer than a function may run.
CALLED_WITHIN = timedelta(seconds=30)
# Of what was begun to be asked for in time, LiveKit knows by then.
TOLD_OF_WITHIN = timedelta(seconds=1)
# LiveKit answers when a worker has taken the egress.
ANSWERED_WITHIN_S = 10.0


def start_recording(
    ports: BackendPorts, session_id: str, *, kind: RecordingKind, ended_attempt: int | None = None
) -> list[Recording]:
    """Idempotent: a recorder that is at it is left alone, one that broke off is followed by the next attempt.

    `ended_attempt` is known to be over, though its file may be whole. Gives what was begun. A recording is stored
    first, so that no egress runs of which nobody knows. Raises RecorderUnavailable, for the caller to repeat, when it
    has tried all lanes.
    """
    begun: list[Recording] = []
    unavailable: RecorderUnavailable | None = None
    for lane in range(1, (ports.recorders_of_sound if kind is RecordingKind.AUDIO else 1) + 1):
        wanted = _Wanted(kind=kind, lane=lane, ended_attempt=ended_attempt)
        try:
            recording = _record(ports, session_id, wanted)
        except RecorderUnavailable as error:
            unavailable = error
        else:
            begun += [recording] if recording else []
    if unavailable:
        raise unavailable
    return begun


def call_first_recorder(ports: BackendPorts, session: Session, *, within_s: float) -> None:
    """For a talk that was just stored, and whose person waits: nothing is read that is known.

    Once there is an attempt, more is the business of LiveKit's news. Raises RecorderUnavailable.
    """
    if not session.recorded:
        return
    wanted = _Wanted(kind=RecordingKind.AUDIO, lane=1, within_s=within_s)
    first = _attempt(session, wanted, number=1, now=ports.clock.now())
    try:
        ports.recordings.create(first)
    except WriteConflict:
        return
    _let_record(ports, session, first, within_s)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wanted:
    kind: RecordingKind
    lane: int
    ended_attempt: int | None = None
    within_s: float = ANSWERED_WITHIN_S


def _record(ports: BackendPorts, session_id: str, wanted: _Wanted) -> Recording | None:
    """None: nothing is to be done. Raises WriteConflict when it lost every race."""
    try:
        session = ports.sessions.get(session_id)
    except SessionNotFound:
        return None
    if session.is_over or not session.recorded:
        return None
    for _ in range(TRIES):
        made = ports.recordings.list_by_session(session_id)
        mine = [each for each in made if each.kind is wanted.kind and each.lane == wanted.lane]
        now = ports.clock.now()
        if mine and _was_abandoned(mine[-1], now):
            return _resume(ports, session, mine[-1], wanted.within_s)
        if mine and not (mine[-1].broke_off or mine[-1].attempt == wanted.ended_attempt):
            return None
        if len(mine) >= ATTEMPTS_OF_A_KIND:
            return None
        attempt = _attempt(session, wanted, number=max((each.attempt for each in made), default=0) + 1, now=now)
        try:
            ports.recordings.create(attempt)
        except WriteConflict:
            continue  # somebody was faster, who heard the same news, or news of another lane
        return _let_record(ports, session, attempt, wanted.within_s)
    raise WriteConflict


def _attempt(session: Session, wanted: _Wanted, *, number: int, now: datetime) -> Recording:
    return Recording(
        session_id=session.id,
        workspace_id=session.workspace_id,
        attempt=number,
        kind=wanted.kind,
        created_at=now,
        changed_at=now,
        called_until=now + timedelta(seconds=wanted.within_s),
        lane=wanted.lane,
        trace=session.trace,
    )


def _was_abandoned(last: Recording, now: datetime) -> bool:
    """Who stored it was killed before the egress was called, and nobody else will call it."""
    nobody_started = last.status is RecordingStatus.STARTING and last.egress_id is None
    return nobody_started and now > (last.called_until or last.changed_at + CALLED_WITHIN) + TOLD_OF_WITHIN


def _resume(ports: BackendPorts, session: Session, recording: Recording, within_s: float) -> Recording | None:
    """Its egress may run all the same: what was lost may be the answer only. Who hears two news at once calls once."""
    running = [news for news in ports.recorder.list(session.room_name) if news.key == recording.raw_key]
    if running:
        return _follow(ports, recording, running[-1])
    called = recording.call_again(until=ports.clock.now() + timedelta(seconds=within_s))
    try:
        ports.recordings.replace(called, was=recording)
    except WriteConflict:
        return None
    return _let_record(ports, session, called, within_s)


def _let_record(ports: BackendPorts, session: Session, recording: Recording, within_s: float) -> Recording:
    key = recording.raw_key
    try:
        egress_id = ports.recorder.start(room_name=session.room_name, kind=recording.kind, key=key, within_s=within_s)
    except RecorderRefused as refused:
        return _fail(ports, recording, refused.words)
    except RecorderUnavailable:
        _fail(ports, recording, None)
        raise
    return _follow(ports, recording, EgressNews(egress_id=egress_id, key=key, status=EgressStatus.STARTING))


def _follow(ports: BackendPorts, recording: Recording, news: EgressNews) -> Recording:
    at = ports.clock.now()
    return change_recording(
        ports, recording.session_id, recording.attempt, lambda stored: stored.follow(news, at=at), known=recording
    )


def _fail(ports: BackendPorts, recording: Recording, words: str | None) -> Recording:
    at = ports.clock.now()
    return change_recording(
        ports,
        recording.session_id,
        recording.attempt,
        lambda stored: stored if _is_heard_of(stored) else stored.fail(RecordingFailure.NOT_STARTED, words, at=at),
    )


def _is_heard_of(stored: Recording) -> bool:
    """The answer came too late, and the recorder's own news before it."""
    return stored.egress_id is not None
