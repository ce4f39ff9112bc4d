"""What the agent's role may do: keep a talk, tell of it, hear, think and speak."""

import re

from aws_cdk import Stack
from aws_cdk import aws_dynamodb as dynamodb
from aws_cdk import aws_events as events
from aws_cdk import aws_iam as iam

from stacks.findings import accept
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
        _let_think(role, stage)


def _let_think(role: iam.IRole, stage: Stage) -> None:
    model, profile = _model_arns(Stack.of(role), stage.bedrock_model)
    role.add_to_principal_policy(
        iam.PolicyStatement(
            actions=["bedrock:InvokeModel", "bedrock:InvokeModelWithResponseStream"], resources=[model, profile]
        )
    )
    finding = model.replace(Stack.of(role).partition, "<AWS::Partition>")
    accept(role, {f"IAM5[Resource::{finding}]": "a profile chooses the region; one model is allowed"})


def _model_arns(stack: Stack, model: str) -> tuple[str, str]:
    """The model in whatever region answers, and the inference profile that may stand before it.

    A profile is named as its model with a place before it ("apac.amazon.nova-lite-v1:0"); IAM checks both.
    """
    bare = re.sub(r"^(global|us|eu|apac|jp|au|ca)\.", "", model)
    return (
        f"arn:{stack.partition}:bedrock:*::foundation-model/{bare}",
        f"arn:{stack.partition}:bedrock:{stack.region}:{stack.account}:inference-profile/{model}",
    )
