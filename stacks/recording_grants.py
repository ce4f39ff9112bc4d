"""What each function of the pipeline may do."""

from aws_cdk import Stack
from aws_cdk import aws_iam as iam
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_secretsmanager as secretsmanager

from stacks.data import DataStack
from stacks.findings import accept
from stacks.media import MediaStack
from stacks.object_access import DELETE, LIST, LIST_VERSIONS, READ, WRITE, allow_list, allow_objects
from stacks.secret_access import allow_secret
from stacks.table_access import May, allow_query_unsettled, allow_table


def grant_transcode(function: lambda_.Function, *, data: DataStack, media: MediaStack, role: iam.IRole) -> None:
    allow_table(function, data.table, May.READ, May.CREATE, May.DELETE)
    _allow_raw(function, media, *READ, *DELETE)
    _allow_jobs(function, role)


def grant_finish(
    function: lambda_.Function, *, data: DataStack, media: MediaStack, livekit_keys: secretsmanager.ISecret
) -> None:
    allow_table(function, data.table, May.READ, May.QUERY, May.CREATE, May.UPDATE, May.DELETE)
    _allow_raw(function, media, *READ)
    _allow_media(function, media, *READ, *WRITE, *DELETE)
    allow_secret(function, livekit_keys)
    _allow_news_of_jobs(function)


def grant_reconcile(
    function: lambda_.Function,
    *,
    data: DataStack,
    media: MediaStack,
    livekit_keys: secretsmanager.ISecret,
    role: iam.IRole,
) -> None:
    """It may take up whatever the others left, and start a recorder."""
    allow_table(function, data.table, May.READ, May.QUERY, May.CREATE, May.UPDATE, May.DELETE)
    allow_query_unsettled(function, data.table)
    _allow_raw(function, media, *READ, *DELETE)
    _allow_media(function, media, *READ, *WRITE, *DELETE)
    allow_secret(function, livekit_keys)
    allow_secret(function, media.recorder_key)
    _allow_jobs(function, role)
    _allow_news_of_jobs(function)


def grant_forgetting(function: lambda_.Function, *, media: MediaStack) -> None:
    """A deleted talk takes its files with it."""
    _allow_raw(function, media, *DELETE)
    _allow_media(function, media, *DELETE)


def _allow_raw(function: lambda_.Function, media: MediaStack, *actions: str) -> None:
    role = _role(function)
    allow_objects(role, media.raw_bucket, "raw/", *actions)
    allow_list(role, media.raw_bucket, *(LIST_VERSIONS if set(DELETE) <= set(actions) else LIST))


def _allow_media(function: lambda_.Function, media: MediaStack, *actions: str) -> None:
    role = _role(function)
    allow_objects(role, media.media_bucket, "media/", *actions)
    allow_list(role, media.media_bucket, *LIST_VERSIONS)


def _allow_jobs(function: lambda_.Function, role: iam.IRole) -> None:
    stack = Stack.of(function)
    queue = f"arn:{stack.partition}:mediaconvert:{stack.region}:{stack.account}:queues/Default"
    function.add_to_role_policy(iam.PolicyStatement(actions=["mediaconvert:CreateJob"], resources=[queue]))
    function.add_to_role_policy(
        iam.PolicyStatement(
            actions=["iam:PassRole"],
            resources=[role.role_arn],
            conditions={"StringEquals": {"iam:PassedToService": "mediaconvert.amazonaws.com"}},
        )
    )


def _allow_news_of_jobs(function: lambda_.Function) -> None:
    stack = Stack.of(function)
    job = f"mediaconvert:{stack.region}:{stack.account}:jobs/*"
    function.add_to_role_policy(
        iam.PolicyStatement(actions=["mediaconvert:GetJob"], resources=[f"arn:{stack.partition}:{job}"])
    )
    finding = f"arn:<AWS::Partition>:mediaconvert:{stack.region}:<AWS::AccountId>:jobs/*"
    accept(_role(function), {f"IAM5[Resource::{finding}]": "MediaConvert gives a job its id when it takes it"})


def _role(function: lambda_.Function) -> iam.IRole:
    assert function.role
    return function.role
