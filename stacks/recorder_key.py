"""The key from which each recorder's own, short-lived and narrow one is made (docs/decisions/0004)."""

from aws_cdk import CfnElement, RemovalPolicy, Stack
from aws_cdk import SecretValue as Value
from aws_cdk import aws_iam as iam
from aws_cdk import aws_s3 as s3
from aws_cdk import aws_secretsmanager as secretsmanager
from constructs import Construct

from stacks.findings import accept
from stacks.stage import Stage


def recorder_key(scope: Construct, stage: Stage, *, bucket: s3.Bucket) -> secretsmanager.Secret:
    """A session cannot do more than its user: this one stores raw files, and makes sessions."""
    stack = Stack.of(scope)
    user = iam.User(scope, "Recorder")
    user.add_to_policy(iam.PolicyStatement(actions=["s3:PutObject"], resources=[bucket.arn_for_objects("raw/*")]))
    user.add_to_policy(iam.PolicyStatement(actions=["sts:GetFederationToken"], resources=["*"]))
    assert isinstance(bucket.node.default_child, CfnElement)
    raw_files = f"<{stack.get_logical_id(bucket.node.default_child)}.Arn>/raw/*"
    accept(
        user,
        {
            f"IAM5[Resource::{raw_files}]": "it stores the files of all talks, and reads none",
            "IAM5[Resource::*]": "a session is named by who makes it, and never can more than its user",
        },
    )
    key = iam.AccessKey(scope, "RecorderKey", user=user, serial=stage.recorder_key_serial)
    secret = secretsmanager.Secret(
        scope,
        "RecorderSecret",
        description="The recorder's access_key and secret; made anew by a higher recorder_key_serial",
        secret_object_value={
            "access_key": Value.resource_attribute(key.access_key_id),
            "secret": key.secret_access_key,
        },
        removal_policy=RemovalPolicy.RETAIN if stage.retains else RemovalPolicy.DESTROY,
    )
    accept(secret, {"SMG4": "a deploy with a higher recorder_key_serial rotates key and secret together"})
    return secret
