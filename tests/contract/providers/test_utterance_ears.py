"""What ears promise that hear a whole utterance at once."""

import pytest
from livekit import rtc
from livekit.agents import APIConnectOptions, APIStatusError, stt

from agent_container.providers.by_utterance import Utterances
from echosphere.domain.language import Language
from tests.contract.providers.conftest import Make
from tests.contract.providers.wire.script import RATE, Fault, Script

pytestmark = pytest.mark.contract
ONCE = APIConnectOptions(max_retry=0, timeout=5)
SECOND = rtc.AudioFrame(bytes(2 * RATE), RATE, 1, RATE)


@pytest.fixture
def ears(make: Make) -> stt.STT[str]:
    ears = make("openai", "ears").recogniser(Language.JAPANESE)
    assert isinstance(ears, Utterances)
    return ears.wrapped_stt


async def test_it_understands_what_was_said_in_the_language_it_is_told(ears: stt.STT[str], script: Script) -> None:
    heard = await ears.recognize([SECOND], conn_options=ONCE)

    assert heard.alternatives[0].text == script.text
    assert script.heard_bytes >= 2 * RATE and script.requests[0]["language"] == "ja"


@pytest.mark.parametrize(("fault", "status"), [(Fault.THROTTLE, 429), (Fault.BROKEN, 500), (Fault.REFUSED, 403)])
async def test_a_refusal_says_whether_to_ask_again(
    ears: stt.STT[str], script: Script, fault: Fault, status: int
) -> None:
    script.fault = fault

    with pytest.raises(APIStatusError) as refusal:
        await ears.recognize([SECOND], conn_options=ONCE)
    assert refusal.value.status_code == status and refusal.value.retryable == (fault is not Fault.REFUSED)
