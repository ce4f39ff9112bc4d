"""Makes the key of a deploy that playback is signed with; the stack learns its public half and nobody the other."""

from aws_lambda_powertools import Logger
from mangum.types import LambdaContext

from echosphere.adapters.signing_key import public_half
from echosphere.bootstrap.playback import signing_key_secret
from lambdas.make_signing_key.tell_the_stack import Outcome, done, failed, tell_the_stack
from lambdas.wire import Event


def handler(event: Event, context: LambdaContext) -> None:
    tell_the_stack(event, _outcome(event))


def _outcome(event: Event) -> Outcome:
    secret_arn = event["ResourceProperties"]["SecretArn"]
    if event["RequestType"] == "Delete":
        # The secret is the stack's own, which deletes it or keeps it.
        return done(secret_arn)
    try:
        key = signing_key_secret(secret_arn).make_once()
    except Exception:  # noqa: BLE001  # the stack waits for an answer, whatever happened
        Logger().exception("no signing key was made")
        return failed(secret_arn, "The signing key was not made: see the log of make_signing_key.")
    return done(secret_arn, PublicKey=public_half(key))
