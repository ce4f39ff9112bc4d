"""The buckets of what was recorded and what was made of it: nobody but our functions and our page reads them."""

import json
from datetime import timedelta

import pytest

from echosphere.domain.export import KEPT, exports_prefix
from tests.unit.stacks.templates import Assembly, Properties

pytestmark = pytest.mark.template


def policies(assembly: Assembly) -> dict[str, list[Properties]]:
    """The statements by bucket, `Raw` and `Media`."""
    found = assembly["media"].of_type("AWS::S3::BucketPolicy").values()
    return {one["Bucket"]["Ref"][:-8]: one["PolicyDocument"]["Statement"] for one in found}


def test_no_recording_is_public_or_lies_unencrypted(prod: Assembly) -> None:
    buckets = prod["media"].of_type("AWS::S3::Bucket")

    assert len(buckets) == 2
    for bucket in buckets.values():
        assert set(bucket["PublicAccessBlockConfiguration"].values()) == {True}
        assert bucket["BucketEncryption"]["ServerSideEncryptionConfiguration"]


def test_no_recording_travels_without_tls(prod: Assembly) -> None:
    for statements in policies(prod).values():
        (denied,) = (one for one in statements if one["Effect"] == "Deny")
        assert denied["Condition"] == {"Bool": {"aws:SecureTransport": "false"}} and denied["Action"] == "s3:*"


def test_cloudfront_of_this_account_reads_what_is_played_and_nothing_else(prod: Assembly) -> None:
    (allowed,) = (one for one in policies(prod)["Media"] if one["Effect"] == "Allow")

    assert (allowed["Principal"], allowed["Action"]) == ({"Service": "cloudfront.amazonaws.com"}, "s3:GetObject")
    assert json.dumps(allowed["Resource"]).endswith('"/media/*"]]}')
    assert allowed["Condition"]["StringEquals"] == {"AWS:SourceAccount": {"Ref": "AWS::AccountId"}}
    assert json.dumps(allowed["Condition"]["ArnLike"]).endswith(':distribution/*"]]}}')


def test_nobody_is_let_into_the_raw_recordings_by_their_bucket(prod: Assembly) -> None:
    assert not [one for one in policies(prod)["Raw"] if one["Effect"] == "Allow"]


def test_an_upload_that_was_given_up_is_swept_away(prod: Assembly) -> None:
    for bucket in prod["media"].of_type("AWS::S3::Bucket").values():
        rules = bucket["LifecycleConfiguration"]["Rules"]
        assert [one for one in rules if one.get("AbortIncompleteMultipartUpload") == {"DaysAfterInitiation": 1}]


def test_a_raw_file_is_kept_for_the_stages_days_and_its_old_versions_for_one(prod: Assembly) -> None:
    (raw,) = (one for one in prod["media"].of_type("AWS::S3::Bucket").values() if "VersioningConfiguration" in one)
    (rule,) = raw["LifecycleConfiguration"]["Rules"]

    assert (rule["ExpirationInDays"], rule["NoncurrentVersionExpiration"]) == (30, {"NoncurrentDays": 1})


def test_a_copy_of_a_persons_data_is_kept_for_as_long_as_it_says(prod: Assembly) -> None:
    media = [one for one in prod["media"].of_type("AWS::S3::Bucket").values() if "VersioningConfiguration" not in one]
    (rule,) = (one for one in media[0]["LifecycleConfiguration"]["Rules"] if "Prefix" in one)

    assert exports_prefix("anybody").startswith(rule["Prefix"])
    assert timedelta(days=rule["ExpirationInDays"]) == KEPT


def test_the_recorders_secret_is_in_no_template(prod: Assembly) -> None:
    secret = prod["media"].only("AWS::SecretsManager::Secret")["SecretString"]

    assert "SecretAccessKey" in json.dumps(secret) and "Fn::GetAtt" in json.dumps(secret)
