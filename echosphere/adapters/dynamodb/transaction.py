"""What must happen together."""

from collections.abc import Iterator
from contextlib import contextmanager

from pynamodb.transactions import TransactWrite

from echosphere.adapters.dynamodb.errors import translated
from echosphere.adapters.dynamodb.items import SessionItem


@contextmanager
def transaction() -> Iterator[TransactWrite]:
    """Commits at the end of the block.

    Raises StoreUnavailable, WriteConflict, and TransactWriteError when a condition did not hold.
    """
    connection = SessionItem._get_connection().connection  # noqa: SLF001  # PynamoDB has no public way to share it
    with translated(), TransactWrite(connection=connection) as write:
        yield write
