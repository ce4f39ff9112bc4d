"""The item of a request that must happen once; what the request made is stored in the same transaction."""

from datetime import UTC, datetime, timedelta

from echosphere.adapters.dynamodb.errors import translated
from echosphere.adapters.dynamodb.items import IdempotencyItem
from echosphere.domain.errors import IdempotencyKeyReused
from echosphere.domain.idempotency import KEPT_S, IdempotencyKey


def to_idempotency_item(
    key: IdempotencyKey, *, session_id: str | None = None, persona_id: str | None = None
) -> IdempotencyItem:
    expires_at = datetime.now(UTC) + timedelta(seconds=KEPT_S)
    return IdempotencyItem(
        *_place(key), request=key.request, session_id=session_id, persona_id=persona_id, expires_at=expires_at
    )


def read_idempotency_item(key: IdempotencyKey) -> IdempotencyItem:
    """What the key made when it came first. Raises IdempotencyKeyReused."""
    with translated():
        seen = IdempotencyItem.get(*_place(key), consistent_read=True)
    if seen.request != key.request:
        raise IdempotencyKeyReused
    return seen


def _place(key: IdempotencyKey) -> tuple[str, str]:
    return f"PERSON#{key.scope}", f"KEY#{key.value}"
