"""Where talks lie as sound and picture: what was recorded, and what was made of it to be replayed.

A stack of its own, because the front door reads one bucket and the recording's functions fill both.
"""

from aws_cdk import CfnOutput, Duration, Environment, RemovalPolicy, Stack
from aws_cdk import aws_iam as iam
from aws_cdk import aws_s3 as s3
from constructs import Construct

from stacks.findings import accept
from stacks.recorder_key import recorder_key
from stacks.stage import Stage
from stacks.tell_of_uploads import tell_of_uploads
from stacks.work_queue import WorkQueue
from stacks.work_times import LATE_AFTER, TRANSCODE_TIMEOUT

# The one folder of the media bucket, by the same name in CloudFront's paths.
MEDIA_FOLDER = "media"
# Copies of a person's data; no talk's id begins so. Their rule says how long one is kept (domain/export.py).
EXPORTS = f"{MEDIA_FOLDER}/export-"
EXPORT_KEPT = Duration.days(7)
UPLOAD_GIVEN_UP = Duration.days(1)
OLD_VERSION_KEPT = Duration.days(1)


class MediaStack(Stack):
    def __init__(self, scope: Construct, stage: Stage) -> None:
        super().__init__(scope, f"echosphere-{stage.name}-media", env=Environment(region=stage.region))
        self._stage = stage
        self.transcode_recording = WorkQueue(
            self, "TranscodeRecording", work_timeout=TRANSCODE_TIMEOUT, late_after=LATE_AFTER
        )
        self.raw_bucket = self._bucket("Raw", kept_days=stage.recording_raw_days, versioned=True)
        self.media_bucket = self._bucket("Media", kept_days=stage.recording_media_days)
        self.media_bucket.add_lifecycle_rule(id="Exports", prefix=EXPORTS, expiration=EXPORT_KEPT)
        tell_of_uploads(self.raw_bucket, self.transcode_recording.queue)
        self.recorder_key = recorder_key(self, stage, bucket=self.raw_bucket)
        self._let_cloudfront_read()
        CfnOutput(self, "RawBucketName", value=self.raw_bucket.bucket_name)
        CfnOutput(self, "MediaBucketName", value=self.media_bucket.bucket_name)
        CfnOutput(self, "TranscodeRecordingQueueUrl", value=self.transcode_recording.queue.queue_url)

    def _bucket(self, name: str, *, kept_days: int | None, versioned: bool = False) -> s3.Bucket:
        """`kept_days` None: until their talk is deleted."""
        bucket = s3.Bucket(
            self,
            name,
            versioned=versioned,
            block_public_access=s3.BlockPublicAccess.BLOCK_ALL,
            enforce_ssl=True,
            encryption=s3.BucketEncryption.S3_MANAGED,
            lifecycle_rules=[
                s3.LifecycleRule(
                    abort_incomplete_multipart_upload_after=UPLOAD_GIVEN_UP,
                    expiration=Duration.days(kept_days) if kept_days else None,
                    noncurrent_version_expiration=OLD_VERSION_KEPT if versioned else None,
                )
            ],
            removal_policy=RemovalPolicy.RETAIN if self._stage.retains else RemovalPolicy.DESTROY,
        )
        accept(bucket, {"S1": "a log of who listened to which talk would hold addresses of persons"})
        return bucket

    def _let_cloudfront_read(self) -> None:
        """To the account's distributions, not to ours by its name: it names this bucket, which would close a circle."""
        self.media_bucket.add_to_resource_policy(
            iam.PolicyStatement(
                principals=[iam.ServicePrincipal("cloudfront.amazonaws.com")],
                actions=["s3:GetObject"],
                resources=[self.media_bucket.arn_for_objects(f"{MEDIA_FOLDER}/*")],
                conditions={
                    "StringEquals": {"AWS:SourceAccount": self.account},
                    "ArnLike": {
                        "AWS:SourceArn": f"arn:{self.partition}:cloudfront::{self.account}:distribution/*",
                    },
                },
            )
        )
