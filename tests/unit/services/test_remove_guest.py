"""Who was sent out of a talk is out, and whoever comes back is the one they were."""

from dataclasses import replace

import pytest

from echosphere.domain.errors import GuestRemoved, NotTheOwner, RoleTooLow, RoomsUnavailable, SessionNotFound
from echosphere.domain.speaker import MOST_GUESTS, PASSES_OF_AN_INVITATION
from echosphere.domain.workspace import Member, WorkspaceRole
from echosphere.services.invite_to_session import invite_to_session, revoke_invitation
from echosphere.services.join_as_guest import Entry, join_as_guest
from echosphere.services.remove_guest import remove_guest, turn_away
from tests.examples import a_member
from tests.unit.services.stage import Stage, set_stage

pytestmark = pytest.mark.unit


@pytest.fixture
def stage() -> Stage:
    stage = set_stage()
    stage.rooms.open(stage.session)
    stage.rooms.people[stage.session.room_name] = {stage.session.participant_identity}
    return stage


@pytest.fixture
def owner(stage: Stage) -> Member:
    return replace(a_member(), workspace_id=stage.session.workspace_id, person_id=stage.session.person_id)


def enter(stage: Stage, secret: str, *, key: str | None = None) -> Entry:
    entry = join_as_guest(stage.ports, secret, label="Rui", consented=True, key=key)
    stage.rooms.people[stage.session.room_name].add(entry.guest.identity)
    return entry


def present(stage: Stage) -> frozenset[str]:
    return stage.rooms.people_in(stage.session.room_name) - {stage.session.participant_identity}


def test_who_comes_back_with_their_key_is_the_same_guest(stage: Stage, owner: Member) -> None:
    _, secret = invite_to_session(stage.ports, owner, stage.session.id)
    first = enter(stage, secret)

    again = join_as_guest(stage.ports, secret, label=None, consented=False, key=first.key)

    assert (again.guest, again.key) == (first.guest, first.key)
    assert stage.ports.speakers.list_by_session(stage.session.id) == [first.guest]


def test_a_key_is_no_key_to_another_guest(stage: Stage, owner: Member) -> None:
    _, secret = invite_to_session(stage.ports, owner, stage.session.id)
    first = enter(stage, secret)

    for guess in (first.guest.identity, first.guest.key_hash, "guess"):
        assert enter(stage, secret, key=guess).guest.identity != first.guest.identity


def test_who_comes_back_into_a_full_room_gets_the_place_that_was_theirs(stage: Stage, owner: Member) -> None:
    _, secret = invite_to_session(stage.ports, owner, stage.session.id)
    entries = [enter(stage, secret) for _ in range(MOST_GUESTS)]

    assert enter(stage, secret, key=entries[0].key).guest == entries[0].guest
    assert PASSES_OF_AN_INVITATION > MOST_GUESTS + 1


def test_a_guest_who_was_removed_is_out_and_does_not_come_back_as_who_they_were(stage: Stage, owner: Member) -> None:
    _, secret = invite_to_session(stage.ports, owner, stage.session.id)
    removed, stays = enter(stage, secret), enter(stage, secret)

    remove_guest(stage.ports, owner, stage.session.id, removed.guest.identity)

    assert present(stage) == {stays.guest.identity}
    with pytest.raises(GuestRemoved):
        enter(stage, secret, key=removed.key)


def test_whoever_came_by_an_invitation_goes_with_it(stage: Stage, owner: Member) -> None:
    invitation, secret = invite_to_session(stage.ports, owner, stage.session.id)
    for _ in range(2):
        enter(stage, secret)
    by_another = enter(stage, invite_to_session(stage.ports, owner, stage.session.id)[1])

    revoke_invitation(stage.ports, owner, stage.session.id, invitation.id)

    assert present(stage) == {by_another.guest.identity}


def test_a_pass_from_before_opens_the_room_for_a_moment_at_the_most(stage: Stage, owner: Member) -> None:
    _, secret = invite_to_session(stage.ports, owner, stage.session.id)
    removed, stays = enter(stage, secret), enter(stage, secret)
    remove_guest(stage.ports, owner, stage.session.id, removed.guest.identity)
    stage.rooms.people[stage.session.room_name].add(removed.guest.identity)

    for entry in (removed, stays):
        turn_away(stage.ports, stage.session.id, entry.guest.identity)

    assert present(stage) == {stays.guest.identity}


def test_the_owner_is_nobody_to_remove(stage: Stage, owner: Member) -> None:
    remove_guest(stage.ports, owner, stage.session.id, stage.session.participant_identity)

    assert stage.rooms.people_in(stage.session.room_name) == {stage.session.participant_identity}


def test_a_removal_that_livekit_did_not_hear_of_may_be_repeated(stage: Stage, owner: Member) -> None:
    invitation, secret = invite_to_session(stage.ports, owner, stage.session.id)
    enter(stage, secret)
    stage.rooms.is_down = True
    with pytest.raises(RoomsUnavailable):
        revoke_invitation(stage.ports, owner, stage.session.id, invitation.id)

    stage.rooms.is_down = False
    revoke_invitation(stage.ports, owner, stage.session.id, invitation.id)

    assert present(stage) == frozenset()


def test_nobody_else_removes_a_guest(stage: Stage, owner: Member) -> None:
    guest = enter(stage, invite_to_session(stage.ports, owner, stage.session.id)[1]).guest

    for person, refusal in (
        (replace(owner, person_id="person-2", role=WorkspaceRole.MEMBER), NotTheOwner),
        (replace(owner, role=WorkspaceRole.VIEWER), RoleTooLow),
        (a_member(), SessionNotFound),
    ):
        with pytest.raises(refusal):
            remove_guest(stage.ports, person, stage.session.id, guest.identity)
    assert present(stage) == {guest.identity}
