"""Where DynamoDB's errors become ours: here, once."""

from collections.abc import Iterator
from contextlib import contextmanager

from botocore.exceptions import BotoCoreError
from pynamodb.exceptions import PynamoDBException, TransactWriteError

from echosphere.domain.errors import StoreUnavailable, WriteConflict

CONDITION_FAILED = "ConditionalCheckFailed"

_BUSY = frozenset(
    {
        "InternalServerError",
        "LimitExceededException",
        "ProvisionedThroughputExceededException",
        "RequestLimitExceeded",
        "ServiceUnavailable",
        "ThrottlingException",
        "TransactionInProgressException",
    }
)
_RACED = frozenset({"TransactionConflict", "TransactionConflictException"})


@contextmanager
def translated() -> Iterator[None]:
    """What is neither busy nor raced is a fault of ours (a missing grant, a wrong request) and passes through."""
    try:
        yield
    except PynamoDBException as error:
        codes = {error.cause_response_code, *refusals(error)}
        if codes & _RACED:
            raise WriteConflict from error
        if codes & _BUSY or isinstance(error.cause, BotoCoreError):
            raise StoreUnavailable from error
        raise


def was_refused(error: PynamoDBException) -> bool:
    """A write outside a transaction, whose condition did not hold."""
    return error.cause_response_code == f"{CONDITION_FAILED}Exception"


def refusals(error: PynamoDBException) -> list[str | None]:
    """Why each part of a cancelled transaction was refused (deletes, puts, updates in turn); None where it was not."""
    if not isinstance(error, TransactWriteError):
        return []
    return [reason.code if reason else None for reason in error.cancellation_reasons]
