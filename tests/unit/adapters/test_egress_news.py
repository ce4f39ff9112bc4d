"""What LiveKit tells of a recording, read for what it is."""

from datetime import UTC, datetime

import pytest
from livekit.protocol import egress

from echosphere.adapters.egress_news import to_news
from echosphere.domain.egress import EgressNews
from tests.examples import NINE_O_CLOCK, a_recording, a_session

pytestmark = pytest.mark.unit

KEY, ASKED_NS, HEARD_NS = "raw/S1/001.mp4", 1_700_000_000_000_000_000, 1_700_000_000_740_000_000


def told(status: "egress.EgressStatus", *, file_started_ns: int = 0) -> EgressNews:
    file = egress.FileInfo(filename=KEY, started_at=file_started_ns)
    news = to_news(egress.EgressInfo(egress_id="EG_1", status=status, started_at=ASKED_NS, file_results=[file]))
    assert news is not None
    return news


def test_a_file_begins_with_its_first_sample_not_when_it_was_asked_for() -> None:
    assert told(egress.EgressStatus.EGRESS_STARTING).started_at is None
    assert told(egress.EgressStatus.EGRESS_ACTIVE, file_started_ns=HEARD_NS).started_at == datetime.fromtimestamp(
        1_700_000_000.740, UTC
    )


def test_a_start_that_is_told_after_the_first_sound_does_not_move_the_file() -> None:
    active = told(egress.EgressStatus.EGRESS_ACTIVE, file_started_ns=HEARD_NS)
    recording = a_recording(a_session(), egress_id="EG_1").follow(active, at=NINE_O_CLOCK)

    late = recording.follow(told(egress.EgressStatus.EGRESS_STARTING), at=NINE_O_CLOCK)

    assert late.started_at == active.started_at
