"""Where DynamoDB's errors become ours: here, once."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from botocore.exceptions import BotoCoreError
from pynamodb.exceptions import PynamoDBException, TransactWriteError

from echosphere.domain.errors import StoreUnavailable, WriteConflict

CONDITION_FAILED = "ConditionalCheckFailed"

logger = logging.getLogger(__name__)

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
# Whoever asks is not known yet, or not any more: credentials are being renewed, or a clock is wrong.
_UNKNOWN_CALLER = frozenset(
    {
        "ExpiredToken",
        "ExpiredTokenException",
        "InvalidClientTokenId",
        "InvalidSignatureException",
        "UnrecognizedClientException",
    }
)
_RACED = frozenset({"TransactionConflict", "TransactionConflictException"})


@contextmanager
def translated() -> Iterator[None]:
    """Of what passes by itself. A fault of ours (a missing grant, a wrong request) comes through as it is."""
    try:
        yield
    except PynamoDBException as error:
        if isinstance(error.cause, BotoCoreError):  # nobody answered: asked for its code, such an error breaks
            raise StoreUnavailable from error
        codes = {code for code in (error.cause_response_code, *refusals(error)) if code}
        if codes & _RACED:
            raise WriteConflict from error
        if codes & (_BUSY | _UNKNOWN_CALLER):
            raise StoreUnavailable from error
        if codes and not any(code.startswith(CONDITION_FAILED) for code in codes):
            logger.error("refused by the store", extra={"codes": sorted(codes)})
        raise


def was_refused(error: PynamoDBException) -> bool:
    """A write outside a transaction, whose condition did not hold."""
    return error.cause_response_code == f"{CONDITION_FAILED}Exception"


def refusals(error: PynamoDBException) -> list[str | None]:
    """Why each part of a cancelled transaction was refused (deletes, puts, updates in turn); None where it was not."""
    if not isinstance(error, TransactWriteError):
        return []
    return [reason.code if reason else None for reason in error.cancellation_reasons]


def failed_conditions(error: TransactWriteError) -> list[bool]:
    """Whether the condition of each part did not hold. Raises the error where all of it was refused."""
    if not (reasons := refusals(error)):
        raise error
    return [reason == CONDITION_FAILED for reason in reasons]
