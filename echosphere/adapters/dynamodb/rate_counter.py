from datetime import UTC, datetime

from pynamodb.exceptions import UpdateError

from echosphere.adapters.dynamodb.errors import translated, was_refused
from echosphere.adapters.dynamodb.items import RateItem
from echosphere.domain.rate_limit import RateLimit


class DynamoRateCounter:
    """One conditional write: many who ask at once are counted one after the other."""

    def count(self, whose: str, limit: RateLimit, *, window: int, by: int) -> int | None:
        if by > limit.most:
            return None
        item = RateItem(f"RATE#{whose}", f"{limit.name}#{window}")
        forgotten_at = datetime.fromtimestamp(window + limit.window_s, UTC)
        try:
            with translated():
                item.update(
                    actions=[RateItem.counted.add(by), RateItem.expires_at.set(forgotten_at)],
                    condition=RateItem.counted.does_not_exist() | (RateItem.counted <= limit.most - by),
                )
        except UpdateError as error:
            if not was_refused(error):
                raise
            return None
        return int(item.counted)
