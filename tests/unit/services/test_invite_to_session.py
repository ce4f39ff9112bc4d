"""Who comes into a talk that is not theirs: whoever its owner invited, while it lasts, and nobody else."""

from dataclasses import replace

import pytest

from echosphere.adapters.memory.playback_signer import MemoryPlaybackSigner
from echosphere.domain.errors import (
    ConsentNeeded,
    InvitationNotFound,
    InvitationUsedUp,
    NotTheOwner,
    RoleTooLow,
    RoomFull,
    SessionNotFound,
    SessionOver,
    SharedLinkNotFound,
)
from echosphere.domain.session import EndReason
from echosphere.domain.speaker import INVITATION_LASTS, MOST_GUESTS, PASSES_OF_AN_INVITATION, Speaker
from echosphere.domain.workspace import Member, WorkspaceRole
from echosphere.services.activate_session import activate_session
from echosphere.services.delete_session import delete_session
from echosphere.services.end_session import end_session
from echosphere.services.invite_to_session import invite_to_session, list_invitations, revoke_invitation
from echosphere.services.join_as_guest import join_as_guest
from echosphere.services.list_speakers import list_speakers
from echosphere.services.open_shared_session import open_shared_session
from tests.examples import a_member
from tests.unit.services.stage import Stage, set_stage

pytestmark = pytest.mark.unit


@pytest.fixture
def stage() -> Stage:
    stage = set_stage()
    stage.rooms.open(stage.session)
    return stage


def owner(stage: Stage) -> Member:
    return colleague(stage, person_id=stage.session.person_id)


def colleague(stage: Stage, **changes: object) -> Member:
    changes = {"role": WorkspaceRole.MEMBER, **changes}
    return replace(a_member(), workspace_id=stage.session.workspace_id, **changes)  # type: ignore[arg-type]  # by name


def invited(stage: Stage) -> str:
    return invite_to_session(stage.ports, owner(stage), stage.session.id)[1]


def enter(stage: Stage, secret: str, *, label: str | None = None, consented: bool = True) -> Speaker:
    return join_as_guest(stage.ports, secret, label=label, consented=consented).guest


def fill(stage: Stage, guests: int) -> None:
    stage.rooms.people[stage.session.room_name] = {stage.session.participant_identity} | {
        f"guest-{number}" for number in range(guests)
    }


def test_a_guest_gets_a_pass_to_that_room_under_an_identity_of_their_own(stage: Stage) -> None:
    secret = invited(stage)

    first, second = (join_as_guest(stage.ports, secret, label="Rui", consented=True) for _ in range(2))

    assert first.guest.identity != second.guest.identity != stage.session.participant_identity
    assert first.room_pass.token == f"pass for {first.guest.identity} to {stage.session.room_name}"


def test_a_guests_label_stands_in_the_talks_record_and_in_no_pass(stage: Stage) -> None:
    entry = join_as_guest(stage.ports, invited(stage), label="Rui", consented=True)

    assert list_speakers(stage.ports, owner(stage), stage.session.id) == (stage.session, [entry.guest])
    assert entry.guest.label == "Rui" and "Rui" not in f"{entry.guest.identity} {entry.room_pass.token}"


def test_a_guest_of_a_recorded_talk_comes_in_with_their_consent_alone(stage: Stage) -> None:
    secret = invited(stage)

    with pytest.raises(ConsentNeeded):
        enter(stage, secret, consented=False)

    assert enter(stage, secret).consented_at == stage.clock.now()


def test_a_full_room_takes_no_guest_until_one_leaves(stage: Stage) -> None:
    secret = invited(stage)
    fill(stage, MOST_GUESTS)
    with pytest.raises(RoomFull):
        enter(stage, secret)

    fill(stage, MOST_GUESTS - 1)

    assert enter(stage, secret)


def test_a_place_is_kept_for_the_owner(stage: Stage) -> None:
    fill(stage, MOST_GUESTS)
    stage.rooms.people[stage.session.room_name].remove(stage.session.participant_identity)

    with pytest.raises(RoomFull):
        enter(stage, invited(stage))


