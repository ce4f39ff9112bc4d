"""What a page of talks of a long history costs to read."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest
from pynamodb.connection.base import Connection

from echosphere.adapters.dynamodb.items import SessionItem
from echosphere.adapters.dynamodb.session_records import to_session_item
from echosphere.adapters.dynamodb.session_store import DynamoSessionStore
from echosphere.domain.identifiers import new_id
from echosphere.domain.session_filter import SessionFilter
from tests.examples import NINE_O_CLOCK, a_session

pytestmark = pytest.mark.contract
TALKS, LIMIT = 200, 10
WITH_MINA, WITH_TOM = SessionFilter(persona_id="mina"), SessionFilter(persona_id="tom")


@pytest.fixture(scope="module")
def workspace_id(table: str) -> str:
    """Of two hundred talks all but the first are with Mina, that one with Tom."""
    workspace_id = new_id()
    with SessionItem.batch_write() as batch:
        for minute in range(TALKS):
            began_at = NINE_O_CLOCK + timedelta(minutes=minute)
            persona_id = "mina" if minute else "tom"
            batch.save(
                to_session_item(
                    a_session(id=new_id(), workspace_id=workspace_id, created_at=began_at, persona_id=persona_id)
                )
            )
    return workspace_id


@contextmanager
def read(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[int]]:
    """How many talks each request looked at, whether they fitted or not: by these one pays."""
    looked_at: list[int] = []
    call = Connection._make_api_call

    def noted(self: Connection, *arguments: Any) -> Any:  # noqa: ANN401  # as theirs
        answer = call(self, *arguments)
        looked_at.append(answer["ScannedCount"])
        return answer

    with monkeypatch.context() as patch:
        patch.setattr(Connection, "_make_api_call", noted)
        yield looked_at


def test_where_all_talks_fit_a_page_reads_no_more_than_are_wanted_and_one_to_know_that_it_goes_on(
    workspace_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with read(monkeypatch) as looked_at:
        page = DynamoSessionStore().list_by_workspace(workspace_id, limit=LIMIT, cursor=None, only=WITH_MINA)

    assert len(page.items) == LIMIT and page.next_cursor
    assert looked_at == [LIMIT + 1]


def test_where_few_talks_fit_reads_grow_so_that_they_stay_few(
    workspace_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with read(monkeypatch) as looked_at:
        page = DynamoSessionStore().list_by_workspace(workspace_id, limit=LIMIT, cursor=None, only=WITH_TOM)

    assert len(page.items) == 1 and page.next_cursor is None
    assert looked_at == [11, 44, TALKS - 11 - 44]
