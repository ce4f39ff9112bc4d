"""Chains on the real wires: who cannot be reached costs the person nothing but a moment."""

import pytest
from livekit.agents import APIConnectOptions, llm

from echosphere.domain.language import Language
from tests.contract.providers.conftest import Make
from tests.contract.providers.test_ears import FINAL, events_until, push
from tests.contract.providers.wire.answers import WORD_S
from tests.contract.providers.wire.script import RATE, Script

pytestmark = [
    pytest.mark.contract,
    pytest.mark.filterwarnings("ignore:.*CredentialsResolver` is deprecated:DeprecationWarning"),
]
ONCE = APIConnectOptions(max_retry=0, timeout=5)
NOBODY = "http://127.0.0.1:1"


async def test_what_was_said_to_ears_that_are_not_there_is_heard_by_the_next(
    make: Make, script: Script, transcribe_address: None
) -> None:
    providers = make("aws", "ears", ears=("deepgram", "aws"), endpoints={"deepgram": NOBODY})
    ears = providers.recogniser(Language.JAPANESE)
    assert ears is not None

    async with ears.stream(conn_options=ONCE) as stream:
        push(stream, 1)
        final = (await events_until(stream, FINAL))[-1]

    assert final.alternatives[0].text == script.text and script.heard_bytes >= RATE
    assert providers.serving()["ears"] == "aws"


async def test_a_brain_that_is_not_there_is_answered_for_by_the_next(make: Make, script: Script) -> None:
    providers = make("aws", "brain", brain=("openai", "aws"), endpoints={"openai": NOBODY})
    context = llm.ChatContext.empty()
    context.add_message(role="user", content="Good day.")

    answer = await providers.brain(Language.ENGLISH).chat(chat_ctx=context, conn_options=ONCE).collect()

    assert answer.text == script.text and answer.usage is not None
    assert providers.serving()["brain"].startswith("aws ")


async def test_a_voice_that_is_not_there_is_spoken_for_by_the_next_at_one_rate(make: Make, script: Script) -> None:
    providers = make("aws", "voice", voice=("elevenlabs", "aws"), endpoints={"elevenlabs": NOBODY})
    voice = providers.voice(Language.ENGLISH)

    frame = await voice.synthesize("Good day.", conn_options=ONCE).collect()

    assert frame.sample_rate == voice.sample_rate > RATE
    assert frame.duration == pytest.approx(WORD_S * len(script.words), abs=0.1)
