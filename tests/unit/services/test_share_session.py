from dataclasses import replace
from datetime import timedelta

import pytest

from echosphere.adapters.memory.playback_signer import MemoryPlaybackSigner
from echosphere.domain.errors import NotTheOwner, RoleTooLow, SessionNotFound, SharedLinkNotFound
from echosphere.domain.recording import RecordingStatus
from echosphere.domain.session import EndReason, Session
from echosphere.domain.workspace import Member, WorkspaceRole
from echosphere.services.activate_session import activate_session
from echosphere.services.delete_session import delete_session
from echosphere.services.end_session import end_session
from echosphere.services.open_shared_session import SharedSession, open_shared_session
from echosphere.services.share_session import list_links, revoke_link, share_session
from tests.examples import a_member, a_message, a_recording
from tests.unit.services.stage import Stage, set_stage

pytestmark = pytest.mark.unit
A_DAY = timedelta(days=1)


@pytest.fixture
def stage() -> Stage:
    return set_stage()


def colleague(session: Session, role: WorkspaceRole = WorkspaceRole.MEMBER) -> Member:
    return replace(a_member(role=role), workspace_id=session.workspace_id)


def owner(session: Session) -> Member:
    return replace(colleague(session), person_id=session.person_id)


def shared(stage: Stage, *, lasts: timedelta = A_DAY) -> str:
    return share_session(stage.ports, owner(stage.session), stage.session.id, lasts=lasts)[1]


def opened(stage: Stage, secret: str) -> SharedSession:
    return open_shared_session(stage.ports, MemoryPlaybackSigner(), secret)


def test_who_has_the_link_reads_the_talk(stage: Stage) -> None:
    messages = [a_message(stage.session, started_s=float(second)) for second in range(250)]
    for message in messages:
        stage.ports.sessions.add_message(message)

    found = opened(stage, shared(stage))

    assert found.session.id == stage.session.id and found.session.title
    assert list(found.messages) == messages


def test_who_has_the_link_hears_a_recording_that_is_ready(stage: Stage) -> None:
    activate_session(stage.ports, stage.session.id)
    end_session(stage.ports, stage.session.id, reason=EndReason.HUNG_UP)
    stage.ports.recordings.create(a_recording(stage.session, status=RecordingStatus.READY))

    playback = opened(stage, shared(stage)).playback

    assert playback and [part.recording.attempt for part in playback.parts] == [1]
    assert playback.access.expires_at == (stage.clock.now() + timedelta(hours=1)).replace(microsecond=0)


def test_nobody_listens_for_longer_than_the_link_lasts(stage: Stage) -> None:
    activate_session(stage.ports, stage.session.id)
    end_session(stage.ports, stage.session.id, reason=EndReason.HUNG_UP)
    stage.ports.recordings.create(a_recording(stage.session, status=RecordingStatus.READY))
    secret = shared(stage)
    stage.clock.advance(A_DAY.total_seconds() - 60)

    playback = opened(stage, secret).playback

    (link,) = list_links(stage.ports, owner(stage.session), stage.session.id)
    assert playback and playback.access.expires_at == link.expires_at


def test_a_talk_without_a_recording_is_read_only(stage: Stage) -> None:
    assert opened(stage, shared(stage)).playback is None


def test_an_unknown_an_expired_a_revoked_and_a_deleted_talks_link_look_alike(stage: Stage) -> None:
    mine = owner(stage.session)
    expired = shared(stage, lasts=timedelta(seconds=0))
    revoked_link, revoked = share_session(stage.ports, mine, stage.session.id, lasts=A_DAY)
    revoke_link(stage.ports, mine, stage.session.id, revoked_link.id)
    orphan = shared(stage)
    refusals = []

    for secret in (expired, revoked, f"{stage.session.id}-guess", "rubbish"):
        with pytest.raises(SharedLinkNotFound) as refused:
            opened(stage, secret)
        refusals.append((refused.value.code, refused.value.about))
    delete_session(stage.ports, mine, stage.session.id)
    with pytest.raises(SharedLinkNotFound) as refused:
        opened(stage, orphan)

    assert {code for code, _ in [*refusals, (refused.value.code, {})]} == {"shared_link_not_found"}
    assert not any(fields for _, fields in refusals)


def test_a_link_that_was_taken_back_leaves_the_others(stage: Stage) -> None:
    mine = owner(stage.session)
    link, _ = share_session(stage.ports, mine, stage.session.id, lasts=A_DAY)
    kept = shared(stage)

    for _ in range(2):
        revoke_link(stage.ports, mine, stage.session.id, link.id)

    assert opened(stage, kept).session.id == stage.session.id


def test_the_owner_sees_the_links_that_still_open(stage: Stage) -> None:
    mine = owner(stage.session)
    shared(stage, lasts=timedelta(seconds=0))
    link, _ = share_session(stage.ports, mine, stage.session.id, lasts=A_DAY)

    assert list_links(stage.ports, mine, stage.session.id) == [link]


def test_an_admin_shares_what_a_colleague_has_said(stage: Stage) -> None:
    admin = colleague(stage.session, WorkspaceRole.ADMIN)

    assert share_session(stage.ports, admin, stage.session.id, lasts=A_DAY)


def test_nobody_else_shares_a_talk_or_learns_of_its_links(stage: Stage) -> None:
    for person, refusal in (
        (colleague(stage.session), NotTheOwner),
        (colleague(stage.session, WorkspaceRole.VIEWER), RoleTooLow),
        (a_member(), SessionNotFound),
    ):
        with pytest.raises(refusal):
            share_session(stage.ports, person, stage.session.id, lasts=A_DAY)
        with pytest.raises(refusal):
            list_links(stage.ports, person, stage.session.id)
        with pytest.raises(refusal):
            revoke_link(stage.ports, person, stage.session.id, "link")
