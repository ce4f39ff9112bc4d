"""What Transcribe alone is told: which languages a person may change between."""

import pytest
from livekit.agents import APIConnectOptions

from echosphere.domain.language import Language
from tests.contract.providers.conftest import Make
from tests.contract.providers.test_ears import FINAL, events_until, push
from tests.contract.providers.wire.script import Script

pytestmark = [
    pytest.mark.contract,
    pytest.mark.filterwarnings("ignore:.*CredentialsResolver` is deprecated:DeprecationWarning"),
]


async def told(make: Make, script: Script, **settings: object) -> dict[str, str]:
    ears = make("aws", "ears", **settings).recogniser(Language.JAPANESE)
    assert ears is not None
    async with ears.stream(conn_options=APIConnectOptions(max_retry=0)) as stream:
        push(stream, 1)
        await events_until(stream, FINAL)
    prefix = "x-amzn-transcribe-"
    return {name.removeprefix(prefix): value for name, value in script.requests[0].items() if name.startswith(prefix)}


async def test_a_talk_in_one_language_is_heard_in_that_alone(
    make: Make, script: Script, transcribe_address: None
) -> None:
    asked = await told(make, script)

    assert asked["language-code"] == "ja-JP" and "language-options" not in asked
    assert asked["partial-results-stability"] == "high"


async def test_a_person_who_may_change_between_languages_is_heard_in_each(
    make: Make, script: Script, transcribe_address: None
) -> None:
    asked = await told(make, script, languages=(Language.JAPANESE, Language.ENGLISH))

    assert asked["identify-multiple-languages"] == "true" and "language-code" not in asked
    assert (asked["language-options"], asked["preferred-language"]) == ("ja-JP,en-US", "ja-JP")
