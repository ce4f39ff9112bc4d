"""PynamoDB keeps a connection on each model class; what comes first in a process must not spoil what comes next."""

import pytest

from echosphere.adapters.dynamodb.items import SessionItem, TableItem
from echosphere.adapters.dynamodb.session_store import DynamoSessionStore
from echosphere.domain.idempotency import IdempotencyKey
from echosphere.domain.identifiers import new_id
from tests.examples import a_session

pytestmark = pytest.mark.contract


@pytest.mark.usefixtures("table")
def test_a_process_whose_first_call_is_a_write_can_list_afterwards(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(TableItem, "_connection", None)
    monkeypatch.delattr(SessionItem, "_connection", raising=False)  # as it is before its first use
    store, workspace_id = DynamoSessionStore(), new_id()
    key = IdempotencyKey(scope=new_id(), value="key-0001", request="start")

    session = store.create(a_session(id=new_id(), workspace_id=workspace_id), key=key)

    assert store.list_by_workspace(workspace_id, limit=10, cursor=None).items == [session]
