"""cdk-nag's findings that are accepted, each with its reason, said beside the resource that causes them."""

from collections.abc import Mapping

from aws_cdk import Acknowledgment, Stack, Validations
from constructs import IConstruct


def accept(construct: IConstruct, reasons: Mapping[str, str]) -> None:
    """`reasons` by the rule's short name, as "SQS3"; they hold for everything below `construct` too."""
    _acknowledge(construct, "AwsSolutions", reasons)


def accept_serverless(construct: IConstruct, reasons: Mapping[str, str]) -> None:
    """The same of cdk-nag's pack for serverless applications, as "LambdaDLQ"."""
    _acknowledge(construct, "Serverless", reasons)


def as_found(construct: IConstruct, arn: str) -> str:
    """An ARN whose parts are known at the deploy, as cdk-nag writes it: each is named after what it refers to."""
    _, parts = Stack.of(construct).resolve(arn)["Fn::Join"]
    return "".join(part if isinstance(part, str) else f"<{part['Ref']}>" for part in parts)


def _acknowledge(construct: IConstruct, pack: str, reasons: Mapping[str, str]) -> None:
    Validations.of(construct).acknowledge(
        *(Acknowledgment(id=f"{pack}-{rule}", reason=reason) for rule, reason in reasons.items())
    )