def test_an_invitation_gives_so_many_passes_and_no_more(stage: Stage) -> None:
    secret = invited(stage)
    for _ in range(PASSES_OF_AN_INVITATION):
        enter(stage, secret)

    with pytest.raises(InvitationUsedUp):
        enter(stage, secret)
    assert enter(stage, invited(stage))


def test_who_comes_back_by_their_key_uses_nothing_up(stage: Stage) -> None:
    secret = invited(stage)
    guest = join_as_guest(stage.ports, secret, label="Mina", consented=True)

    for _ in range(PASSES_OF_AN_INVITATION):
        again = join_as_guest(stage.ports, secret, label=None, consented=False, key=guest.key)

    assert again.guest == guest.guest
    assert enter(stage, secret)


def test_an_unknown_an_expired_a_revoked_and_a_deleted_talks_invitation_look_alike(stage: Stage) -> None:
    revoked_invitation, revoked = invite_to_session(stage.ports, owner(stage), stage.session.id)
    revoke_invitation(stage.ports, owner(stage), stage.session.id, revoked_invitation.id)
    expired = invited(stage)
    stage.clock.advance(INVITATION_LASTS.total_seconds())
    orphan = invited(stage)
    for secret in (revoked, expired, f"{stage.session.id}-guess", "rubbish"):
        with pytest.raises(InvitationNotFound):
            enter(stage, secret)

    delete_session(stage.ports, owner(stage), stage.session.id)

    with pytest.raises(InvitationNotFound):
        enter(stage, orphan)


def test_nobody_is_invited_to_or_comes_into_a_talk_that_is_over(stage: Stage) -> None:
    secret = invited(stage)
    end_session(stage.ports, stage.session.id, reason=EndReason.HUNG_UP)

    with pytest.raises(SessionOver):
        enter(stage, secret)
    with pytest.raises(SessionOver):
        invited(stage)
    assert stage.ports.speakers.list_by_session(stage.session.id) == []


def test_who_may_come_in_may_not_hear_the_recording(stage: Stage) -> None:
    with pytest.raises(SharedLinkNotFound):
        open_shared_session(stage.ports, MemoryPlaybackSigner(), invited(stage))


def test_the_owner_sees_the_invitations_that_stand(stage: Stage) -> None:
    invited(stage)
    stage.clock.advance(INVITATION_LASTS.total_seconds())
    invitation, _ = invite_to_session(stage.ports, owner(stage), stage.session.id)

    assert list_invitations(stage.ports, owner(stage), stage.session.id) == [invitation]


def test_nobody_else_invites_or_learns_of_invitations(stage: Stage) -> None:
    for person, refusal in (
        (colleague(stage), NotTheOwner),
        (colleague(stage, role=WorkspaceRole.VIEWER), RoleTooLow),
        (a_member(), SessionNotFound),
    ):
        with pytest.raises(refusal):
            invite_to_session(stage.ports, person, stage.session.id)
        with pytest.raises(refusal):
            list_invitations(stage.ports, person, stage.session.id)
        with pytest.raises(refusal):
            revoke_invitation(stage.ports, person, stage.session.id, "invitation")


def test_a_guest_who_comes_to_a_talk_whose_agent_died_calls_another(stage: Stage) -> None:
    secret = invited(stage)
    enter(stage, secret)
    assert stage.rooms.called == []
    activate_session(stage.ports, stage.session.id)

    enter(stage, secret)

    assert stage.rooms.called == [stage.session.room_name]


def test_a_deleted_talk_takes_labels_and_invitations_with_it(stage: Stage) -> None:
    enter(stage, invited(stage), label="Rui")

    delete_session(stage.ports, owner(stage), stage.session.id)

    assert stage.ports.speakers.list_by_session(stage.session.id) == []
    assert stage.ports.invitations.list_by_session(stage.session.id) == []
