"""From an earlier version to this one and back: nobody's talk is lost, and one talks on each of them.

`UPDATE_FROM` names the earlier one: the tag of what runs where this is about to be deployed.
"""

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from local.installation import CHECKOUT
from tests.end_to_end.person import EARS_AND_MOUTH, Person
from tests.end_to_end.replayed_talk import ReplayedTalk, talk_and_hang_up
from tests.platform import STOP_S, Platform
from tests.updates.version import Version, earlier_version

pytestmark = pytest.mark.update

EARLIER = os.environ.get("UPDATE_FROM", "HEAD~50")
API = "echosphere-local-api"
FUNCTION = "AWS::Lambda::Function"
CANNOT_BE_MADE = {"Type": "AWS::Lambda::Url", "Properties": {"TargetFunctionArn": "nobody", "AuthType": "AWS_IAM"}}


@dataclass(frozen=True)
class Kept:
    """What its owner finds of a talk."""

    session_id: str
    title: str | None
    messages: list[dict[str, Any]]
    segment: bytes

    @classmethod
    def of(cls, talk: ReplayedTalk) -> "Kept":
        _, session = talk.person.api(f"/api/sessions/{talk.session_id}")
        playlist = next(iter(talk.playlists().values()))
        status, segment = talk.fetch(playlist[-1])
        assert status == 200
        return cls(talk.session_id, session["title"], talk.messages(), segment)


@pytest.fixture(scope="module")
def this_version() -> Iterator[Version]:
    version = Version(CHECKOUT, CHECKOUT / "build" / "updated-platform")
    version.local("reset", timeout_s=STOP_S)
    yield version
    version.local("reset", timeout_s=STOP_S)


@pytest.fixture(scope="module")
def version_before(this_version: Version, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Version]:
    folder = tmp_path_factory.mktemp("earlier") / "echosphere"
    with earlier_version(EARLIER, this_version.home, folder) as version:
        yield version


def test_talks_outlive_an_update_and_its_roll_back(
    version_before: Version, this_version: Version, browser: Browser
) -> None:
    with version_before.running() as platform:
        kept = [_talk(browser, platform)]

    with this_version.running() as platform:
        assert _found(browser, platform, kept) == kept
        kept.append(_talk(browser, platform))

    with version_before.running() as platform:
        assert _found(browser, platform, kept) == kept
        _talk(browser, platform)


def test_a_deploy_that_fails_in_its_middle_leaves_all_as_it_was(this_version: Version, browser: Browser) -> None:
    with this_version.running() as platform:
        kept = [_talk(browser, platform)]
        before = _functions(platform)

        status = _deploy_with_something_that_cannot_be_made(platform)

        assert status == "UPDATE_ROLLBACK_COMPLETE"
        assert FUNCTION in _changed_and_taken_back(platform)
        assert _functions(platform) == before
        assert _found(browser, platform, kept) == kept
        _talk(browser, platform)


def _talk(browser: Browser, platform: Platform) -> Kept:
    talk = talk_and_hang_up(_person(browser, platform), typed="What is two plus two?")
    kept = Kept.of(talk)
    talk.person.page.context.close()
    return kept


def _found(browser: Browser, platform: Platform, kept: list[Kept]) -> list[Kept]:
    person = _person(browser, platform)
    found = [Kept.of(ReplayedTalk(person, each.session_id)) for each in kept]
    person.page.context.close()
    return found


def _person(browser: Browser, platform: Platform) -> Person:
    context = browser.new_context(locale="en-US", permissions=["microphone"])
    context.add_init_script(path=EARS_AND_MOUTH)
    person = Person(context.new_page(), platform.page_origin)
    person.sign_in(platform.demo_person)
    return person


def _deploy_with_something_that_cannot_be_made(platform: Platform) -> str:
    """One function is changed first, so that there is something to take back. Answers with how the stack ends."""
    stacks = platform.cloud().client("cloudformation")
    path: Path = platform.installation.run / "cdk.out" / f"{API}.template.json"
    template = json.loads(path.read_text())
    resources = template["Resources"]
    functions = {name: each for name, each in resources.items() if each["Type"] == FUNCTION}
    for function in functions.values():
        function["Properties"]["Description"] = "changed"
    resources["Unmakeable"] = {**CANNOT_BE_MADE, "DependsOn": [*functions]}
    parameters = [{"ParameterKey": name, "UsePreviousValue": True} for name in template["Parameters"]]
    stacks.update_stack(
        StackName=API, TemplateBody=json.dumps(template), Parameters=parameters, Capabilities=["CAPABILITY_NAMED_IAM"]
    )
    stacks.get_waiter("stack_rollback_complete").wait(StackName=API, WaiterConfig={"Delay": 1, "MaxAttempts": 120})
    (stack,) = stacks.describe_stacks(StackName=API)["Stacks"]
    return str(stack["StackStatus"])


def _changed_and_taken_back(platform: Platform) -> set[str]:
    """Kinds of what the last deploy had updated before it failed."""
    events = (
        platform.cloud().client("cloudformation").describe_stack_events(StackName=API)["StackEvents"]
    )  # newest first
    failed = next(place for place, each in enumerate(events) if each["LogicalResourceId"] == "Unmakeable")
    return {each["ResourceType"] for each in events[failed:] if each["ResourceStatus"] == "UPDATE_COMPLETE"}


def _functions(platform: Platform) -> dict[str, str | None]:
    functions = platform.cloud().client("lambda").list_functions()["Functions"]
    return {each["FunctionName"]: each.get("Description") for each in functions}
