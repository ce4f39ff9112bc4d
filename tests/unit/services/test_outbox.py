"""An event is never lost and never comes before its change."""

import pytest

from echosphere.domain.errors import BusUnavailable
from echosphere.domain.session import EndReason, SessionStatus
from echosphere.services.end_session import end_session
from echosphere.services.sweep_outbox import sweep_outbox
from tests.unit.services.stage import set_stage

pytestmark = pytest.mark.unit


def test_a_talk_ends_though_the_bus_is_down() -> None:
    stage = set_stage()
    stage.bus.is_down = True

    ended = end_session(stage.ports, stage.session.id, reason=EndReason.HUNG_UP)

    assert ended.status is SessionStatus.ENDED
    assert stage.published() == []


def test_the_sweep_publishes_what_was_left_behind_once() -> None:
    stage = set_stage()
    stage.bus.is_down = True
    end_session(stage.ports, stage.session.id, reason=EndReason.HUNG_UP)
    stage.bus.is_down = False
    stage.clock.advance(61)

    assert sweep_outbox(stage.ports) == 1
    assert sweep_outbox(stage.ports) == 0
    assert stage.published() == ["SessionEnded"]


def test_the_sweep_leaves_fresh_events_to_their_publisher() -> None:
    stage = set_stage()
    stage.bus.is_down = True
    end_session(stage.ports, stage.session.id, reason=EndReason.HUNG_UP)
    stage.bus.is_down = False
    stage.clock.advance(59)

    assert sweep_outbox(stage.ports) == 0


def test_a_sweep_that_meets_a_dead_bus_is_tried_again_by_its_queue() -> None:
    stage = set_stage()
    stage.bus.is_down = True
    end_session(stage.ports, stage.session.id, reason=EndReason.HUNG_UP)
    stage.clock.advance(61)

    with pytest.raises(BusUnavailable):
        sweep_outbox(stage.ports)
