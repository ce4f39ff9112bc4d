import pytest

from echosphere.adapters.dynamodb.workspace_store import DynamoWorkspaceStore
from echosphere.adapters.memory.workspace_store import MemoryWorkspaceStore
from echosphere.domain.identifiers import new_id
from echosphere.ports import WorkspaceStore
from tests.examples import a_member

pytestmark = pytest.mark.contract


@pytest.fixture(params=["memory", "dynamodb"])
def store(request: pytest.FixtureRequest) -> WorkspaceStore:
    if request.param == "memory":
        return MemoryWorkspaceStore()
    request.getfixturevalue("table")
    return DynamoWorkspaceStore()


def test_a_stranger_is_no_member(store: WorkspaceStore) -> None:
    assert store.find_member(new_id()) is None


def test_a_member_is_found_again(store: WorkspaceStore) -> None:
    member = a_member(person_id=new_id(), workspace_id=new_id())

    assert store.create_personal(member) == member
    assert store.find_member(member.person_id) == member


def test_two_first_requests_make_one_workspace(store: WorkspaceStore) -> None:
    person_id = new_id()
    first = store.create_personal(a_member(person_id=person_id, workspace_id=new_id()))

    assert store.create_personal(a_member(person_id=person_id, workspace_id=new_id())) == first
