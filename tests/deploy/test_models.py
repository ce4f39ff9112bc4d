"""Each model on Bedrock that the stage names may be used, or it is said why not."""

import pytest

from deploy.finding import Verdict
from deploy.preflight.models import models
from tests.deploy.account import Account
from tests.deploy.stages import a_stage, only

pytestmark = pytest.mark.deploy
NOVA = "amazon.nova-lite-v1:0"
ASKED = ("bedrock", "get_foundation_model_availability")
GRANTED = {
    "modelId": NOVA,
    "agreementAvailability": {"status": "AVAILABLE"},
    "authorizationStatus": "AUTHORIZED",
    "entitlementAvailability": "AVAILABLE",
    "regionAvailability": "AVAILABLE",
}
PROFILE = {
    "inferenceProfileName": "a profile",
    "inferenceProfileArn": "arn:aws:bedrock:eu-central-1:123456789012:inference-profile/eu.amazon.nova-lite-v1:0",
    "inferenceProfileId": f"eu.{NOVA}",
    "models": [{"modelArn": f"arn:aws:bedrock:eu-west-1::foundation-model/{NOVA}"}],
    "status": "ACTIVE",
    "type": "SYSTEM_DEFINED",
}
BRAIN = a_stage(judge="rules", bedrock_model=NOVA)
BRAIN_BY_PROFILE = a_stage(judge="rules", bedrock_model=f"eu.{NOVA}")


def test_a_model_that_may_be_used_is_ok() -> None:
    told = only(models(BRAIN, Account().answers(*ASKED, GRANTED, modelId=NOVA)))

    assert told.verdict is Verdict.OK and NOVA in told.what


@pytest.mark.parametrize(
    ("lacking", "named"),
    [
        ({"agreementAvailability": {"status": "NOT_AVAILABLE"}}, "agreementAvailability NOT_AVAILABLE"),
        ({"authorizationStatus": "NOT_AUTHORIZED"}, "authorizationStatus NOT_AUTHORIZED"),
        ({"entitlementAvailability": "NOT_AVAILABLE"}, "entitlementAvailability NOT_AVAILABLE"),
        ({"regionAvailability": "NOT_AVAILABLE"}, "not offered in eu-central-1"),
    ],
)
def test_what_a_model_lacks_is_named(lacking: dict[str, object], named: str) -> None:
    told = only(models(BRAIN, Account().answers(*ASKED, {**GRANTED, **lacking}, modelId=NOVA)))

    assert told.verdict is Verdict.WRONG and named in told.says


def test_a_model_that_the_region_does_not_know_is_wrong() -> None:
    told = only(models(BRAIN, Account().refuses(*ASKED, "ResourceNotFoundException")))

    assert told.verdict is Verdict.WRONG and "apac." in told.says


def test_behind_a_profile_its_model_may_stand_in_another_region() -> None:
    elsewhere = {**GRANTED, "regionAvailability": "NOT_AVAILABLE"}
    account = Account().answers("bedrock", "get_inference_profile", PROFILE, inferenceProfileIdentifier=f"eu.{NOVA}")

    told = only(models(BRAIN_BY_PROFILE, account.answers(*ASKED, elsewhere, modelId=NOVA)))

    assert told.verdict is Verdict.OK


def test_a_profile_that_the_region_does_not_have_is_wrong() -> None:
    account = Account().refuses("bedrock", "get_inference_profile", "ResourceNotFoundException")

    told = only(models(BRAIN_BY_PROFILE, account))

    assert told.verdict is Verdict.WRONG and "no such profile" in told.says


def test_agent_and_judge_are_asked_for_each() -> None:
    account = Account()
    for _ in range(2):
        account.refuses(*ASKED, "AccessDeniedException")

    told = list(models(a_stage(bedrock_model=NOVA, judge_model="amazon.nova-pro-v1:0"), account))

    assert {one.what.rsplit(" ", 1)[-1] for one in told} == {"agent", "judge"}
    assert {one.verdict for one in told} == {Verdict.UNASKED}


def test_nobody_is_asked_for_models_of_others() -> None:
    elsewhere = a_stage(judge="rules", agent_providers="local")

    assert list(models(elsewhere, Account())) == []
