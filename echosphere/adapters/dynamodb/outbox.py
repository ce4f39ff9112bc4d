import logging
from datetime import datetime
from zlib import crc32

from echosphere.adapters.dynamodb.errors import translated
from echosphere.adapters.dynamodb.items import OutboxItem
from echosphere.domain.events import EVENTS, Event
from echosphere.domain.moment import to_text

logger = logging.getLogger(__name__)

SHARDS = 8  # so that one partition's write limit (1,000 a second) is not the limit of all talks


def to_outbox_item(event: Event) -> OutboxItem:
    return OutboxItem(*_key(event), detail_type=event.detail_type(), detail=event.detail())


class DynamoOutbox:
    def list_older_than(self, moment: datetime, *, limit: int) -> list[Event]:
        found: list[Event] = []
        for shard in range(SHARDS):
            with translated():
                old = OutboxItem.query(_partition(shard), OutboxItem.SK < to_text(moment), limit=limit - len(found))
                found += [event for item in old if (event := _read(item)) is not None]
            if len(found) >= limit:
                break
        return found

    def remove(self, event: Event) -> None:
        with translated():
            OutboxItem(*_key(event)).delete()


def _read(item: OutboxItem) -> Event | None:
    """None for an event that this process is too old to know: it stays until a newer one sweeps it."""
    try:
        return EVENTS[item.detail_type].from_detail(item.detail)
    except (KeyError, TypeError):
        logger.error("event not read", extra={"detail_type": item.detail_type})
        return None


def _partition(shard: int) -> str:
    return f"OUTBOX#{shard}"


def _key(event: Event) -> tuple[str, str]:
    shard = crc32(event.event_id.encode()) % SHARDS
    return _partition(shard), f"{event.occurred_at}#{event.event_id}"
