"""Members make the personas of their workspace; everybody in it sees them, nobody outside."""

from dataclasses import replace

import pytest

from echosphere.adapters.memory import memory_ports
from echosphere.domain.errors import IdempotencyKeyReused, PersonaBuiltIn, PersonaNotFound, RoleTooLow
from echosphere.domain.language import Language
from echosphere.domain.persona import BUILT_IN, PersonaDraft
from echosphere.domain.workspace import WorkspaceRole
from echosphere.services.change_persona import change_persona
from echosphere.services.create_persona import create_persona
from echosphere.services.delete_persona import delete_persona
from echosphere.services.list_personas import list_personas
from echosphere.services.read_persona import read_persona
from tests.examples import a_member

pytestmark = pytest.mark.unit
MINA = PersonaDraft(name="Mina", languages=(Language.JAPANESE,), instructions="You sell bicycles.")
KEY = "key-0001"


def test_a_new_workspace_talks_with_the_built_in_persona() -> None:
    (only,) = list_personas(memory_ports(), a_member(), limit=10, cursor=None).items

    assert (only.id, only.name) == (BUILT_IN, "EchoSphere")


def test_a_persona_of_its_own_stands_in_its_place() -> None:
    ports, member = memory_ports(), a_member()

    mina = create_persona(ports, member, MINA, idempotency_key=KEY)

    assert list_personas(ports, member, limit=10, cursor=None).items == [mina]
    assert read_persona(ports, member.workspace_id, BUILT_IN).is_built_in


def test_a_request_sent_twice_makes_one_persona_and_another_draft_is_another_request() -> None:
    ports, member = memory_ports(), a_member()

    first = create_persona(ports, member, MINA, idempotency_key=KEY)

    assert create_persona(ports, member, MINA, idempotency_key=KEY) == first
    with pytest.raises(IdempotencyKeyReused):
        create_persona(ports, member, replace(MINA, name="Taro"), idempotency_key=KEY)


def test_a_change_keeps_who_it_is_and_when_it_was_made() -> None:
    ports, member = memory_ports(), a_member()
    mina = create_persona(ports, member, MINA, idempotency_key=KEY)

    changed = change_persona(ports, member, mina.id, replace(MINA, name="Taro", recorded=False))

    assert (changed.id, changed.created_at) == (mina.id, mina.created_at)
    assert read_persona(ports, member.workspace_id, mina.id) == changed
    assert (changed.name, changed.recorded) == ("Taro", False)


def test_a_persona_belongs_to_who_made_it_and_a_colleagues_change_does_not_move_it() -> None:
    ports, member = memory_ports(), a_member()
    colleague = a_member(workspace_id=member.workspace_id)

    mina = create_persona(ports, member, MINA, idempotency_key=KEY)
    change_persona(ports, colleague, mina.id, replace(MINA, name="Taro"))

    assert read_persona(ports, member.workspace_id, mina.id).person_id == member.person_id


def test_a_deleted_persona_is_gone() -> None:
    ports, member = memory_ports(), a_member()
    mina = create_persona(ports, member, MINA, idempotency_key=KEY)

    delete_persona(ports, member, mina.id)

    with pytest.raises(PersonaNotFound):
        read_persona(ports, member.workspace_id, mina.id)
    with pytest.raises(PersonaNotFound):
        delete_persona(ports, member, mina.id)


def test_the_built_in_persona_can_neither_be_changed_nor_deleted() -> None:
    ports, member = memory_ports(), a_member()

    with pytest.raises(PersonaBuiltIn):
        change_persona(ports, member, BUILT_IN, MINA)
    with pytest.raises(PersonaBuiltIn):
        delete_persona(ports, member, BUILT_IN)


def test_another_workspace_does_not_even_learn_that_it_exists() -> None:
    ports, stranger = memory_ports(), a_member()
    mina = create_persona(ports, a_member(), MINA, idempotency_key=KEY)

    with pytest.raises(PersonaNotFound):
        read_persona(ports, stranger.workspace_id, mina.id)
    with pytest.raises(PersonaNotFound):
        change_persona(ports, stranger, mina.id, MINA)
    with pytest.raises(PersonaNotFound):
        delete_persona(ports, stranger, mina.id)
    assert [each.id for each in list_personas(ports, stranger, limit=10, cursor=None).items] == [BUILT_IN]


@pytest.mark.parametrize("role", WorkspaceRole)
def test_whoever_may_talk_may_make_personas_and_a_viewer_reads(role: WorkspaceRole) -> None:
    ports, admin = memory_ports(), a_member()
    mina = create_persona(ports, admin, MINA, idempotency_key=KEY)
    member = a_member(workspace_id=admin.workspace_id, role=role)

    assert list_personas(ports, member, limit=10, cursor=None).items == [mina]
    if role is not WorkspaceRole.VIEWER:
        assert change_persona(ports, member, mina.id, replace(MINA, name="Taro")).name == "Taro"
        return
    with pytest.raises(RoleTooLow):
        create_persona(ports, member, MINA, idempotency_key="key-0002")
    with pytest.raises(RoleTooLow):
        change_persona(ports, member, mina.id, MINA)
    with pytest.raises(RoleTooLow):
        delete_persona(ports, member, mina.id)
