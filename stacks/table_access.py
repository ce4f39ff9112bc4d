"""Which of the table's actions a function or task may use: what its use cases need and nothing else."""

from enum import StrEnum

from aws_cdk import aws_dynamodb as dynamodb
from aws_cdk import aws_iam as iam

from stacks.data import BY_WORKSPACE


class TableAction(StrEnum):
    """A transaction has no action of its own: each item in it is checked as the single action that it is."""

    READ = "dynamodb:GetItem"
    QUERY = "dynamodb:Query"
    WRITE = "dynamodb:PutItem"
    UPDATE = "dynamodb:UpdateItem"
    DELETE = "dynamodb:DeleteItem"
    CHECK = "dynamodb:ConditionCheckItem"
    # PynamoDB asks once for each process for the table's keys.
    DESCRIBE = "dynamodb:DescribeTable"


def allow_table(grantee: iam.IGrantable, table: dynamodb.ITableV2, *actions: TableAction) -> None:
    grantee.grant_principal.add_to_principal_policy(
        iam.PolicyStatement(actions=[str(action) for action in actions], resources=[table.table_arn])
    )
    if TableAction.QUERY in actions:
        grantee.grant_principal.add_to_principal_policy(
            iam.PolicyStatement(actions=[str(TableAction.QUERY)], resources=[f"{table.table_arn}/index/{BY_WORKSPACE}"])
        )
