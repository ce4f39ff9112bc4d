"""Who did what to the account, where the stage asks for it: AWS's own log, in a bucket that it alone writes to.

A stack of its own, because a laptop's emulator has no such resource, and an account needs one however many stages.
"""

from aws_cdk import CfnOutput, Duration, Environment, RemovalPolicy, Stack
from aws_cdk import aws_cloudtrail as cloudtrail
from aws_cdk import aws_iam as iam
from aws_cdk import aws_s3 as s3
from constructs import Construct

from stacks.findings import accept
from stacks.stage import Stage

CLOUDTRAIL = iam.ServicePrincipal("cloudtrail.amazonaws.com")
# Long enough to look back from a yearly audit.
KEPT = Duration.days(365)


class TrailStack(Stack):
    def __init__(self, scope: Construct, stage: Stage) -> None:
        super().__init__(scope, f"echosphere-{stage.name}-trail", env=Environment(region=stage.region))
        # Known beforehand, so that the bucket can let in this trail and no other.
        name = f"echosphere-{stage.name}"
        bucket = _bucket(self, stage)
        _let_write(bucket, f"arn:{self.partition}:cloudtrail:{self.region}:{self.account}:trail/{name}")
        trail = cloudtrail.CfnTrail(
            self,
            "Trail",
            trail_name=name,
            s3_bucket_name=bucket.bucket_name,
            is_logging=True,
            # IAM's, CloudFront's and the firewall's events happen in a region of AWS's choice.
            is_multi_region_trail=True,
            include_global_service_events=True,
            enable_log_file_validation=True,
        )
        # With its policy, which CloudTrail tries at once.
        trail.node.add_dependency(bucket)
        CfnOutput(self, "TrailBucketName", value=bucket.bucket_name)


def _bucket(scope: Construct, stage: Stage) -> s3.Bucket:
    bucket = s3.Bucket(
        scope,
        "Bucket",
        block_public_access=s3.BlockPublicAccess.BLOCK_ALL,
        enforce_ssl=True,
        encryption=s3.BucketEncryption.S3_MANAGED,
        lifecycle_rules=[s3.LifecycleRule(expiration=KEPT)],
        removal_policy=RemovalPolicy.RETAIN if stage.retains else RemovalPolicy.DESTROY,
    )
    accept(bucket, {"S1": "it is a log itself, and its files are signed: a log of the log would want one, too"})
    return bucket


def _let_write(bucket: s3.Bucket, trail_arn: str) -> None:
    """As CloudTrail asks for it; of the account's folder, and on behalf of this trail alone."""
    of_this_trail = {"aws:SourceArn": trail_arn}
    files = bucket.arn_for_objects(f"AWSLogs/{Stack.of(bucket).account}/*")
    bucket.add_to_resource_policy(
        iam.PolicyStatement(
            principals=[CLOUDTRAIL],
            actions=["s3:GetBucketAcl"],
            resources=[bucket.bucket_arn],
            conditions={"StringEquals": of_this_trail},
        )
    )
    bucket.add_to_resource_policy(
        iam.PolicyStatement(
            principals=[CLOUDTRAIL],
            actions=["s3:PutObject"],
            resources=[files],
            conditions={"StringEquals": {**of_this_trail, "s3:x-amz-acl": "bucket-owner-full-control"}},
        )
    )
