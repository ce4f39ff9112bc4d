"""The one place that every alarm rings into, and the budget where there is one; and who hears it."""

from collections.abc import Sequence

from aws_cdk import RemovalPolicy, Stack
from aws_cdk import aws_cloudwatch as cloudwatch
from aws_cdk import aws_cloudwatch_actions as actions
from aws_cdk import aws_iam as iam
from aws_cdk import aws_kms as kms
from aws_cdk import aws_sns as sns
from aws_cdk import aws_sns_subscriptions as subscriptions
from constructs import Construct, IConstruct

from stacks.stage import Stage

ALARMS = iam.ServicePrincipal("cloudwatch.amazonaws.com")
BUDGETS = iam.ServicePrincipal("budgets.amazonaws.com")


def alarm_topic(scope: Construct, stage: Stage) -> sns.Topic:
    ringers = [ALARMS, BUDGETS] if stage.monthly_budget_usd else [ALARMS]
    topic = sns.Topic(scope, "Alarms", display_name=f"EchoSphere {stage.name}", master_key=_key(scope, ringers))
    # A policy of one's own replaces SNS's, which lets the whole account publish: so who rings is let in by name.
    topic.add_to_resource_policy(
        iam.PolicyStatement(
            principals=[*ringers],
            actions=["sns:Publish"],
            resources=[topic.topic_arn],
            conditions=_of_this_account(scope),
        )
    )
    topic.add_to_resource_policy(
        iam.PolicyStatement(
            effect=iam.Effect.DENY,
            principals=[iam.AnyPrincipal()],
            actions=["sns:Publish"],
            resources=[topic.topic_arn],
            conditions={"Bool": {"aws:SecureTransport": "false"}},
        )
    )
    if stage.alarm_email:
        topic.add_subscription(subscriptions.EmailSubscription(stage.alarm_email))
    return topic


def ring_into(root: IConstruct, topic: sns.ITopic) -> None:
    """Every alarm below `root`, when it begins and when it is over. After all stacks are made."""
    tell = actions.SnsAction(topic)
    for each in root.node.find_all():
        if isinstance(each, cloudwatch.Alarm):
            each.add_alarm_action(tell)
            each.add_ok_action(tell)


def _key(scope: Construct, ringers: Sequence[iam.IPrincipal]) -> kms.Key:
    """SNS's own key lets neither write, and nobody can change its policy."""
    key = kms.Key(scope, "AlarmsKey", enable_key_rotation=True, removal_policy=RemovalPolicy.DESTROY)
    key.add_to_resource_policy(
        iam.PolicyStatement(
            principals=[*ringers],
            actions=["kms:Decrypt", "kms:GenerateDataKey*"],
            resources=["*"],
            conditions=_of_this_account(scope),
        )
    )
    return key


def _of_this_account(scope: Construct) -> dict[str, dict[str, str]]:
    return {"StringEquals": {"aws:SourceAccount": Stack.of(scope).account}}
