"""A person leaves: nothing is left, nobody gets in again, and a kill at any moment only costs time."""

import pytest

from echosphere.adapters.memory.directory import MemoryDirectory
from echosphere.domain.errors import DirectoryUnavailable, MediaUnavailable, NotFound, PersonGone
from echosphere.domain.events import PersonLeft
from echosphere.domain.idempotency import IdempotencyKey
from echosphere.domain.identifiers import new_id
from echosphere.domain.workspace import Member
from echosphere.services.enter_workspace import enter_workspace
from echosphere.services.forget_person import forget_person
from echosphere.services.leave import leave, read_departure
from tests.examples import a_feedback, a_message, a_persona, a_session
from tests.unit.services.stage import Stage, set_stage

pytestmark = pytest.mark.unit
PERSON, TALKS = "person-1", 3


def lived_in() -> tuple[Stage, MemoryDirectory, Member]:
    """A person with talks, recordings and a persona, beside the talk of somebody else."""
    stage = set_stage()
    member = enter_workspace(stage.ports, PERSON)
    for number in range(TALKS):
        session = a_session(id=new_id(), workspace_id=member.workspace_id, person_id=PERSON)
        stage.ports.sessions.create(session, key=a_key(f"talk-{number:04}"))
        stage.ports.sessions.add_message(a_message(session))
        for key in (f"raw/{session.id}/001.mp4", f"media/{session.id}/001/master.m3u8"):
            stage.ports.media.put(key, b"sound", content_type="video/mp4")
    stage.ports.personas.create(a_persona(workspace_id=member.workspace_id), key=a_key("persona-1"))
    return stage, MemoryDirectory({PERSON: {"email": "mina@example.com"}}), member


def a_key(value: str) -> IdempotencyKey:
    return IdempotencyKey(scope=PERSON, value=value, request="make")


def told(stage: Stage) -> PersonLeft:
    (left,) = [event for event in stage.bus.published if isinstance(event, PersonLeft)]
    return left


def forget(stage: Stage, directory: MemoryDirectory, *, talks: int = 100) -> bool:
    """One round, with time for so many talks."""
    left = iter(range(talks))
    return forget_person(stage.ports, directory, told(stage), time_is_up=lambda: next(left, None) is None)


def test_nothing_of_who_left_is_kept() -> None:
    stage, directory, member = lived_in()
    leave(stage.ports, PERSON)

    assert forget(stage, directory)

    ports = stage.ports
    assert ports.sessions.list_by_workspace(member.workspace_id, limit=10, cursor=None).items == []
    assert ports.personas.list_by_workspace(member.workspace_id, limit=10, cursor=None).items == []
    assert ports.media.list("") == [] and directory.people == {}
    assert ports.workspaces.find_member(PERSON) is None
    assert ports.sessions.get(stage.session.id) == stage.session


def test_who_leaves_is_let_in_nowhere_from_that_moment_and_not_made_anew() -> None:
    stage, directory, _ = lived_in()
    leave(stage.ports, PERSON)

    with pytest.raises(PersonGone):
        enter_workspace(stage.ports, PERSON)
    forget(stage, directory)
    with pytest.raises(PersonGone):
        enter_workspace(stage.ports, PERSON)


def test_leaving_twice_is_leaving_once() -> None:
    stage, _, _ = lived_in()

    assert leave(stage.ports, PERSON) == leave(stage.ports, PERSON)
    assert stage.published() == ["PersonLeft"]


def test_how_far_it_is_can_be_read_until_it_is_over() -> None:
    stage, directory, _ = lived_in()
    with pytest.raises(NotFound):
        read_departure(stage.ports, PERSON)
    leave(stage.ports, PERSON)

    assert not forget(stage, directory, talks=2)
    assert read_departure(stage.ports, PERSON).talks_deleted == 2
    assert forget(stage, directory)
    for ask in (read_departure, leave):
        with pytest.raises(PersonGone):
            ask(stage.ports, PERSON)


def test_a_round_that_was_cut_off_is_begun_again_from_what_is_left() -> None:
    stage, directory, _ = lived_in()
    leave(stage.ports, PERSON)
    directory.is_down = True
    stage.ports.media.is_down = True  # type: ignore[attr-defined]  # the memory twin's

    with pytest.raises(MediaUnavailable):
        forget(stage, directory)
    stage.ports.media.is_down = False  # type: ignore[attr-defined]  # the memory twin's
    with pytest.raises(DirectoryUnavailable):
        forget(stage, directory)
    directory.is_down = False

    assert forget(stage, directory) and forget(stage, directory)
    assert directory.people == {} and stage.ports.media.list("") == []


def test_who_shares_a_workspace_takes_along_what_is_their_own() -> None:
    stage, directory, member = lived_in()
    colleague = Member(workspace_id=member.workspace_id, workspace_name="team", person_id="person-2", role=member.role)
    stage.ports.workspaces.create_personal(colleague)
    mine = a_persona(id="mine", workspace_id=member.workspace_id, person_id=PERSON)
    stage.ports.personas.create(mine, key=a_key("persona-2"))
    theirs = a_session(workspace_id=member.workspace_id, person_id="person-2")
    stage.ports.sessions.create(theirs, key=IdempotencyKey(scope="person-2", value="key-0001", request="make"))
    stage.ports.feedback.put(a_feedback(theirs, person_id=PERSON))
    stage.ports.feedback.put(a_feedback(theirs))
    leave(stage.ports, PERSON)

    forget(stage, directory)

    assert [each.person_id for each in stage.ports.feedback.list_by_session(theirs.id)] == ["person-2"]
    assert stage.ports.sessions.list_by_workspace(member.workspace_id, limit=10, cursor=None).items == [theirs]
    kept = stage.ports.personas.list_by_workspace(member.workspace_id, limit=10, cursor=None).items
    assert "mine" not in {persona.id for persona in kept} and len(kept) == 1
    assert enter_workspace(stage.ports, "person-2") == colleague
