"""Everything that the platform keeps of one talk: what its table and its buckets hold, read past the product."""

import json
from collections.abc import Iterator

from tests.platform import Platform

BUCKETS = ("RawBucketName", "MediaBucketName")


def kept_of(platform: Platform, session_id: str) -> list[str]:
    """The key of each item that names it anywhere, and of each file under its name."""
    return [*_items(platform, session_id), *_files(platform, session_id)]


def _items(platform: Platform, session_id: str) -> Iterator[str]:
    table = platform.cloud().client("dynamodb")
    for page in table.get_paginator("scan").paginate(TableName=platform.outputs.get("data", "TableName")):
        for item in page["Items"]:
            if session_id in json.dumps(item, default=str):
                yield f"{item['PK']['S']} {item['SK']['S']}"


def _files(platform: Platform, session_id: str) -> Iterator[str]:
    s3 = platform.cloud().client("s3")
    for bucket in BUCKETS:
        for page in s3.get_paginator("list_objects_v2").paginate(Bucket=platform.outputs.get("media", bucket)):
            yield from (each["Key"] for each in page.get("Contents", []) if session_id in each["Key"])
