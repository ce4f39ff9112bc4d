"""What every store of copies does, the one in memory and the one in DynamoDB alike."""

from dataclasses import replace
from datetime import timedelta

import pytest

from echosphere.adapters.dynamodb.export_store import DynamoExportStore
from echosphere.adapters.dynamodb.outbox import DynamoOutbox
from echosphere.adapters.dynamodb.workspace_store import DynamoWorkspaceStore
from echosphere.adapters.memory.export_store import MemoryExportStore
from echosphere.adapters.memory.outbox import MemoryOutbox
from echosphere.adapters.memory.workspace_store import MemoryWorkspaceStore
from echosphere.domain.errors import WriteConflict
from echosphere.domain.events import ExportAsked
from echosphere.domain.export import Export
from echosphere.domain.identifiers import new_id
from echosphere.ports import ExportStore, Outbox, WorkspaceStore
from tests.examples import NINE_O_CLOCK, a_member

pytestmark = pytest.mark.contract
type Stores = tuple[ExportStore, WorkspaceStore, Outbox]


@pytest.fixture(params=["memory", "dynamodb"])
def stores(request: pytest.FixtureRequest) -> Stores:
    if request.param == "memory":
        outbox, workspaces = MemoryOutbox(), MemoryWorkspaceStore()
        return MemoryExportStore(workspaces, outbox), workspaces, outbox
    request.getfixturevalue("table")
    return DynamoExportStore(), DynamoWorkspaceStore(), DynamoOutbox()


def begun(store: ExportStore, person_id: str | None = None) -> tuple[Export, ExportAsked]:
    member = a_member(person_id=person_id or new_id(), workspace_id=new_id())
    export = Export(id=new_id(), person_id=member.person_id, workspace_id=member.workspace_id, asked_at=NINE_O_CLOCK)
    event = ExportAsked.of(member, export_id=export.id, at=NINE_O_CLOCK)
    store.begin(export, event)
    return export, event


def test_what_was_asked_for_is_found_and_its_event_goes_out(stores: Stores) -> None:
    store, _, outbox = stores
    export, event = begun(store)

    assert store.find(export.person_id) == export
    assert event in outbox.list_older_than(NINE_O_CLOCK + timedelta(days=9), limit=1_000)
    assert store.find(new_id()) is None


def test_a_part_further_is_kept(stores: Stores) -> None:
    store, _, _ = stores
    export, _ = begun(store)
    further = export.add_part(talks=25, cursor="next")
    ready = further.add_part(talks=3, cursor=None)

    store.replace(further, was=export)
    store.replace(ready, was=further)

    assert store.find(export.person_id) == ready == replace(export, parts=2, talks=28, is_ready=True)


def test_the_same_part_is_kept_once(stores: Stores) -> None:
    store, _, _ = stores
    export, _ = begun(store)
    store.replace(export.add_part(talks=25, cursor="next"), was=export)

    with pytest.raises(WriteConflict):
        store.replace(export.add_part(talks=25, cursor="next"), was=export)


def test_a_part_of_a_copy_that_another_took_the_place_of_is_not_kept(stores: Stores) -> None:
    store, _, _ = stores
    export, _ = begun(store)
    newer, _ = begun(store, export.person_id)

    with pytest.raises(WriteConflict):
        store.replace(export.add_part(talks=25, cursor=None), was=export)
    assert store.find(export.person_id) == newer


def test_a_copy_goes_with_its_person_and_does_not_come_back(stores: Stores) -> None:
    store, workspaces, _ = stores
    export, _ = begun(store)
    workspaces.forget(export.workspace_id, export.person_id)

    with pytest.raises(WriteConflict):
        store.replace(export.add_part(talks=25, cursor=None), was=export)
    assert store.find(export.person_id) is None
