"""Where everything is kept: one table, its keys in design order, found also by workspace and while unsettled."""

from aws_cdk import CfnOutput, Environment, RemovalPolicy, Stack
from aws_cdk import aws_dynamodb as dynamodb
from constructs import Construct

from stacks.stage import Stage

BY_WORKSPACE = "by_workspace"
UNSETTLED = "unsettled"


class DataStack(Stack):
    def __init__(self, scope: Construct, stage: Stage) -> None:
        super().__init__(scope, f"echosphere-{stage.name}-data", env=Environment(region=stage.region))
        self.table = dynamodb.TableV2(
            self,
            "Records",
            partition_key=_text("PK"),
            sort_key=_text("SK"),
            global_secondary_indexes=[
                dynamodb.GlobalSecondaryIndexPropsV2(
                    index_name=BY_WORKSPACE, partition_key=_text("GSI1PK"), sort_key=_text("GSI1SK")
                ),
                # Sparse: only what recording has not yet accounted for carries its keys.
                dynamodb.GlobalSecondaryIndexPropsV2(
                    index_name=UNSETTLED,
                    partition_key=_text("GSI2PK"),
                    sort_key=_text("GSI2SK"),
                    projection_type=dynamodb.ProjectionType.KEYS_ONLY,
                ),
            ],
            billing=dynamodb.Billing.on_demand(),
            encryption=dynamodb.TableEncryptionV2.aws_managed_key(),
            point_in_time_recovery_specification=dynamodb.PointInTimeRecoverySpecification(
                point_in_time_recovery_enabled=True
            ),
            time_to_live_attribute="expires_at",
            deletion_protection=stage.retains,
            removal_policy=RemovalPolicy.RETAIN if stage.retains else RemovalPolicy.DESTROY,
        )
        CfnOutput(self, "TableName", value=self.table.table_name)


def _text(name: str) -> dynamodb.Attribute:
    return dynamodb.Attribute(name=name, type=dynamodb.AttributeType.STRING)
