"""Which objects a function may read, write and delete: what its use cases need and nothing else."""

from aws_cdk import Stack
from aws_cdk import aws_iam as iam
from aws_cdk import aws_s3 as s3

from stacks.findings import accept

READ = ("s3:GetObject",)
WRITE = ("s3:PutObject",)
DELETE = ("s3:DeleteObject", "s3:DeleteObjectVersion")
LIST = ("s3:ListBucket",)  # without it, what is missing looks forbidden
LIST_VERSIONS = (*LIST, "s3:ListBucketVersions")  # for whoever goes through a folder


def allow_objects(role: iam.IRole, bucket: s3.Bucket, folder: str, *actions: str, ending: str = "") -> None:
    """`folder` ends with a slash, or is where names begin; `ending` is that of the objects' names, if they have one."""
    objects = iam.PolicyStatement(actions=[*actions], resources=[bucket.arn_for_objects(f"{folder}*{ending}")])
    role.add_to_principal_policy(objects)
    accept(
        role,
        {f"IAM5[Resource::{_named(bucket)}/{folder}*{ending}]": "what is of all people lies there, by random ids"},
    )


def allow_list(role: iam.IRole, bucket: s3.Bucket, *actions: str) -> None:
    role.add_to_principal_policy(iam.PolicyStatement(actions=[*actions], resources=[bucket.bucket_arn]))


def _named(bucket: s3.Bucket) -> str:
    """As cdk-nag names a bucket of another stack."""
    stack = Stack.of(bucket)
    name: str = stack.resolve(stack.export_value(bucket.bucket_arn))["Fn::ImportValue"]
    return name
