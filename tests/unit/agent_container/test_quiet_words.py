import asyncio
import logging

import pytest
from livekit.agents import APIConnectOptions, APIError, tts

from agent_container.quiet_words import drop_words_from_logs
from tests.unit.agent_container.providers.chain.actors import Voice
from tests.unit.agent_container.stand_ins import Spoken

pytestmark = pytest.mark.unit

WORDS = "my number is"
NAMES = ["livekit.agents", "livekit.agents.voice", "livekit.plugins.aws", "ours"]


@pytest.fixture(autouse=True)
def quiet() -> None:
    drop_words_from_logs()


@pytest.mark.parametrize("name", NAMES)
def test_no_line_of_a_log_holds_what_was_said(name: str, caplog: pytest.LogCaptureFixture) -> None:
    logging.getLogger(name).warning("turn skipped", extra={"lk.pii.user_input": WORDS, "turn": 3})

    (line,) = caplog.records
    assert WORDS not in str(vars(line))
    assert vars(line)["turn"] == 3


async def test_a_voice_that_gives_no_sound_of_a_sentence_does_not_have_it_logged(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with pytest.raises(APIError, match=WORDS):
        await Voice().synthesize(WORDS, conn_options=APIConnectOptions(max_retry=1, retry_interval=0)).collect()

    assert "failed to synthesize speech: APIError" in caplog.text
    assert WORDS not in caplog.text


async def test_nor_does_a_talk_that_closes_because_of_it(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    spoken = Spoken()
    error = tts.TTSError(timestamp=0, label="voice", error=APIError(WORDS), recoverable=False)
    for _ in range(spoken.conn_options.max_unrecoverable_errors + 1):
        spoken._on_error(error)  # as LiveKit calls it
    await spoken.aclose()

    assert "closing due to unrecoverable error" in caplog.text
    assert WORDS not in str([vars(line) for line in caplog.records])


@pytest.mark.parametrize("name", NAMES)
def test_an_error_is_logged_by_its_class_and_place(name: str, caplog: pytest.LogCaptureFixture) -> None:
    try:
        raise APIError(WORDS) from ValueError(WORDS)
    except APIError:
        logging.getLogger(name).exception("a behaviour failed")

    assert WORDS not in caplog.text
    assert "ErrorWithoutWords: APIError" in caplog.text
    assert "test_an_error_is_logged_by_its_class_and_place" in caplog.text


async def test_nor_is_that_of_a_task_that_nobody_waits_for(caplog: pytest.LogCaptureFixture) -> None:
    async def fail() -> None:
        raise APIError(WORDS)

    task = asyncio.create_task(fail())
    await asyncio.wait([task])
    del task

    assert "Task exception was never retrieved" in caplog.text
    assert WORDS not in caplog.text


def test_a_process_filters_once_however_often_it_is_told() -> None:
    before = len(logging.getLogger("livekit.agents").filters)

    drop_words_from_logs()

    assert len(logging.getLogger("livekit.agents").filters) == before
