"""The collector beside the agent: takes its spans on the task's own loopback, and hands them to whoever gets traces;
asks for its figures there, and writes some of them for CloudWatch.

The agent never waits for them, and keys of theirs are none of its business. Without the collector a talk goes on.
"""

from collections.abc import Mapping

from aws_cdk import Stack
from aws_cdk import aws_ecs as ecs
from aws_cdk import aws_iam as iam
from aws_cdk import aws_secretsmanager as secretsmanager

from stacks.collector_configuration import collector_configuration
from stacks.findings import accept
from stacks.log_group import log_group
from stacks.stage import Stage

# AWS's own build, which holds what signs for X-Ray and what writes metrics for CloudWatch.
IMAGE = "public.ecr.aws/aws-observability/aws-otel-collector:v0.45.0"
MEMORY_MIB = 256


def add_collector(task: ecs.FargateTaskDefinition, stage: Stage) -> ecs.ContainerDefinition:
    """A task that has nobody to tell of spans has a collector all the same, which drops those that it is given."""
    figures = log_group(task, "FiguresLog", stage)
    figures.grant_write(task.task_role)
    told = collector_configuration(stage, region=Stack.of(task).region, metrics_log=figures.log_group_name)
    collector = task.add_container(
        "Collector",
        image=ecs.ContainerImage.from_registry(IMAGE),
        essential=False,
        memory_limit_mib=MEMORY_MIB,
        environment={"AOT_CONFIG_CONTENT": Stack.of(task).to_json_string(told)},
        secrets=_secrets(task, stage),
        logging=ecs.LogDrivers.aws_logs(stream_prefix="collector", log_group=log_group(task, "CollectorLog", stage)),
        readonly_root_filesystem=True,
    )
    if "xray" in stage.trace_exporters:
        task.add_to_task_role_policy(iam.PolicyStatement(actions=["xray:PutSpans"], resources=["*"]))
        accept(task.task_role, {"IAM5[Resource::*]": "X-Ray knows no resource of spans"})
    return collector


def _secrets(task: ecs.FargateTaskDefinition, stage: Stage) -> Mapping[str, ecs.Secret]:
    wanted = {
        "LANGSMITH_API_KEY": ("Langsmith", stage.langsmith_secret_arn, "api_key"),
        "OTLP_AUTHORIZATION": ("Otlp", stage.otlp_secret_arn, "Authorization"),
    }
    return {
        variable: ecs.Secret.from_secrets_manager(
            secretsmanager.Secret.from_secret_complete_arn(task, name, arn), field
        )
        for variable, (name, arn, field) in wanted.items()
        if arn
    }
