"""Takes a finished file to the S3 that its request named. Blocks. The CA of the local cloud is in AWS_CA_BUNDLE."""

import json
from pathlib import Path
from urllib.parse import urlsplit

import boto3
from boto3.exceptions import S3UploadFailedError
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from livekit import api
from livekit.protocol.egress import EgressInfo
from mypy_boto3_s3 import S3Client

from local.egress.errors import UploadFailed
from local.egress.order import Order, S3Target

ATTEMPTS = 6
AWS_HOST = "s3.amazonaws.com"
CONTENT_TYPES: dict[int, str] = {api.EncodedFileType.MP4: "video/mp4", api.EncodedFileType.OGG: "audio/ogg"}


def upload_file(path: Path, order: Order) -> str:
    """Answers where it lies. Big files go in parts. Raises UploadFailed."""
    target = order.target
    extra: dict[str, object] = {"ContentType": CONTENT_TYPES[order.file_type]}
    if target.metadata:
        extra["Metadata"] = target.metadata
    if target.tagging:
        extra["Tagging"] = target.tagging
    if target.content_disposition:
        extra["ContentDisposition"] = target.content_disposition
    try:
        open_storage(target).upload_file(str(path), target.bucket, order.key, ExtraArgs=extra)
    except (BotoCoreError, ClientError, S3UploadFailedError) as error:
        raise UploadFailed(f"S3 upload failed: {error}") from error
    return location(target, order.key)


def upload_manifest(order: Order, info: EgressInfo) -> str:
    """The note that LiveKit lays beside a file. Raises UploadFailed."""
    key = "/".join([*order.key.split("/")[:-1], f"{order.egress_id}.json"])
    file = info.file_results[0]
    manifest = {
        "egress_id": info.egress_id,
        "room_id": info.room_id,
        "room_name": info.room_name,
        "started_at": info.started_at,
        "ended_at": info.ended_at,
        "files": [{"filename": file.filename, "location": file.location}],
    }
    try:
        open_storage(order.target).put_object(
            Bucket=order.target.bucket, Key=key, Body=json.dumps(manifest).encode(), ContentType="application/json"
        )
    except (BotoCoreError, ClientError) as error:
        raise UploadFailed(f"S3 upload failed: {error}") from error
    return location(order.target, key)


def location(target: S3Target, key: str) -> str:
    host = urlsplit(target.endpoint).netloc or target.endpoint or AWS_HOST
    if target.force_path_style:
        return f"https://{host}/{target.bucket}/{key}"
    return f"https://{target.bucket}.{host}/{key}"


def open_storage(target: S3Target) -> S3Client:
    config = Config(
        retries={"mode": "standard", "total_max_attempts": ATTEMPTS},
        s3={"addressing_style": "path" if target.force_path_style else "auto"},
    )
    return _session(target).client("s3", endpoint_url=target.endpoint or None, config=config)


def _session(target: S3Target) -> boto3.Session:
    session = boto3.Session(
        aws_access_key_id=target.access_key or None,
        aws_secret_access_key=target.secret or None,
        aws_session_token=target.session_token or None,
        region_name=target.region or None,
    )
    if not target.assume_role_arn:
        return session
    outside = {"ExternalId": target.assume_role_external_id} if target.assume_role_external_id else {}
    taken = session.client("sts").assume_role(
        RoleArn=target.assume_role_arn,
        RoleSessionName="livekit-egress",
        **outside,  # type: ignore[arg-type]  # the stubs cannot see that it is this one argument
    )["Credentials"]
    return boto3.Session(
        aws_access_key_id=taken["AccessKeyId"],
        aws_secret_access_key=taken["SecretAccessKey"],
        aws_session_token=taken["SessionToken"],
        region_name=target.region or None,
    )
