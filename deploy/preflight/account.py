"""Who deploys, into which account, and whether that account has switched the stage's region on."""

from collections.abc import Iterator

from botocore.exceptions import BotoCoreError, ClientError, EndpointConnectionError, NoCredentialsError

from deploy.finding import Finding, ok, wrong
from deploy.preflight.aws import Aws, ask, code_of
from stacks.stage import Stage

CREDENTIALS = "credentials"
SIGN_IN = "`aws sso login`, or any other way to credentials, then again"
SWITCHED_ON = {"ENABLED", "ENABLED_BY_DEFAULT"}


def identity(stage: Stage, aws: Aws) -> Finding:
    """Wrong whatever the reason: without it nothing else can be asked, and nothing deployed."""
    try:
        caller = aws.client("sts").get_caller_identity()
    except NoCredentialsError:
        return wrong(CREDENTIALS, f"there are none: {SIGN_IN}")
    except EndpointConnectionError:
        return wrong(CREDENTIALS, f"STS in {stage.region} is not reached: is it a region, and is the network there?")
    except ClientError as error:
        return wrong(CREDENTIALS, f"refused with {code_of(error)}, as keys that have ended are: {SIGN_IN}")
    except BotoCoreError as error:
        return wrong(CREDENTIALS, f"of no use ({type(error).__name__}): {SIGN_IN}")
    return ok(CREDENTIALS, f"account {caller['Account']}, as {caller['Arn']}")


def region(stage: Stage, aws: Aws) -> Iterator[Finding]:
    def question() -> Finding:
        status = aws.client("account").get_region_opt_status(RegionName=stage.region)["RegionOptStatus"]
        if status in SWITCHED_ON:
            return ok("region", stage.region)
        if status == "ENABLING":
            return wrong("region", f"{stage.region} is being switched on: wait until it is, then again")
        return wrong("region", f"{stage.region} is off in this account: switch it on in the account's settings")

    yield ask("region", question)
