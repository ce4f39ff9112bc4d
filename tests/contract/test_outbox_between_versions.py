"""The agent and the functions are deployed at different times: one may know events that the other does not."""

from datetime import timedelta

import pytest

from echosphere.adapters.dynamodb.items import OutboxItem
from echosphere.adapters.dynamodb.outbox import SHARDS, DynamoOutbox, to_outbox_item
from echosphere.adapters.system_clock import SystemClock
from echosphere.domain.events import SessionStarted
from echosphere.domain.identifiers import new_id
from echosphere.domain.moment import to_text

pytestmark = pytest.mark.contract


@pytest.mark.usefixtures("table")
@pytest.mark.parametrize("detail", [{"flavour": "lemon"}, {}])
def test_an_event_of_a_newer_version_holds_no_other_event_up(detail: dict[str, str]) -> None:
    now = SystemClock().now()
    known = SessionStarted(session_id=new_id(), workspace_id=new_id(), occurred_at=to_text(now), language="en-US")
    to_outbox_item(known).save()
    earlier = to_text(now - timedelta(hours=1))
    for shard in range(SHARDS):
        OutboxItem(f"OUTBOX#{shard}", f"{earlier}#{new_id()}", detail_type="SessionSeasoned", detail=detail).save()
        OutboxItem(f"OUTBOX#{shard}", f"{earlier}#{new_id()}", detail_type="SessionStarted", detail=detail).save()

    found = DynamoOutbox().list_older_than(now + timedelta(seconds=1), limit=100)

    assert known in found
