import pytest
from botocore.exceptions import ClientError, ConnectTimeoutError
from pynamodb.exceptions import GetError, TransactWriteError

from echosphere.adapters.dynamodb.errors import failed_conditions, translated
from echosphere.domain.errors import StoreUnavailable, WriteConflict

pytestmark = pytest.mark.unit


def refused(code: str) -> ClientError:
    return ClientError({"Error": {"Code": code, "Message": ""}}, "TransactWriteItems")


@pytest.mark.parametrize(
    "code",
    ["ThrottlingException", "UnrecognizedClientException", "ExpiredTokenException", "InvalidSignatureException"],
)
def test_a_store_that_is_busy_or_does_not_know_us_yet_may_be_asked_again(code: str) -> None:
    for error in (GetError("", refused(code)), TransactWriteError("", refused(code))):
        with pytest.raises(StoreUnavailable), translated():
            raise error


def test_a_store_that_cannot_be_reached_may_be_asked_again() -> None:
    with pytest.raises(StoreUnavailable), translated():
        raise GetError("", ConnectTimeoutError(endpoint_url="https://dynamodb.test"))


def test_a_missing_grant_is_a_fault_of_ours() -> None:
    with pytest.raises(GetError), translated():
        raise GetError("", refused("AccessDeniedException"))


def test_who_was_overtaken_is_told_so() -> None:
    with pytest.raises(WriteConflict), translated():
        raise GetError("", refused("TransactionConflictException"))


def test_a_transaction_that_was_refused_as_a_whole_failed_by_no_condition() -> None:
    with pytest.raises(TransactWriteError):
        failed_conditions(TransactWriteError("", refused("AccessDeniedException")))
