"""The voice agent: a Fargate service that waits for LiveKit's jobs; it dials out, nothing dials it."""

from aws_cdk import CfnOutput, Environment, Stack
from aws_cdk import aws_ecs as ecs
from constructs import Construct

from stacks.agent_alarms import ring_for_the_agent
from stacks.agent_grants import allow_to_wait_for_talks, grant_agent
from stacks.agent_network import agent_network
from stacks.agent_task import agent_task
from stacks.api import ApiStack
from stacks.data import DataStack
from stacks.findings import accept
from stacks.messaging import MessagingStack
from stacks.stage import Stage


class AgentStack(Stack):
    def __init__(
        self, scope: Construct, stage: Stage, *, data: DataStack, messaging: MessagingStack, api: ApiStack
    ) -> None:
        super().__init__(scope, f"echosphere-{stage.name}-agent", env=Environment(region=stage.region))
        task = agent_task(self, stage, table=data.table, bus=messaging.bus, livekit_keys=api.livekit_keys)
        grant_agent(task.task_role, stage, table=data.table, bus=messaging.bus)
        cluster = _cluster(self, stage)
        allow_to_wait_for_talks(task.task_role, cluster)
        service = _service(self, stage, cluster=cluster, task=task)
        if stage.agent_count:
            ring_for_the_agent(self, service)
        CfnOutput(self, "ClusterName", value=cluster.cluster_name)
        CfnOutput(self, "ServiceName", value=service.service_name)
        CfnOutput(self, "TaskDefinitionArn", value=task.task_definition_arn)


def _cluster(scope: Construct, stage: Stage) -> ecs.Cluster:
    insights = ecs.ContainerInsights.ENABLED if stage.container_insights else ecs.ContainerInsights.DISABLED
    cluster = ecs.Cluster(scope, "Cluster", vpc=agent_network(scope), container_insights_v2=insights)
    accept(cluster, {"ECS4": "Container Insights is a switch of the stage: it is paid for each metric"})
    return cluster


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
        # New tasks stand before old ones drain, so that a job always finds somebody.
        min_healthy_percent=100,
        max_healthy_percent=200,
    )
