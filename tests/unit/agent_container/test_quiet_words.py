import asyncio
import inspect
import logging
from types import ModuleType

import pytest
from livekit.agents import APIConnectOptions, APIError, llm, stt, tts
from livekit.agents.voice import agent_activity

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


@pytest.mark.parametrize(
    ("where", "message", "args"),
    [
        (agent_activity, "failed to say text: %s", (WORDS,)),
        (agent_activity, "failed to generate a reply%s: %s", (" after tool execution", WORDS)),
        (llm.llm, "failed to generate LLM completion: {e}, retrying", ()),
        (stt.stt, "failed to recognize speech: {e}, retrying", ()),
    ],
)
def test_nor_does_a_line_of_livekits_that_ends_with_an_errors_text(
    where: ModuleType, message: str, args: tuple[str, ...], caplog: pytest.LogCaptureFixture
) -> None:
    assert f'"{message}' in inspect.getsource(where), "LiveKit logs otherwise by now: look at its lines anew"

    logging.getLogger("livekit.agents").error(message.replace("{e}", WORDS), *args)

    (line,) = caplog.records
    assert message.startswith(line.getMessage()) and line.getMessage().startswith("failed to")


def test_nor_does_a_field_with_the_text_of_an_error_of_livekits(caplog: pytest.LogCaptureFixture) -> None:
    assert 'extra={"error": str(e)}' in inspect.getsource(agent_activity)

    logging.getLogger("livekit.agents").warning("failed to add the spoken message", extra={"error": WORDS})

    (line,) = caplog.records
    assert WORDS not in str(vars(line))


def test_the_class_of_an_error_stays_in_a_line_of_ours(caplog: pytest.LogCaptureFixture) -> None:
    logging.getLogger("agent_container.voice").warning("a provider failed", extra={"error": "APIError"})

    assert vars(caplog.records[0])["error"] == "APIError"


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
