"""Who did what to the account is kept, where a stage asks for it, and nobody changes it unseen."""

import json

import pytest

from tests.unit.stacks.templates import Assembly, Properties

pytestmark = pytest.mark.template
TRAIL = "AWS::CloudTrail::Trail"
A_YEAR = 365


def writes(prod: Assembly) -> list[Properties]:
    statements = prod["trail"].only("AWS::S3::BucketPolicy")["PolicyDocument"]["Statement"]
    return [one for one in statements if one["Effect"] == "Allow"]


def test_prod_has_a_trail_and_others_have_none(prod: Assembly, dev: Assembly, local: Assembly) -> None:
    """The second one of an account is paid for by each event."""
    assert prod["trail"].only(TRAIL)["IsLogging"]
    for assembly in (dev, local):
        assert "trail" not in assembly.stacks


def test_it_follows_the_account_into_every_region(prod: Assembly) -> None:
    trail = prod["trail"].only(TRAIL)

    assert trail["IsMultiRegionTrail"] and trail["IncludeGlobalServiceEvents"]


def test_what_is_done_to_the_account_is_kept_and_what_is_done_to_peoples_records_is_not(prod: Assembly) -> None:
    """Without selectors a trail has management events, all of them; data events name persons and are paid for."""
    assert not {"EventSelectors", "AdvancedEventSelectors", "InsightSelectors"} & set(prod["trail"].only(TRAIL))


def test_a_file_that_was_changed_or_deleted_is_found_out(prod: Assembly) -> None:
    assert prod["trail"].only(TRAIL)["EnableLogFileValidation"]


def test_its_files_are_encrypted_private_and_gone_after_a_year(prod: Assembly) -> None:
    bucket = prod["trail"].only("AWS::S3::Bucket")
    (rule,) = bucket["LifecycleConfiguration"]["Rules"]

    (encryption,) = bucket["BucketEncryption"]["ServerSideEncryptionConfiguration"]
    assert encryption == {"ServerSideEncryptionByDefault": {"SSEAlgorithm": "AES256"}}
    assert all(bucket["PublicAccessBlockConfiguration"].values())
    assert (rule["ExpirationInDays"], rule["Status"]) == (A_YEAR, "Enabled")


def test_this_trail_alone_writes_and_nobody_without_tls(prod: Assembly) -> None:
    name = prod["trail"].only(TRAIL)["TrailName"]
    statements = prod["trail"].only("AWS::S3::BucketPolicy")["PolicyDocument"]["Statement"]

    assert {one["Principal"]["Service"] for one in writes(prod)} == {"cloudtrail.amazonaws.com"}
    assert {one["Action"] for one in writes(prod)} == {"s3:GetBucketAcl", "s3:PutObject"}
    for one in writes(prod):
        assert f":trail/{name}" in json.dumps(one["Condition"]["StringEquals"]["aws:SourceArn"])
    assert {"Bool": {"aws:SecureTransport": "false"}} in [
        one["Condition"] for one in statements if one["Effect"] == "Deny"
    ]


def test_it_begins_when_its_bucket_lets_it_in(prod: Assembly) -> None:
    (trail,) = (one for one in prod["trail"].resources.values() if one["Type"] == TRAIL)
    (policy,) = prod["trail"].of_type("AWS::S3::BucketPolicy")

    assert policy in trail["DependsOn"]


def test_what_was_kept_outlives_the_stack(prod: Assembly) -> None:
    (bucket,) = (one for one in prod["trail"].resources.values() if one["Type"] == "AWS::S3::Bucket")

    assert bucket["DeletionPolicy"] == "Retain"
