import io
import zipfile
from typing import Any, cast

import pytest
from mypy_boto3_s3 import S3Client

from local.ministack.bucket_deployment import BucketDeployment, publish, withdraw
from tests.unit.local.ministack.memory_s3 import MemoryS3

pytestmark = pytest.mark.unit

ASSETS, SITE = "assets", "site"
FILES = {"index.html": b"<html>", "assets/app.js": b"run()", "config.json": b'{"client_id": "<<marker:0>>"}'}


@pytest.fixture
def s3() -> MemoryS3:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as opened:
        for name, body in FILES.items():
            opened.writestr(name, body)
    return MemoryS3({(ASSETS, "page.zip"): {"Body": buffer.getvalue()}})


def asked(**properties: Any) -> BucketDeployment:
    where = {"SourceBucketNames": [ASSETS], "SourceObjectKeys": ["page.zip"], "DestinationBucketName": SITE}
    return BucketDeployment.model_validate({**where, **properties})


def published(s3: MemoryS3, **properties: Any) -> dict[str, dict[str, Any]]:
    publish(asked(**properties), cast("S3Client", s3))
    return {key: stored for (bucket, key), stored in s3.objects.items() if bucket == SITE}


def test_every_file_of_the_archive_lies_in_the_bucket_with_its_type(s3: MemoryS3) -> None:
    stored = published(s3)

    assert stored.keys() == FILES.keys()
    assert stored["index.html"]["ContentType"] == "text/html"


def test_markers_become_the_values_that_only_the_deploy_knows(s3: MemoryS3) -> None:
    stored = published(s3, SourceMarkers=[{"<<marker:0>>": "abc"}])

    assert stored["config.json"]["Body"] == b'{"client_id": "abc"}'


def test_a_value_inside_a_json_text_is_escaped(s3: MemoryS3) -> None:
    markers = {"SourceMarkers": [{"<<marker:0>>": 'a"b'}], "SourceMarkersConfig": [{"jsonEscape": "true"}]}

    assert published(s3, **markers)["config.json"]["Body"] == b'{"client_id": "a\\"b"}'


def test_an_include_wins_over_the_exclude_before_it(s3: MemoryS3) -> None:
    assert published(s3, Exclude=["*"], Include=["assets/*"]).keys() == {"assets/app.js"}


def test_excluded_files_are_left_out(s3: MemoryS3) -> None:
    assert published(s3, Exclude=["assets/*"]).keys() == {"index.html", "config.json"}


def test_browsers_are_told_how_long_to_keep_a_file(s3: MemoryS3) -> None:
    stored = published(s3, SystemMetadata={"cache-control": "no-cache"})

    assert stored["index.html"]["CacheControl"] == "no-cache"


def test_files_go_below_the_prefix(s3: MemoryS3) -> None:
    assert "v2/index.html" in published(s3, DestinationBucketKeyPrefix="v2")


@pytest.mark.parametrize(("prune", "stays"), [("true", False), ("false", True)])
def test_what_the_archive_no_longer_has_goes_only_when_it_is_pruned(s3: MemoryS3, prune: str, stays: bool) -> None:
    s3.objects[SITE, "old.html"] = {"Body": b""}

    assert ("old.html" in published(s3, Prune=prune)) is stays


def test_an_excluded_file_of_another_deployment_is_not_pruned(s3: MemoryS3) -> None:
    s3.objects[SITE, "assets/other.js"] = {"Body": b""}

    assert "assets/other.js" in published(s3, Prune="true", Exclude=["assets/*"])


@pytest.mark.parametrize(("retain", "left"), [("true", 3), ("false", 0)])
def test_a_deleted_deployment_leaves_its_files_when_it_says_so(s3: MemoryS3, retain: str, left: int) -> None:
    published(s3)

    withdraw(asked(RetainOnDelete=retain), cast("S3Client", s3))

    assert sum(bucket == SITE for bucket, _key in s3.objects) == left
