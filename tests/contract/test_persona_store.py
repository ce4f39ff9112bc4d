"""What every store of personas does, the one in memory and the one in DynamoDB alike."""

from dataclasses import replace
from datetime import timedelta

import pytest

from echosphere.adapters.dynamodb.persona_store import DynamoPersonaStore
from echosphere.adapters.memory.persona_store import MemoryPersonaStore
from echosphere.domain.errors import IdempotencyKeyReused, InvalidCursor, PersonaNotFound
from echosphere.domain.idempotency import IdempotencyKey
from echosphere.domain.identifiers import new_id, new_ordered_id
from echosphere.domain.language import Language
from echosphere.domain.page import to_cursor
from echosphere.domain.persona import Persona
from echosphere.ports import PersonaStore
from tests.examples import NINE_O_CLOCK, a_persona

pytestmark = pytest.mark.contract


@pytest.fixture(params=["memory", "dynamodb"])
def store(request: pytest.FixtureRequest) -> PersonaStore:
    if request.param == "memory":
        return MemoryPersonaStore()
    request.getfixturevalue("table")
    return DynamoPersonaStore()


def a_key(**changes: str) -> IdempotencyKey:
    return IdempotencyKey(**{"scope": new_id(), "value": "key-0001", "request": "create", **changes})


def made(store: PersonaStore, **changes: object) -> Persona:
    return store.create(a_persona(**{"id": new_id(), "workspace_id": new_id(), **changes}), key=a_key())


def test_a_persona_is_found_as_it_was_stored(store: PersonaStore) -> None:
    persona = made(store, recorded=False, instructions="", languages=(Language.PORTUGUESE, Language.ENGLISH))

    assert store.get(persona.workspace_id, persona.id) == persona


def test_a_persona_of_which_nobody_kept_who_made_it_is_found(store: PersonaStore) -> None:
    persona = made(store, person_id=None)

    assert store.get(persona.workspace_id, persona.id) == persona


def test_another_workspace_does_not_know_it(store: PersonaStore) -> None:
    persona = made(store)

    with pytest.raises(PersonaNotFound):
        store.get(new_id(), persona.id)


def test_a_request_sent_twice_makes_one_persona(store: PersonaStore) -> None:
    first, second = (a_persona(id=new_id(), workspace_id="workspace-twice") for _ in range(2))
    key = a_key()

    assert store.create(first, key=key) == store.create(second, key=key) == first
    with pytest.raises(PersonaNotFound):
        store.get("workspace-twice", second.id)


def test_a_key_belongs_to_one_request(store: PersonaStore) -> None:
    key = a_key()
    store.create(a_persona(id=new_id()), key=key)

    with pytest.raises(IdempotencyKeyReused):
        store.create(a_persona(id=new_id()), key=replace(key, request="another"))


def test_a_change_replaces_all_that_is_said(store: PersonaStore) -> None:
    persona = made(store)
    changed = replace(persona, name="Taro", recorded=False, changed_at=NINE_O_CLOCK + timedelta(hours=1))

    store.replace(changed)

    assert store.get(persona.workspace_id, persona.id) == changed


def test_a_deleted_persona_is_gone_and_no_change_brings_it_back(store: PersonaStore) -> None:
    persona = made(store)

    for _ in range(2):
        store.delete(persona.workspace_id, persona.id)

    with pytest.raises(PersonaNotFound):
        store.replace(persona)
    with pytest.raises(PersonaNotFound):
        store.get(persona.workspace_id, persona.id)


def test_pages_hold_every_persona_once_in_the_order_in_which_they_were_made(store: PersonaStore) -> None:
    workspace_id = new_id()
    ids = [new_ordered_id(NINE_O_CLOCK + timedelta(milliseconds=number)) for number in range(5)]
    for persona_id in (ids[3], ids[0], ids[4], ids[1], ids[2]):
        made(store, id=persona_id, workspace_id=workspace_id)
    made(store)

    listed, cursor = [], None
    for _ in range(3):
        page = store.list_by_workspace(workspace_id, limit=2, cursor=cursor)
        listed += [persona.id for persona in page.items]
        cursor = page.next_cursor

    assert (listed, cursor) == (ids, None)


@pytest.mark.parametrize("sort_key", ["MEMBER#person-1", "PERSONA#", "PERSONA#../x"])
def test_a_cursor_leads_to_personas_only(store: PersonaStore, sort_key: str) -> None:
    with pytest.raises(InvalidCursor):
        store.list_by_workspace(new_id(), limit=2, cursor=to_cursor(sort_key))
