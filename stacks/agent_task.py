"""One task of the agent: its image, its command, its surroundings. The laptop's launcher reads it as deployed."""

from pathlib import Path

from aws_cdk import Duration
from aws_cdk import aws_dynamodb as dynamodb
from aws_cdk import aws_ecr_assets as ecr_assets
from aws_cdk import aws_ecs as ecs
from aws_cdk import aws_events as events
from aws_cdk import aws_secretsmanager as secretsmanager
from constructs import Construct

from stacks.agent_collector import add_collector
from stacks.agent_providers import provider_environment, provider_keys
from stacks.api import AGENT_NAME
from stacks.collector_configuration import COLLECTOR_PORT, METRICS_PORT
from stacks.findings import accept
from stacks.log_group import log_group
from stacks.stage import Stage

ROOT = Path(__file__).parent.parent
COMMAND = ["python", "-m", "agent_container.agent", "start"]
HEALTH_PORT = 8081
# The longest that Fargate waits between SIGTERM and SIGKILL: a talk that goes on may say goodbye in it.
DRAIN = Duration.seconds(120)
# The one folder that the task may write to; the image declares it a volume, so that it stays writable to its user.
SCRATCH = "/tmp"  # noqa: S108  # the task's own, and gone with it
CPU_ARCHITECTURES = {"arm64": ecs.CpuArchitecture.ARM64, "x86_64": ecs.CpuArchitecture.X86_64}
IMAGE_PLATFORMS = {"arm64": ecr_assets.Platform.LINUX_ARM64, "x86_64": ecr_assets.Platform.LINUX_AMD64}


def agent_task(
    scope: Construct,
    stage: Stage,
    *,
    table: dynamodb.ITableV2,
    bus: events.IEventBus,
    livekit_keys: secretsmanager.ISecret,
) -> ecs.FargateTaskDefinition:
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
    container = task.add_container(
        "Agent",
        image=_image(stage),
        command=COMMAND,
        environment=_environment(stage, table_name=table.table_name, bus_name=bus.event_bus_name),
        secrets={
            "LIVEKIT_API_KEY": ecs.Secret.from_secrets_manager(livekit_keys, "api_key"),
            "LIVEKIT_API_SECRET": ecs.Secret.from_secrets_manager(livekit_keys, "api_secret"),
            **provider_keys(scope, stage),
        },
        logging=ecs.LogDrivers.aws_logs(stream_prefix="agent", log_group=log_group(task, "Log", stage)),
        health_check=_health_check(),
        stop_timeout=DRAIN,
        readonly_root_filesystem=True,
    )
    # Started first, so stopped last: a talk tells of its last spans at its end.
    container.add_container_dependencies(
        ecs.ContainerDependency(container=add_collector(task, stage), condition=ecs.ContainerDependencyCondition.START)
    )
    task.add_volume(name="scratch")
    container.add_mount_points(ecs.MountPoint(container_path=SCRATCH, source_volume="scratch", read_only=False))
    accept(
        task.obtain_execution_role(), {"IAM5[Resource::*]": "ECR hands out its login for all repositories or for none"}
    )
    accept(task, {"ECS2": "the variables are names and addresses; the keys come from Secrets Manager"})
    return task


def _environment(stage: Stage, *, table_name: str, bus_name: str) -> dict[str, str]:
    return {
        "TABLE_NAME": table_name,
        "BUS_NAME": bus_name,
        "LIVEKIT_URL": stage.livekit_agent_url,
        "AGENT_NAME": AGENT_NAME,
        "AGENT_HEALTH_PORT": str(HEALTH_PORT),
        "AGENT_METRICS_PORT": str(METRICS_PORT),
        "COLLECTOR_PORT": str(COLLECTOR_PORT),
        **provider_environment(stage),
        "STAGE": stage.name,
        # Its matrices are small and its talks many: threads of its own cost a busy task six times what they save.
        "OPENBLAS_NUM_THREADS": "1",
    }


def _image(stage: Stage) -> ecs.ContainerImage:
    """The context is what .dockerignore lets in; nothing is built before the deploy."""
    if stage.agent_image_tag:
        return ecs.ContainerImage.from_registry(stage.agent_image_tag)
    return ecs.ContainerImage.from_asset(
        str(ROOT), file="agent_container/Dockerfile", platform=IMAGE_PLATFORMS[stage.architecture]
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
