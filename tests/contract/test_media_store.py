"""What every media store does, the one in memory and the one in S3 alike."""

from io import BytesIO

import boto3
import pytest
from botocore.config import Config

from echosphere.adapters.memory.media_store import MemoryMediaStore
from echosphere.adapters.s3_media_store import S3MediaStore
from echosphere.domain.errors import MediaUnavailable
from echosphere.domain.identifiers import new_id
from echosphere.ports import MediaStore

pytestmark = pytest.mark.contract
RAW, MEDIA = "contract-raw", "contract-media"


@pytest.fixture(scope="session")
def buckets(aws: str) -> None:
    s3 = boto3.client("s3")
    place = {"LocationConstraint": "ap-northeast-1"}
    for name in (RAW, MEDIA):
        s3.create_bucket(Bucket=name, CreateBucketConfiguration=place)  # type: ignore[arg-type]  # a region by name
    s3.put_bucket_versioning(Bucket=RAW, VersioningConfiguration={"Status": "Enabled"})


@pytest.fixture(params=["memory", "s3"])
def store(request: pytest.FixtureRequest) -> MediaStore:
    if request.param == "memory":
        return MemoryMediaStore()
    request.getfixturevalue("buckets")
    return S3MediaStore(client=boto3.client("s3"), raw_bucket=RAW, media_bucket=MEDIA)


@pytest.fixture(params=["memory", "s3"])
def dead_store(request: pytest.FixtureRequest) -> MediaStore:
    if request.param == "memory":
        return MemoryMediaStore(is_down=True)
    nobody = boto3.client(
        "s3",
        endpoint_url="http://127.0.0.1:9",
        config=Config(retries={"total_max_attempts": 1}),
        region_name="ap-northeast-1",
        aws_access_key_id="test",
        aws_secret_access_key="test",
    )
    return S3MediaStore(client=nobody, raw_bucket=RAW, media_bucket=MEDIA)


@pytest.mark.parametrize("folder", ["raw", "media"])
def test_what_is_stored_is_read_back_and_found(store: MediaStore, folder: str) -> None:
    key = f"{folder}/{new_id()}/001.mp4"

    store.put(key, b"hello", content_type="video/mp4")

    found = store.find(key)
    assert store.get(key) == b"hello"
    assert found and (found.key, found.size_bytes) == (key, 5)


def test_a_file_is_stored_from_its_beginning(store: MediaStore) -> None:
    key, file = f"media/{new_id()}/001/mix.m4a", BytesIO(b"0123456789" * 1_000_000)  # more than one part of 8 MB
    file.seek(3)

    store.put_file(key, file, content_type="audio/mp4")

    assert store.get(key) == file.getvalue()


def test_what_was_never_stored_is_none(store: MediaStore) -> None:
    assert store.get("raw/nothing/001.mp4") is None and store.find("media/nothing") is None


def test_a_listing_holds_the_newest_versions_in_order_and_its_own_folder_only(store: MediaStore) -> None:
    session = new_id()
    for name, body in (("002.mp4", b"two"), ("001.mp4", b"old"), ("001.mp4", b"newer")):
        store.put(f"raw/{session}/{name}", body, content_type="")
    store.put(f"raw/{session}0/001.mp4", b"another", content_type="")

    listed = store.list(f"raw/{session}/")

    assert [(each.key[-7:], each.size_bytes) for each in listed] == [("001.mp4", 5), ("002.mp4", 3)]


def test_a_file_is_read_from_where_one_seeks_to(store: MediaStore) -> None:
    key = f"raw/{new_id()}/001.mp4"
    store.put(key, b"0123456789", content_type="")
    stored = store.find(key)
    assert stored

    with store.open_range(stored) as file:
        file.seek(-3, 2)
        end = file.read()
        file.seek(2)
        assert (end, file.read(2), file.read()) == (b"789", b"23", b"456789")
        assert file.read() == b""


def test_a_deleted_folder_leaves_no_version_and_takes_no_neighbour(store: MediaStore) -> None:
    session = new_id()
    for body in (b"one", b"two"):
        store.put(f"raw/{session}/001.mp4", body, content_type="")
    store.put(f"raw/{session}0/001.mp4", b"another", content_type="")

    store.delete_prefix(f"raw/{session}/")
    store.delete_prefix(f"raw/{session}/")

    assert store.list(f"raw/{session}/") == [] and store.find(f"raw/{session}/001.mp4") is None
    assert store.get(f"raw/{session}0/001.mp4") == b"another"


def test_a_store_that_does_not_answer_says_so(dead_store: MediaStore) -> None:
    with pytest.raises(MediaUnavailable):
        dead_store.list("raw/")
    with pytest.raises(MediaUnavailable):
        dead_store.get("media/x")
