"""One model on Bedrock, and nothing else there."""

from aws_cdk import Stack
from aws_cdk import aws_iam as iam

from stacks.bedrock_model import bare_model
from stacks.findings import accept

INVOKE, INVOKE_STREAM = "bedrock:InvokeModel", "bedrock:InvokeModelWithResponseStream"


def allow_model(role: iam.IRole, model: str, *actions: str) -> None:
    bare, profile = _model_arns(Stack.of(role), model)
    role.add_to_principal_policy(iam.PolicyStatement(actions=[*actions], resources=[bare, profile]))
    finding = bare.replace(Stack.of(role).partition, "<AWS::Partition>")
    accept(role, {f"IAM5[Resource::{finding}]": "a profile chooses the region; one model is allowed"})


def _model_arns(stack: Stack, model: str) -> tuple[str, str]:
    """The model in whatever region answers, and the inference profile that may stand before it: IAM checks both."""
    return (
        f"arn:{stack.partition}:bedrock:*::foundation-model/{bare_model(model)}",
        f"arn:{stack.partition}:bedrock:{stack.region}:{stack.account}:inference-profile/{model}",
    )
