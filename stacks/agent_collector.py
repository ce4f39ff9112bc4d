"""The collector beside the agent: takes its spans on the task's own loopback, and hands them to whoever gets traces.

The agent never waits for them, and keys of theirs are none of its business. Without the collector a talk goes on.
"""

import json
from collections.abc import Mapping

from aws_cdk import Stack
from aws_cdk import aws_ecs as ecs
from aws_cdk import aws_iam as iam
from aws_cdk import aws_secretsmanager as secretsmanager

from stacks.findings import accept
from stacks.log_group import log_group
from stacks.stage import Stage

COLLECTOR_PORT = 4318
# AWS's own build, which holds what signs for X-Ray.
IMAGE = "public.ecr.aws/aws-observability/aws-otel-collector:v0.45.0"
MEMORY_MIB = 128
LANGSMITH = "https://api.smith.langchain.com/otel"


def add_collector(task: ecs.FargateTaskDefinition, stage: Stage) -> None:
    """A task that has nobody to tell has a collector all the same, which drops what it is given."""
    task.add_container(
        "Collector",
        image=ecs.ContainerImage.from_registry(IMAGE),
        essential=False,
        memory_limit_mib=MEMORY_MIB,
        environment={"AOT_CONFIG_CONTENT": json.dumps(configuration(stage, region=Stack.of(task).region))},
        secrets=_secrets(task, stage),
        logging=ecs.LogDrivers.aws_logs(stream_prefix="collector", log_group=log_group(task, "CollectorLog", stage)),
        readonly_root_filesystem=True,
    )
    if "xray" in stage.trace_exporters:
        task.add_to_task_role_policy(iam.PolicyStatement(actions=["xray:PutSpans"], resources=["*"]))
        accept(task.task_role, {"IAM5[Resource::*]": "X-Ray knows no resource of spans"})


def configuration(stage: Stage, *, region: str) -> Mapping[str, object]:
    """JSON is YAML. `${env:…}` are filled in by the collector, from its secrets."""
    exporters = {f"otlphttp/{name}": _exporter(name, stage, region=region) for name in stage.trace_exporters}
    return {
        "extensions": {"sigv4auth": {"region": region, "service": "xray"}},
        "receivers": {"otlp": {"protocols": {"http": {"endpoint": f"127.0.0.1:{COLLECTOR_PORT}"}}}},
        "processors": {
            "memory_limiter": {"check_interval": "1s", "limit_percentage": 80, "spike_limit_percentage": 20},
            "batch": {},
        },
        "exporters": exporters or {"debug": {"verbosity": "basic"}},
        "service": {
            "extensions": ["sigv4auth"],
            "pipelines": {
                "traces": {
                    "receivers": ["otlp"],
                    "processors": ["memory_limiter", "batch"],
                    "exporters": [*exporters] or ["debug"],
                }
            },
        },
    }


def _exporter(name: str, stage: Stage, *, region: str) -> Mapping[str, object]:
    match name:
        case "xray":
            address = f"https://xray.{region}.amazonaws.com/v1/traces"
            return {"traces_endpoint": address, "auth": {"authenticator": "sigv4auth"}}
        case "langsmith":
            headers = {"x-api-key": "${env:LANGSMITH_API_KEY}", "Langsmith-Project": "echosphere"}
            return {"endpoint": LANGSMITH, "headers": headers}
        case _:
            wants = {"headers": {"Authorization": "${env:OTLP_AUTHORIZATION}"}} if stage.otlp_secret_arn else {}
            return {"endpoint": stage.otlp_endpoint, **wants}


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
