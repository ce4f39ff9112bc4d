"""A cloud with what a transcode needs: two buckets, the role that may use them, a caller, a queue that hears news."""

import json
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import boto3

from echosphere.adapters.mediaconvert.news import TranscodeNews, TranscodeStatus
from echosphere.adapters.mediaconvert.transcode_job import SourceFacts, TranscodeJob
from echosphere.adapters.mediaconvert.transcoder import MediaConvertTranscoder
from local.installation import Installation
from local.readiness import wait_until
from tests.integration.local.cloud import running_cloud, session

if TYPE_CHECKING:
    from mypy_boto3_mediaconvert import MediaConvertClient
    from mypy_boto3_s3 import S3Client

RAW, MEDIA, QUEUE = "raw-talks", "media-talks", "news"
FOLDER = "media/s-1/001"
SETTLED = frozenset({TranscodeStatus.COMPLETE, TranscodeStatus.ERROR, TranscodeStatus.CANCELED})
TALK = SourceFacts(dual_channel=True, duration_s=10)
ROLE_RIGHTS = [
    {"Effect": "Allow", "Action": "s3:GetObject", "Resource": f"arn:aws:s3:::{RAW}/*"},
    {"Effect": "Allow", "Action": "s3:ListBucket", "Resource": f"arn:aws:s3:::{RAW}"},
    {"Effect": "Allow", "Action": "s3:PutObject", "Resource": f"arn:aws:s3:::{MEDIA}/*"},
]


def allow(*actions: str, on: str = "*") -> dict[str, Any]:
    return {"Effect": "Allow", "Action": list(actions), "Resource": on}


@dataclass(frozen=True)
class Place:
    installation: Installation

    def client(self, name: str, identity: boto3.Session | None = None) -> Any:  # noqa: ANN401 - boto3 names the type by the name
        certificate = str(self.installation.certificate)
        made: Any = (identity or session()).client(name, endpoint_url=self.installation.cloud_url, verify=certificate)  # type: ignore[call-overload]
        return made

    @property
    def s3(self) -> "S3Client":
        client: S3Client = self.client("s3")
        return client

    @property
    def mediaconvert(self) -> "MediaConvertClient":
        client: MediaConvertClient = self.client("mediaconvert")
        return client

    def role(
        self, name: str, rights: list[dict[str, Any]] = ROLE_RIGHTS, trusts: str = "mediaconvert.amazonaws.com"
    ) -> str:
        trust = {"Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"Service": trusts}}]}
        iam = self.client("iam")
        arn: str = iam.create_role(RoleName=name, AssumeRolePolicyDocument=json.dumps(trust))["Role"]["Arn"]
        iam.put_role_policy(RoleName=name, PolicyName="rights", PolicyDocument=json.dumps({"Statement": rights}))
        return arn

    def caller(self, name: str, *rights: Mapping[str, Any]) -> boto3.Session:
        iam = self.client("iam")
        iam.create_user(UserName=name)
        iam.put_user_policy(UserName=name, PolicyName="rights", PolicyDocument=json.dumps({"Statement": rights}))
        key = iam.create_access_key(UserName=name)["AccessKey"]
        return boto3.Session(
            aws_access_key_id=key["AccessKeyId"],
            aws_secret_access_key=key["SecretAccessKey"],
            region_name="ap-northeast-1",
        )

    def transcoder(self, role_arn: str) -> MediaConvertTranscoder:
        return MediaConvertTranscoder(client=self.mediaconvert, role_arn=role_arn)

    def settled(self, transcoder: MediaConvertTranscoder, job_id: str, *, within_s: float = 60) -> TranscodeNews:
        wait_until(lambda: transcoder.read(job_id).status in SETTLED, what="transcode", within_s=within_s)
        return transcoder.read(job_id)

    def transcode(self, path: Path, facts: SourceFacts = TALK, *, role_arn: str, name: str = "once") -> TranscodeNews:
        key = f"raw/{name}/{path.name}"
        self.s3.upload_file(str(path), RAW, key)
        transcoder = self.transcoder(role_arn)
        return self.settled(transcoder, transcoder.submit(job(key, facts, name=name)))

    def media(self, prefix: str = FOLDER) -> dict[str, bytes]:
        listed = self.s3.list_objects_v2(Bucket=MEDIA, Prefix=prefix).get("Contents", [])
        return {each["Key"]: self.s3.get_object(Bucket=MEDIA, Key=each["Key"])["Body"].read() for each in listed}


def job(key: str, facts: SourceFacts = TALK, *, name: str = "once", folder: str = FOLDER) -> TranscodeJob:
    return TranscodeJob(
        source_uri=f"s3://{RAW}/{key}",
        destination_uri=f"s3://{MEDIA}/{folder}/hls/",
        facts=facts,
        token=name,
        metadata={"session_id": "s-1", "attempt": "1"},
    )


@contextmanager
def running_place(installation: Installation) -> Iterator[Place]:
    with running_cloud(installation):
        yield Place(installation)


def furnish(place: Place) -> None:
    for bucket in (RAW, MEDIA):
        place.s3.create_bucket(Bucket=bucket, CreateBucketConfiguration={"LocationConstraint": "ap-northeast-1"})


def make_talk(path: Path, *, seconds: float, begins_with: str = "") -> Path:
    """Two sides, 440 Hz left and 880 Hz right, as the recorder writes them: fragments of a second."""
    sines = [f"sine=frequency={hertz}:sample_rate=48000:duration={seconds}" for hertz in (440, 880)]
    return ffmpeg(
        path,
        *("-f", "lavfi", "-i", sines[0], "-f", "lavfi", "-i", sines[1]),
        *("-filter_complex", "[0][1]amerge=inputs=2[a]", "-map", "[a]", "-c:a", "aac", "-b:a", "128k"),
        *("-movflags", "+frag_keyframe+empty_moov+default_base_moof", "-frag_duration", "1000000"),
    )


def make_film(path: Path, *, seconds: float, size: str = "1280x720", sound: bool = True) -> Path:
    tone = ("-f", "lavfi", "-i", f"sine=frequency=440:sample_rate=48000:duration={seconds}") if sound else ()
    return ffmpeg(
        path,
        *("-f", "lavfi", "-i", f"testsrc2=size={size}:rate=15:duration={seconds}", *tone),
        *("-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", "-c:a", "aac", "-ac", "2"),
    )


def ffmpeg(path: Path, *arguments: str) -> Path:
    subprocess.run(
        [shutil.which("ffmpeg") or "ffmpeg", "-hide_banner", "-loglevel", "error", "-y", *arguments, str(path)],
        check=True,
    )
    return path
