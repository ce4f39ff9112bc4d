"""Our languages are heard and spoken where the stage stands."""

import pytest

from agent_container.polly_voices import ENGINE, VOICES
from deploy.finding import Verdict
from deploy.preflight.speech import ears, voices
from tests.deploy.account import Account
from tests.deploy.stages import a_stage, only

pytestmark = pytest.mark.deploy


def offering(*names: str, engine: str = ENGINE) -> Account:
    return Account().answers("polly", "describe_voices", {"Voices": [{"Id": name} for name in names]}, Engine=engine)


def test_a_voice_for_each_language_is_ok() -> None:
    assert only(voices(a_stage(), offering(*VOICES.values()))).verdict is Verdict.OK


def test_a_voice_that_the_region_lacks_is_named_with_its_language() -> None:
    told = only(voices(a_stage(), offering("Kazuha", "Ruth")))

    assert told.verdict is Verdict.WRONG and "Camila (pt-BR)" in told.says and "Ruth" not in told.says


def test_the_stages_own_voices_and_engine_are_what_is_asked_for() -> None:
    stage = a_stage(provider_voices={"aws": {"ja-JP": "Takumi"}}, provider_models={"aws": {"voice": "standard"}})

    told = only(voices(stage, offering("Takumi", "Ruth", "Camila", engine="standard")))

    assert told.verdict is Verdict.OK and "standard" in told.what


def test_voices_on_a_further_page_are_found() -> None:
    first = {"Voices": [{"Id": "Kazuha"}, {"Id": "Ruth"}], "NextToken": "further"}
    account = Account().answers("polly", "describe_voices", first, Engine=ENGINE)
    account.answers("polly", "describe_voices", {"Voices": [{"Id": "Camila"}]}, Engine=ENGINE, NextToken="further")

    assert only(voices(a_stage(), account)).verdict is Verdict.OK


@pytest.mark.parametrize(("region", "verdict"), [("ap-northeast-1", Verdict.OK), ("eu-north-1", Verdict.WRONG)])
def test_streams_are_heard_where_transcribe_is_known_to_hear_them(region: str, verdict: Verdict) -> None:
    assert only(ears(a_stage(region=region))).verdict is verdict


def test_nobody_asks_after_ears_and_voices_of_others() -> None:
    stage = a_stage(agent_providers="local")

    assert [*ears(stage), *voices(stage, Account())] == []
