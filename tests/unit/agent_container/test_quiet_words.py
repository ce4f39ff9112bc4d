import logging

import pytest

from agent_container.quiet_words import drop_words_from_logs

pytestmark = pytest.mark.unit


@pytest.mark.parametrize("name", ["livekit.agents", "livekit.agents.voice", "livekit.plugins.aws", "ours"])
def test_no_line_of_a_log_holds_what_was_said(name: str, caplog: pytest.LogCaptureFixture) -> None:
    drop_words_from_logs()

    logging.getLogger(name).warning("turn skipped", extra={"lk.pii.user_input": "my number is", "turn": 3})

    (line,) = caplog.records
    assert "my number is" not in str(vars(line))
    assert vars(line)["turn"] == 3


def test_a_process_filters_once_however_often_it_is_told() -> None:
    drop_words_from_logs()
    before = len(logging.getLogger("livekit.agents").filters)

    drop_words_from_logs()

    assert len(logging.getLogger("livekit.agents").filters) == before
