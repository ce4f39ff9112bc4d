"""Which of the table's actions a function or task may use: what its use cases need and nothing else."""

from enum import StrEnum

from aws_cdk import aws_dynamodb as dynamodb
from aws_cdk import aws_iam as iam

from stacks.data import BY_WORKSPACE, UNSETTLED


class May(StrEnum):
    """A transaction has no action of its own: each item in it is checked as the single action that it is."""

    READ = "dynamodb:GetItem"
    READ_MANY = "dynamodb:BatchGetItem"
    QUERY = "dynamodb:Query"
    CREATE = "dynamodb:PutItem"
    UPDATE = "dynamodb:UpdateItem"
    DELETE = "dynamodb:DeleteItem"
    CHECK = "dynamodb:ConditionCheckItem"


def allow_table(grantee: iam.IGrantable, table: dynamodb.ITableV2, *actions: May) -> None:
    _allow(grantee, table.table_arn, *actions)


def allow_query_by_workspace(grantee: iam.IGrantable, table: dynamodb.ITableV2) -> None:
    _allow(grantee, f"{table.table_arn}/index/{BY_WORKSPACE}", May.QUERY)


def allow_query_unsettled(grantee: iam.IGrantable, table: dynamodb.ITableV2) -> None:
    _allow(grantee, f"{table.table_arn}/index/{UNSETTLED}", May.QUERY)


def _allow(grantee: iam.IGrantable, arn: str, *actions: May) -> None:
    statement = iam.PolicyStatement(actions=[action.value for action in actions], resources=[arn])
    grantee.grant_principal.add_to_principal_policy(statement)
