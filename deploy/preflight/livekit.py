"""Whether there is a LiveKit where the stage says, and whether its keys can be the ones that it knows."""

from collections.abc import Callable, Iterator
from http import HTTPStatus

import httpx2
from botocore.exceptions import ClientError

from deploy.finding import Finding, ok, wrong
from deploy.preflight.aws import Aws, ask, code_of
from stacks.stage import Stage

CLOUD = ".livekit.cloud"
ANSWERS_WITHIN_S = 10.0
# How CloudFormation says that there is no such stack.
NO_STACK = "ValidationError"
Reach = Callable[[str], int]


def reach(url: str) -> int:
    """The status of what answers there. Raises httpx2.TransportError."""
    return httpx2.get(url, timeout=ANSWERS_WITHIN_S).status_code


def addresses(stage: Stage, reach: Reach = reach) -> Iterator[Finding]:
    """A web socket's server answers HTTPS, too, with anything: what it says of a bare GET is no concern of ours."""
    if not stage.names_livekit:
        yield wrong("LiveKit", "livekit_url and livekit_api_url are placeholders: name yours in cdk.json")
        return
    for field, url, scheme in (
        ("livekit_url", stage.livekit_url, "wss://"),
        ("livekit_api_url", stage.livekit_api_url, "https://"),
    ):
        if url.startswith(scheme):
            yield _reached(field, url.replace("wss://", "https://"), reach)
        else:
            yield wrong(field, f"{url} is not encrypted, and the page is: it has to begin with {scheme}")


def pair(stage: Stage, aws: Aws) -> Iterator[Finding]:
    """LiveKit Cloud makes its own pair: it never takes the one that the first deploy has generated."""
    if not stage.livekit_api_url.endswith(CLOUD):
        return

    def question() -> Finding:
        if (arn := _secret_arn(stage, aws)) is None:
            return ok("LiveKit's keys", "the first deploy makes their secret; docs/deploy.md has what comes after it")
        # By how often it was written, so that nobody has to read it here.
        versions = aws.client("secretsmanager").describe_secret(SecretId=arn)["VersionIdsToStages"]
        if len(versions) > 1:
            return ok("LiveKit's keys", "written since the first deploy")
        return wrong("LiveKit's keys", f"still the generated ones: write LiveKit Cloud's pair into {arn}")

    yield ask("LiveKit's keys", question)


def _reached(field: str, url: str, reach: Reach) -> Finding:
    try:
        status = reach(url)
    except httpx2.TransportError as error:
        return wrong(field, f"{url} does not answer ({type(error).__name__}): is the name right, and the server up?")
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return wrong(field, f"{url} answers {status}: is the server up?")
    return ok(field, f"{url} answers")


def _secret_arn(stage: Stage, aws: Aws) -> str | None:
    """None before the first deploy."""
    try:
        stacks = aws.client("cloudformation").describe_stacks(StackName=f"echosphere-{stage.name}-api")["Stacks"]
    except ClientError as error:
        if code_of(error) == NO_STACK:
            return None
        raise
    outputs = {one["OutputKey"]: one["OutputValue"] for one in stacks[0].get("Outputs", [])}
    return outputs.get("LiveKitSecretArn")
