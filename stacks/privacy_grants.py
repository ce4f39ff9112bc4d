"""What the functions may do that copy and delete a person's data."""

from aws_cdk import aws_iam as iam
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_secretsmanager as secretsmanager

from stacks.data import DataStack
from stacks.identity import IdentityStack
from stacks.media import EXPORTS, MediaStack
from stacks.object_access import LIST_VERSIONS, WRITE, allow_list, allow_objects
from stacks.playback import let_sign
from stacks.recording_grants import grant_forgetting
from stacks.secret_access import allow_secret
from stacks.table_access import May, allow_query_by_workspace, allow_table
from stacks.web import WebStack

FIND_PEOPLE, DELETE_PEOPLE = "cognito-idp:ListUsers", "cognito-idp:AdminDeleteUser"


def grant_forgetting_people(
    function: lambda_.Function,
    *,
    data: DataStack,
    media: MediaStack,
    identity: IdentityStack,
    livekit_keys: secretsmanager.ISecret,
) -> None:
    """A talk that goes on is ended, and its room closed."""
    allow_table(function, data.table, May.READ, May.QUERY, May.CREATE, May.UPDATE, May.DELETE)
    allow_query_by_workspace(function, data.table)
    grant_forgetting(function, media=media)
    allow_secret(function, livekit_keys)
    _allow_people(function, identity, FIND_PEOPLE, DELETE_PEOPLE)


def grant_export(
    function: lambda_.Function, *, data: DataStack, media: MediaStack, identity: IdentityStack, web: WebStack
) -> None:
    """It reads records and names files; it reads none of them."""
    assert function.role
    allow_table(function, data.table, May.READ, May.QUERY, May.CREATE)
    allow_query_by_workspace(function, data.table)
    allow_objects(function.role, media.media_bucket, EXPORTS, *WRITE)
    allow_list(function.role, media.media_bucket, *LIST_VERSIONS)
    allow_list(function.role, media.raw_bucket, *LIST_VERSIONS)
    let_sign(function, web=web)
    _allow_people(function, identity, FIND_PEOPLE)


def _allow_people(function: lambda_.Function, identity: IdentityStack, *actions: str) -> None:
    pool = identity.pool.user_pool_arn
    function.add_to_role_policy(iam.PolicyStatement(actions=[*actions], resources=[pool]))
