"""What every store of departures does, the one in memory and the one in DynamoDB alike."""

from datetime import timedelta

import pytest

from echosphere.adapters.dynamodb.departure_store import DynamoDepartureStore
from echosphere.adapters.dynamodb.items import MemberItem, PersonItem, WorkspaceItem
from echosphere.adapters.dynamodb.outbox import DynamoOutbox
from echosphere.adapters.dynamodb.persona_store import DynamoPersonaStore
from echosphere.adapters.dynamodb.workspace_store import DynamoWorkspaceStore
from echosphere.adapters.memory.departure_store import MemoryDepartureStore
from echosphere.adapters.memory.outbox import MemoryOutbox
from echosphere.adapters.memory.workspace_store import MemoryWorkspaceStore
from echosphere.domain.departure import Departure
from echosphere.domain.events import PersonLeft
from echosphere.domain.idempotency import IdempotencyKey
from echosphere.domain.identifiers import new_id
from echosphere.domain.workspace import Member
from echosphere.ports import DepartureStore, Outbox, WorkspaceStore
from tests.examples import NINE_O_CLOCK, a_member, a_persona

pytestmark = pytest.mark.contract
type Stores = tuple[DepartureStore, WorkspaceStore, Outbox]
ASKED = Departure(asked_at=NINE_O_CLOCK)
LATER = NINE_O_CLOCK + timedelta(days=9)


@pytest.fixture(params=["memory", "dynamodb"])
def stores(request: pytest.FixtureRequest) -> Stores:
    if request.param == "memory":
        outbox, workspaces = MemoryOutbox(), MemoryWorkspaceStore()
        return MemoryDepartureStore(workspaces, outbox), workspaces, outbox
    request.getfixturevalue("table")
    return DynamoDepartureStore(), DynamoWorkspaceStore(), DynamoOutbox()


def a_person(workspaces: WorkspaceStore) -> Member:
    return workspaces.create_personal(a_member(person_id=new_id(), workspace_id=new_id()))


def test_who_leaves_is_no_member_from_that_moment_and_the_event_says_so(stores: Stores) -> None:
    departures, workspaces, outbox = stores
    member = a_person(workspaces)
    event = PersonLeft.of(member, at=NINE_O_CLOCK)

    departures.begin(member.person_id, ASKED, event)

    assert departures.find(member.person_id) == ASKED
    assert workspaces.find_member(member.person_id) is None
    assert event in outbox.list_older_than(LATER, limit=1_000)


def test_who_stays_is_not_found_among_those_who_leave(stores: Stores) -> None:
    departures, workspaces, _ = stores

    assert departures.find(a_person(workspaces).person_id) is None


def test_a_departure_begins_once(stores: Stores) -> None:
    departures, workspaces, outbox = stores
    member = a_person(workspaces)
    departures.begin(member.person_id, ASKED, PersonLeft.of(member, at=NINE_O_CLOCK))
    second = PersonLeft.of(member, at=LATER)

    departures.begin(member.person_id, Departure(asked_at=LATER), second)

    assert departures.find(member.person_id) == ASKED
    assert second not in outbox.list_older_than(LATER + timedelta(days=1), limit=1_000)


def test_talks_are_counted_until_it_is_over(stores: Stores) -> None:
    departures, workspaces, _ = stores
    member = a_person(workspaces)
    departures.begin(member.person_id, ASKED, PersonLeft.of(member, at=NINE_O_CLOCK))

    departures.count_talk(member.person_id)
    departures.count_talk(member.person_id)
    departures.finish(member.person_id, forget_at=LATER)

    assert departures.find(member.person_id) == Departure(asked_at=NINE_O_CLOCK, talks_deleted=2, is_over=True)


def test_of_who_is_forgotten_nothing_is_left_and_forgetting_again_is_no_error(table: str) -> None:
    workspaces, personas, member = DynamoWorkspaceStore(), DynamoPersonaStore(), a_person(DynamoWorkspaceStore())
    key = IdempotencyKey(scope=member.person_id, value="key-0001", request="create")
    personas.create(a_persona(workspace_id=member.workspace_id), key=key)

    for _ in range(2):
        workspaces.forget(member.workspace_id, member.person_id)

    assert not list(WorkspaceItem.query(f"WORKSPACE#{member.workspace_id}", attributes_to_get=["PK", "SK"]))
    assert not list(PersonItem.query(f"PERSON#{member.person_id}", attributes_to_get=["PK", "SK"]))


def test_a_workspace_stays_for_those_who_stay(table: str) -> None:
    workspaces, member, other = DynamoWorkspaceStore(), a_person(DynamoWorkspaceStore()), new_id()
    PersonItem(f"PERSON#{other}", "META", workspace_id=member.workspace_id).save()
    MemberItem(
        f"WORKSPACE#{member.workspace_id}",
        f"MEMBER#{other}",
        workspace_id=member.workspace_id,
        person_id=other,
        role="member",
    ).save()

    assert workspaces.is_shared(member.workspace_id, member.person_id)
    workspaces.forget(member.workspace_id, member.person_id)

    found = workspaces.find_member(other)
    assert found is not None and not workspaces.is_shared(member.workspace_id, other)
    assert workspaces.find_member(member.person_id) is None
