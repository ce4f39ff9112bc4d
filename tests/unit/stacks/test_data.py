"""The one table, as AWS makes it; the emulator overlooks its time to live, its backups and its encryption."""

import pytest

from tests.unit.stacks.templates import REGION, Assembly, Properties

pytestmark = pytest.mark.template


def table(assembly: Assembly) -> Properties:
    return assembly["data"].only("AWS::DynamoDB::GlobalTable")


def test_records_are_found_by_their_keys_and_by_workspace(prod: Assembly) -> None:
    index, _ = table(prod)["GlobalSecondaryIndexes"]

    assert keys(table(prod)) == ["PK", "SK"]
    assert index["IndexName"] == "by_workspace" and keys(index) == ["GSI1PK", "GSI1SK"]
    assert index["Projection"] == {"ProjectionType": "ALL"}


def test_what_recording_has_not_accounted_for_is_found_without_a_scan(prod: Assembly) -> None:
    _, index = table(prod)["GlobalSecondaryIndexes"]

    assert index["IndexName"] == "unsettled" and keys(index) == ["GSI2PK", "GSI2SK"]
    assert index["Projection"] == {"ProjectionType": "KEYS_ONLY"}


def test_records_that_expire_go_by_themselves(prod: Assembly) -> None:
    assert table(prod)["TimeToLiveSpecification"] == {"AttributeName": "expires_at", "Enabled": True}


def test_any_second_of_the_last_days_can_be_restored(prod: Assembly) -> None:
    (replica,) = table(prod)["Replicas"]

    assert replica["Region"] == REGION
    assert replica["PointInTimeRecoverySpecification"] == {"PointInTimeRecoveryEnabled": True}


def test_records_are_encrypted_with_a_key_of_the_account(prod: Assembly) -> None:
    assert table(prod)["SSESpecification"] == {"SSEEnabled": True, "SSEType": "KMS"}


def test_nothing_is_paid_while_nobody_talks(prod: Assembly) -> None:
    assert table(prod)["BillingMode"] == "PAY_PER_REQUEST"


def test_a_table_that_stays_cannot_be_deleted_by_mistake(prod: Assembly, local: Assembly) -> None:
    assert table(prod)["Replicas"][0]["DeletionProtectionEnabled"] is True
    assert table(local)["Replicas"][0]["DeletionProtectionEnabled"] is False


def keys(of: Properties) -> list[str]:
    return [key["AttributeName"] for key in of["KeySchema"]]
