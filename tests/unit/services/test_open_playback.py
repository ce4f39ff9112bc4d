from dataclasses import replace
from datetime import timedelta

import pytest

from echosphere.adapters.memory import memory_ports
from echosphere.adapters.memory.playback_signer import MemoryPlaybackSigner
from echosphere.domain.errors import RecordingNotFound, RecordingNotReady, SessionNotFound
from echosphere.domain.idempotency import IdempotencyKey
from echosphere.domain.playback import PlayablePart
from echosphere.domain.recording import RecordingFailure, RecordingKind, RecordingStatus
from echosphere.domain.session import Session, SessionStatus
from echosphere.domain.workspace import Member, WorkspaceRole
from echosphere.ports import MediaPorts
from echosphere.services.open_playback import open_playback
from tests.examples import NINE_O_CLOCK, a_member, a_recording, a_session

pytestmark = pytest.mark.unit
READY, FAILED = RecordingStatus.READY, RecordingStatus.FAILED


def ended(ports: MediaPorts, **changes: object) -> Session:
    facts = {"status": SessionStatus.ENDED, "started_at": NINE_O_CLOCK, "ended_at": NINE_O_CLOCK + timedelta(minutes=1)}
    key = IdempotencyKey(scope="person-0", value="key-0001", request="start")
    return ports.sessions.create(a_session(**{**facts, **changes}), key=key)


def listener(session: Session) -> Member:
    return replace(a_member(), workspace_id=session.workspace_id, role=WorkspaceRole.VIEWER)


def opened(ports: MediaPorts, session: Session) -> tuple[PlayablePart, ...]:
    return open_playback(ports, MemoryPlaybackSigner(), listener(session), session.id).parts


def test_who_may_read_a_talk_may_listen_to_it_for_an_hour() -> None:
    ports, signer = memory_ports(), MemoryPlaybackSigner()
    session = ended(ports)
    begun = NINE_O_CLOCK - timedelta(seconds=1.2)
    ports.recordings.create(a_recording(session, status=READY, started_at=begun, duration_s=63.4))

    playback = open_playback(ports, signer, listener(session), session.id)

    an_hour_from_now = ports.clock.now() + timedelta(hours=1)
    assert playback.access.expires_at == an_hour_from_now.replace(microsecond=0)
    assert signer.allows(session.id, dict(playback.access.parameters), at=ports.clock.now())
    assert [(part.recording.attempt, part.offset_s) for part in playback.parts] == [(1, -1.2)]


def test_what_failed_or_is_still_made_beside_the_sound_is_left_out() -> None:
    ports = memory_ports()
    session = ended(ports)
    broken = a_recording(session, attempt=1, status=FAILED, failure=RecordingFailure.RECORDER_DIED)
    ports.recordings.create(broken)
    ports.recordings.create(a_recording(session, attempt=2, status=READY))
    ports.recordings.create(
        a_recording(session, attempt=3, kind=RecordingKind.VIDEO, status=RecordingStatus.TRANSCODING)
    )

    playback = open_playback(ports, MemoryPlaybackSigner(), listener(session), session.id)

    assert [part.recording.attempt for part in playback.parts] == [2]


SETTLED = (READY, FAILED, RecordingStatus.SET_ASIDE)


@pytest.mark.parametrize("status", [one for one in RecordingStatus if one not in SETTLED])
def test_a_recording_that_is_still_made_is_not_ready(status: RecordingStatus) -> None:
    ports = memory_ports()
    session = ended(ports)
    ports.recordings.create(a_recording(session, attempt=1, status=READY, duration_s=30.0))
    ports.recordings.create(a_recording(session, attempt=2, status=status))

    with pytest.raises(RecordingNotReady):
        open_playback(ports, MemoryPlaybackSigner(), listener(session), session.id)


def test_a_recording_of_the_whole_talk_waits_for_no_other() -> None:
    ports = memory_ports()
    session = ended(ports)
    ports.recordings.create(a_recording(session, attempt=1, status=READY, duration_s=60.0))
    ports.recordings.create(a_recording(session, attempt=2, lane=2, status=RecordingStatus.TRANSCODING))

    assert [part.recording.attempt for part in opened(ports, session)] == [1]


def test_of_two_recordings_of_one_talk_one_is_heard() -> None:
    ports = memory_ports()
    session = ended(ports)
    ports.recordings.create(a_recording(session, attempt=1, lane=1, status=READY, duration_s=20.0))
    ports.recordings.create(a_recording(session, attempt=2, lane=2, status=READY, duration_s=60.0))

    assert [part.recording.attempt for part in opened(ports, session)] == [2]


def test_a_talk_that_goes_on_is_not_ready() -> None:
    ports = memory_ports()
    session = ended(ports, status=SessionStatus.ACTIVE, ended_at=None)
    ports.recordings.create(a_recording(session, status=READY))

    with pytest.raises(RecordingNotReady):
        open_playback(ports, MemoryPlaybackSigner(), listener(session), session.id)


@pytest.mark.parametrize("recorded", [True, False])
def test_a_talk_without_a_recording_has_none(recorded: bool) -> None:
    ports = memory_ports()
    session = ended(ports, recorded=recorded)

    with pytest.raises(RecordingNotFound):
        open_playback(ports, MemoryPlaybackSigner(), listener(session), session.id)


def test_a_talk_whose_recordings_all_failed_has_none() -> None:
    ports = memory_ports()
    session = ended(ports)
    ports.recordings.create(a_recording(session, status=FAILED, failure=RecordingFailure.NO_AUDIO))

    with pytest.raises(RecordingNotFound):
        open_playback(ports, MemoryPlaybackSigner(), listener(session), session.id)


def test_a_stranger_learns_nothing() -> None:
    ports = memory_ports()
    session = ended(ports)
    ports.recordings.create(a_recording(session, status=READY))

    with pytest.raises(SessionNotFound):
        open_playback(ports, MemoryPlaybackSigner(), a_member(), session.id)
