import pytest
from aws_lambda_powertools.utilities.batch.exceptions import BatchProcessingError

from echosphere.domain.session import EndReason
from echosphere.services.end_session import end_session
from lambdas.sweep_outbox import handler as module
from tests.unit.lambdas.queue import received
from tests.unit.services.stage import Stage, set_stage

pytestmark = pytest.mark.unit


@pytest.fixture
def stage(monkeypatch: pytest.MonkeyPatch) -> Stage:
    stage = set_stage()
    monkeypatch.setattr(module, "backend_ports", lambda: stage.ports)
    stage.bus.is_down = True
    end_session(stage.ports, stage.session.id, reason=EndReason.HUNG_UP)
    stage.clock.advance(61)
    return stage


def test_a_tick_publishes_what_was_left(stage: Stage) -> None:
    stage.bus.is_down = False

    assert received(module.handler, {}) == {"batchItemFailures": []}
    assert stage.published() == ["SessionEnded"]


def test_a_tick_that_failed_goes_back_to_the_queue(stage: Stage) -> None:
    stage.bus.is_down = True

    with pytest.raises(BatchProcessingError):
        received(module.handler, {}, {})
