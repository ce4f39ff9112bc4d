"""What is kept of a session, written only while there is one: nothing comes back into a talk that was deleted."""

from pynamodb.exceptions import TransactWriteError

from echosphere.adapters.dynamodb.errors import CONDITION_FAILED, refusals
from echosphere.adapters.dynamodb.items import SessionItem, TableItem
from echosphere.adapters.dynamodb.session_records import session_partition
from echosphere.adapters.dynamodb.transaction import transaction
from echosphere.domain.errors import SessionNotFound


def put_beside_a_session(item: TableItem, *, session_id: str) -> None:
    """In the place of what lay there. Raises SessionNotFound."""
    try:
        with transaction() as write:
            write.condition_check(SessionItem, session_partition(session_id), "META", SessionItem.PK.exists())
            write.save(item)
    except TransactWriteError as error:
        if CONDITION_FAILED not in refusals(error):
            raise
        raise SessionNotFound(session_id) from None
