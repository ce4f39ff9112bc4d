"""Whether each secret that the stage names is there: a task or a function that cannot read its own does not start."""

from collections.abc import Iterator, Mapping
from functools import partial

from botocore.exceptions import ClientError

from deploy.finding import Finding, ok, wrong
from deploy.preflight.aws import Aws, ask, code_of
from stacks.stage import Stage


def named_secrets(stage: Stage, aws: Aws) -> Iterator[Finding]:
    for name, arn in _named(stage).items():
        if arn is not None:
            yield ask(f"secret {name}", partial(_secret, f"secret {name}", arn, aws))


def _named(stage: Stage) -> Mapping[str, str | None]:
    return {
        **{str(name): arn for name, arn in stage.provider_secret_arns.items()},
        "judge_secret_arn": stage.judge_secret_arn,
        "otlp_secret_arn": stage.otlp_secret_arn,
        "langsmith_secret_arn": stage.langsmith_secret_arn,
        "google_secret_arn": stage.google_secret_arn,
    }


def _secret(what: str, arn: str, aws: Aws) -> Finding:
    """That it is there, and never what is in it."""
    try:
        told = aws.client("secretsmanager").describe_secret(SecretId=arn)
    except ClientError as error:
        if code_of(error) == "ResourceNotFoundException":
            return wrong(what, "there is none of this ARN in the stage's region: make it there, or name another")
        raise
    if "DeletedDate" in told:
        return wrong(what, "it is about to be deleted: restore it, or name another")
    return ok(what, "is there")
