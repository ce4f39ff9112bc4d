"""The voice agent: a Fargate service that waits for LiveKit's jobs; it dials out, nothing dials it."""

from pathlib import Path

from aws_cdk import CfnOutput, Duration, Environment, Stack
from aws_cdk import aws_ec2 as ec2
from aws_cdk import aws_ecr_assets as ecr_assets
from aws_cdk import aws_ecs as ecs
from aws_cdk import aws_iam as iam
from constructs import Construct

from stacks.agent_network import agent_network
from stacks.api import AGENT_NAME, ApiStack
from stacks.data import DataStack
from stacks.findings import accept
from stacks.log_group import log_group
from stacks.messaging import MessagingStack
from stacks.stage import Stage
from stacks.table_access import TableAction, allow_table

ROOT = Path(__file__).parent.parent
COMMAND = ["python", "-m", "agent_container.agent", "start"]
HEALTH_PORT = 8081
# The longest that Fargate waits between SIGTERM and SIGKILL: talks that go on may say goodbye in it.
DRAIN = Duration.seconds(120)
CPU_ARCHITECTURES = {"arm64": ecs.CpuArchitecture.ARM64, "x86_64": ecs.CpuArchitecture.X86_64}
PLATFORMS = {"arm64": ecr_assets.Platform.LINUX_ARM64, "x86_64": ecr_assets.Platform.LINUX_AMD64}


class AgentStack(Stack):
    def __init__(
        self, scope: Construct, stage: Stage, *, data: DataStack, messaging: MessagingStack, api: ApiStack
    ) -> None:
        super().__init__(scope, f"echosphere-{stage.name}-agent", env=Environment(region=stage.region))
        task = _task(self, stage)
        _container(task, stage, data=data, messaging=messaging, api=api)
        _grant(task.task_role, data=data, messaging=messaging)
        vpc = agent_network(self)
        insights = ecs.ContainerInsights.ENABLED if stage.container_insights == "on" else ecs.ContainerInsights.DISABLED
        cluster = ecs.Cluster(self, "Cluster", vpc=vpc, container_insights_v2=insights)
        accept(cluster, {"ECS4": "Container Insights is a switch of the stage: it costs for each metric"})
        service = _service(self, stage, cluster=cluster, task=task)
        CfnOutput(self, "ClusterName", value=cluster.cluster_name)
        CfnOutput(self, "ServiceName", value=service.service_name)
        CfnOutput(self, "TaskDefinitionArn", value=task.task_definition_arn)


def _task(scope: Construct, stage: Stage) -> ecs.FargateTaskDefinition:
    task = ecs.FargateTaskDefinition(
        scope,
        "Task",
        cpu=stage.agent_cpu,
        memory_limit_mib=stage.agent_memory_mib,
        runtime_platform=ecs.RuntimePlatform(
            cpu_architecture=CPU_ARCHITECTURES[stage.architecture],
            operating_system_family=ecs.OperatingSystemFamily.LINUX,
        ),
    )
    accept(task, {"ECS2": "the variables are names and addresses; the keys come from Secrets Manager"})
    return task


def _container(
    task: ecs.FargateTaskDefinition, stage: Stage, *, data: DataStack, messaging: MessagingStack, api: ApiStack
) -> None:
    container = task.add_container(
        "Agent",
        image=_image(stage),
        command=COMMAND,
        environment={
            "TABLE_NAME": data.table.table_name,
            "BUS_NAME": messaging.bus.event_bus_name,
            "LIVEKIT_URL": stage.livekit_agent_url,
            "AGENT_NAME": AGENT_NAME,
            "AGENT_HEALTH_PORT": str(HEALTH_PORT),
            "PROVIDERS": stage.agent_providers,
            "STAGE": stage.name,
        },
        secrets={
            "LIVEKIT_API_KEY": ecs.Secret.from_secrets_manager(api.livekit_keys, "api_key"),
            "LIVEKIT_API_SECRET": ecs.Secret.from_secrets_manager(api.livekit_keys, "api_secret"),
        },
        logging=ecs.LogDrivers.aws_logs(stream_prefix="agent", log_group=log_group(task, "Log", stage)),
        health_check=_health_check(),
        stop_timeout=DRAIN,
        readonly_root_filesystem=True,
    )
    # The one place that may be written; it goes with the task.
    task.add_volume(name="scratch")
    container.add_mount_points(ecs.MountPoint(container_path="/tmp", source_volume="scratch", read_only=False))


def _image(stage: Stage) -> ecs.ContainerImage:
    if stage.agent_image_tag:
        return ecs.ContainerImage.from_registry(stage.agent_image_tag)
    return ecs.ContainerImage.from_asset(
        str(ROOT), file="agent_container/Dockerfile", platform=PLATFORMS[stage.architecture]
    )


def _health_check() -> ecs.HealthCheck:
    # The image has no curl; urlopen raises for whatever is not a success.
    ask = f"import urllib.request as r; r.urlopen('http://127.0.0.1:{HEALTH_PORT}/', timeout=3)"
    return ecs.HealthCheck(
        command=["CMD", "python", "-c", ask],
        interval=Duration.seconds(15),
        timeout=Duration.seconds(5),
        retries=3,
        # Loading the voice models takes seconds, more on a busy host.
        start_period=Duration.seconds(60),
    )


def _grant(role: iam.IRole, *, data: DataStack, messaging: MessagingStack) -> None:
    allow_table(role, data.table, *TableAction)
    messaging.bus.grant_put_events_to(role)
    role.add_to_principal_policy(
        iam.PolicyStatement(
            actions=[
                "bedrock:InvokeModel",
                "bedrock:InvokeModelWithResponseStream",
                "polly:SynthesizeSpeech",
                "transcribe:StartStreamTranscription",
            ],
            # Speech has no resources to name, and which model answers is the persona's setting.
            resources=["*"],
        )
    )
    accept(role, {"IAM5[Resource::*]": "speech and models are named by no ARN of the account"})


def _service(
    scope: Construct, stage: Stage, *, cluster: ecs.Cluster, task: ecs.FargateTaskDefinition
) -> ecs.FargateService:
    return ecs.FargateService(
        scope,
        "Service",
        cluster=cluster,
        task_definition=task,
        desired_count=stage.agent_count,
        # The subnets are public, and a task reaches AWS and LiveKit through its own address.
        assign_public_ip=True,
        circuit_breaker=ecs.DeploymentCircuitBreaker(enable=True, rollback=True),
        min_healthy_percent=100,
        max_healthy_percent=200,
    )
