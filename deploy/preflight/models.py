"""Whether the account may use the models on Bedrock that the stage names."""

from collections.abc import Iterator, Mapping
from functools import partial

from botocore.exceptions import ClientError

from deploy.finding import Finding, ok, unasked, wrong
from deploy.preflight.aws import Aws, ask, code_of
from stacks.bedrock_model import bare_model
from stacks.stage import Stage

# How Bedrock says that a model or a profile is not known where it was asked.
UNKNOWN = {"ResourceNotFoundException", "ValidationException"}
GRANTED = {
    "agreementAvailability": "AVAILABLE",
    "authorizationStatus": "AUTHORIZED",
    "entitlementAvailability": "AVAILABLE",
}


def models(stage: Stage, aws: Aws) -> Iterator[Finding]:
    for name, whose in _named(stage).items():
        what = f"model {name} of the {whose}"
        yield ask(what, partial(_model, what, name, stage.region, aws))


def _named(stage: Stage) -> Mapping[str, str]:
    """Whose each model is, by its name."""
    brain = {stage.bedrock_model: "agent"} if stage.uses("aws", "brain") else {}
    judge = {stage.judge_model: "judge"} if stage.judge == "aws" else {}
    return {**judge, **brain}


def _model(what: str, name: str, region: str, aws: Aws) -> Finding:
    return _of_the_region(what, name, region, aws) if bare_model(name) == name else _by_profile(what, name, region, aws)


def _of_the_region(what: str, name: str, region: str, aws: Aws) -> Finding:
    told = _availability(name, aws)
    if told is None or told["regionAvailability"] != "AVAILABLE":
        return wrong(what, f"not offered in {region}: name another, or a profile of it (apac.…), in the stage")
    return _granted(what, told)


def _by_profile(what: str, name: str, region: str, aws: Aws) -> Finding:
    """The region that answers is the profile's choice, so of the model counts only whether it may be used."""
    if not _is_profile(name, aws):
        return wrong(what, f"{region} has no such profile: name another in the stage")
    if (told := _availability(bare_model(name), aws)) is None:
        return unasked(what, f"the profile is there; of its model {region} says nothing")
    return _granted(what, told)


def _is_profile(name: str, aws: Aws) -> bool:
    try:
        aws.client("bedrock").get_inference_profile(inferenceProfileIdentifier=name)
    except ClientError as error:
        if code_of(error) in UNKNOWN:
            return False
        raise
    return True


def _availability(model: str, aws: Aws) -> Mapping[str, str] | None:
    """Bedrock's words, by what they are of. None: it does not know the model in this region."""
    try:
        says = aws.client("bedrock").get_foundation_model_availability(modelId=model)
    except ClientError as error:
        if code_of(error) in UNKNOWN:
            return None
        raise
    return {**says, "agreementAvailability": says["agreementAvailability"]["status"]}


def _granted(what: str, told: Mapping[str, str]) -> Finding:
    if lacking := [name for name, granted in GRANTED.items() if told[name] != granted]:
        words = ", ".join(f"{name} {told[name]}" for name in lacking)
        return wrong(what, f"may not be used yet ({words}): ask for access in Bedrock's console, model access")
    return ok(what, "may be used")
