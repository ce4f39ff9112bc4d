"""What CDK's BucketDeployment asks for, done with boto3: unpack the sources, fill in the markers, sync the bucket.

The request is that of the custom resource `Custom::CDKBucketDeployment`; each answer follows `aws s3 sync`.
"""

import io
import json
import mimetypes
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from fnmatch import fnmatch
from typing import Literal

from mypy_boto3_s3 import S3Client
from mypy_boto3_s3.type_defs import PutObjectRequestTypeDef
from pydantic import BaseModel, Field

Markers = Mapping[str, str]
SystemMetadata = Literal["CacheControl", "ContentDisposition", "ContentEncoding", "ContentLanguage", "ContentType"]

# The system metadata that `aws s3 sync` takes as options, by the name that S3's API has for each.
SYSTEM_METADATA: Mapping[str, SystemMetadata] = {
    "cache-control": "CacheControl",
    "content-disposition": "ContentDisposition",
    "content-encoding": "ContentEncoding",
    "content-language": "ContentLanguage",
    "content-type": "ContentType",
}


class MarkersConfig(BaseModel):
    json_escape: bool = Field(False, alias="jsonEscape")


class BucketDeployment(BaseModel):
    """Truths arrive as "true", because CloudFormation hands a custom resource text alone."""

    source_buckets: list[str] = Field(alias="SourceBucketNames")
    source_keys: list[str] = Field(alias="SourceObjectKeys")
    source_markers: list[dict[str, str]] = Field([], alias="SourceMarkers")
    source_markers_config: list[MarkersConfig] = Field([], alias="SourceMarkersConfig")
    bucket: str = Field(alias="DestinationBucketName")
    prefix: str = Field("", alias="DestinationBucketKeyPrefix")
    prune: bool = Field(True, alias="Prune")
    exclude: list[str] = Field([], alias="Exclude")
    include: list[str] = Field([], alias="Include")
    system_metadata: dict[str, str] = Field({}, alias="SystemMetadata")
    user_metadata: dict[str, str] = Field({}, alias="UserMetadata")
    retain_on_delete: bool = Field(True, alias="RetainOnDelete")
    distribution_id: str = Field("", alias="DistributionId")
    distribution_paths: list[str] = Field(["/*"], alias="DistributionPaths")


def publish(asked: BucketDeployment, s3: S3Client) -> None:
    files = {name: body for name, body in _unpack(asked, s3) if _is_meant(name, asked)}
    for name, body in files.items():
        s3.put_object(**_upload(name, body, asked))
    if asked.prune:
        _delete(asked, s3, keep=files)


def withdraw(asked: BucketDeployment, s3: S3Client) -> None:
    if not asked.retain_on_delete:
        _delete(asked, s3, keep={})


def _unpack(asked: BucketDeployment, s3: S3Client) -> Iterator[tuple[str, bytes]]:
    sources = zip(asked.source_buckets, asked.source_keys, strict=True)
    for index, (bucket, key) in enumerate(sources):
        archive = s3.get_object(Bucket=bucket, Key=key)["Body"].read()
        markers = _prepared(
            _at(asked.source_markers, index, {}), _at(asked.source_markers_config, index, MarkersConfig())
        )
        with zipfile.ZipFile(io.BytesIO(archive)) as opened:
            for name in opened.namelist():
                if not name.endswith("/"):
                    yield name, _filled_in(opened.read(name), markers)


def _at[T](values: Sequence[T], index: int, default: T) -> T:
    return values[index] if index < len(values) else default


def _prepared(markers: Markers, config: MarkersConfig) -> Markers:
    if not config.json_escape:
        return markers
    # A value stands inside a JSON text, so it is escaped but not quoted again.
    return {marker: json.dumps(value)[1:-1] for marker, value in markers.items()}


def _filled_in(body: bytes, markers: Markers) -> bytes:
    for marker, value in markers.items():
        body = body.replace(marker.encode(), value.encode())
    return body


def _is_meant(name: str, asked: BucketDeployment) -> bool:
    """The last filter that matches decides, and the includes come after the excludes."""
    filters = [(pattern, False) for pattern in asked.exclude] + [(pattern, True) for pattern in asked.include]
    return next((meant for pattern, meant in reversed(filters) if fnmatch(name, pattern)), True)


def _folder(asked: BucketDeployment) -> str:
    trimmed = asked.prefix.strip("/")
    return f"{trimmed}/" if trimmed else ""


def _upload(name: str, body: bytes, asked: BucketDeployment) -> PutObjectRequestTypeDef:
    guessed, _encoding = mimetypes.guess_type(name)
    upload: PutObjectRequestTypeDef = {
        "Bucket": asked.bucket,
        "Key": f"{_folder(asked)}{name}",
        "Body": body,
        "ContentType": guessed or "binary/octet-stream",
        "Metadata": asked.user_metadata,
    }
    for header, value in asked.system_metadata.items():
        upload[SYSTEM_METADATA[header.lower()]] = value
    return upload


def _delete(asked: BucketDeployment, s3: S3Client, *, keep: Mapping[str, bytes]) -> None:
    folder = _folder(asked)
    for page in s3.get_paginator("list_objects_v2").paginate(Bucket=asked.bucket, Prefix=folder):
        for found in page.get("Contents", []):
            name = found["Key"].removeprefix(folder)
            if name not in keep and _is_meant(name, asked):
                s3.delete_object(Bucket=asked.bucket, Key=found["Key"])
