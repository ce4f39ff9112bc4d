"""What the agent's role may do: keep a talk, tell of it, hear, think and speak, be replaced when nobody talks."""

from aws_cdk import Stack
from aws_cdk import aws_dynamodb as dynamodb
from aws_cdk import aws_ecs as ecs
from aws_cdk import aws_events as events
from aws_cdk import aws_iam as iam

from stacks.bedrock_access import INVOKE, INVOKE_STREAM, allow_model
from stacks.findings import accept, as_found
from stacks.provider_stage import Part
from stacks.stage import Stage
from stacks.table_access import May, allow_table

# Neither service has a resource that an ARN could name: transcribe's stream, and speech without lexicons.
SPEECH: dict[Part, str] = {"ears": "transcribe:StartStreamTranscription", "voice": "polly:SynthesizeSpeech"}


def grant_agent(role: iam.IRole, stage: Stage, *, table: dynamodb.ITableV2, bus: events.IEventBus) -> None:
    allow_table(role, table, May.READ, May.QUERY, May.CREATE, May.UPDATE, May.DELETE, May.CHECK)
    bus.grant_put_events_to(role)
    if speech := [action for part, action in SPEECH.items() if stage.uses("aws", part)]:
        role.add_to_principal_policy(iam.PolicyStatement(actions=speech, resources=["*"]))
        accept(role, {"IAM5[Resource::*]": "streams of speech are named by no ARN"})
    if stage.uses("aws", "brain"):
        allow_model(role, stage.bedrock_model, INVOKE, INVOKE_STREAM)


def allow_to_wait_for_talks(role: iam.IRole, cluster: ecs.Cluster) -> None:
    """To protect its task, and to see whether the service has gone on to a newer deployment.

    A task has its name when it runs, and the service, which waits for this role, after it: the cluster, which is the
    agent's own, narrows both. A condition of `ecs:cluster` would say the same again.
    """
    tasks = cluster.arn_for_tasks("*")
    its_services = f"{cluster.cluster_name}/*"
    services = Stack.of(cluster).format_arn(service="ecs", resource="service", resource_name=its_services)
    for resource, actions in {
        tasks: ["ecs:UpdateTaskProtection", "ecs:DescribeTasks"],  # the first is used by ECS's agent, in our name
        services: ["ecs:DescribeServices"],
    }.items():
        role.add_to_principal_policy(iam.PolicyStatement(actions=actions, resources=[resource]))
        finding = as_found(cluster, resource)
        accept(role, {f"IAM5[Resource::{finding}]": "named when they are made; the cluster is the agent's own"})
