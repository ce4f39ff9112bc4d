import pytest
from botocore.exceptions import (
    BotoCoreError,
    ClientError,
    ConnectTimeoutError,
    EndpointConnectionError,
    ReadTimeoutError,
    SSLError,
)
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


@pytest.mark.parametrize("failure", [ConnectTimeoutError, ReadTimeoutError, EndpointConnectionError, SSLError])
def test_a_store_that_does_not_answer_may_be_asked_again(failure: type[BotoCoreError]) -> None:
    for error in (GetError, TransactWriteError):
        with pytest.raises(StoreUnavailable), translated():
            raise error("", failure(endpoint_url="https://dynamodb.test", error="slow"))


def test_a_missing_grant_is_a_fault_of_ours() -> None:
    with pytest.raises(GetError), translated():
        raise GetError("", refused("AccessDeniedException"))


def test_who_was_overtaken_is_told_so() -> None:
    with pytest.raises(WriteConflict), translated():
        raise GetError("", refused("TransactionConflictException"))


def test_a_transaction_that_was_refused_as_a_whole_failed_by_no_condition() -> None:
    with pytest.raises(TransactWriteError):
        failed_conditions(TransactWriteError("", refused("AccessDeniedException")))
