"""All that is asked, in the order in which it is told."""

from collections.abc import Callable, Iterator

from botocore.exceptions import BotoCoreError

from deploy.finding import Finding, Verdict, unasked, wrong
from deploy.preflight.account import CREDENTIALS, SIGN_IN, identity, region
from deploy.preflight.aws import Aws
from deploy.preflight.certificate import issued, places
from deploy.preflight.engine import engine
from deploy.preflight.judge import judge
from deploy.preflight.livekit import addresses, pair
from deploy.preflight.models import models
from deploy.preflight.named_secrets import named_secrets
from deploy.preflight.quotas import fargate, functions
from deploy.preflight.speech import ears, voices
from stacks.stage import Stage

HERE: tuple[Callable[[Stage], Iterator[Finding]], ...] = (addresses, places, engine, ears, judge)
OF_THE_ACCOUNT: tuple[Callable[[Stage, Aws], Iterator[Finding]], ...] = (
    region,
    fargate,
    functions,
    models,
    voices,
    pair,
    named_secrets,
    issued,
)


def findings(stage: Stage, sign_in: Callable[[], Aws]) -> Iterator[Finding]:
    """What needs no account is asked even where there is none. `sign_in` raises BotoCoreError."""
    for check in HERE:
        yield from check(stage)
    try:
        aws = sign_in()
    except BotoCoreError as error:
        who = wrong(CREDENTIALS, f"of no use ({type(error).__name__}): {SIGN_IN}")
    else:
        who = identity(stage, aws)
    yield who
    if who.verdict is Verdict.OK:
        for ask_the_account in OF_THE_ACCOUNT:
            yield from ask_the_account(stage, aws)
    else:
        yield unasked("the account", "whether it is ready takes credentials")
