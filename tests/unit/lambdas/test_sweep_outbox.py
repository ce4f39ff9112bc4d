import pytest
from aws_lambda_powertools.utilities.batch.exceptions import BatchProcessingError

from echosphere.domain.session import EndReason
from echosphere.services.end_session import end_session
from lambdas.sweep_outbox import handler as module
from tests.unit.lambdas.lambda_context import FakeContext
from tests.unit.services.stage import Stage, set_stage

pytestmark = pytest.mark.unit
EVENT = {"Records": [{"messageId": "message-1", "body": "{}", "eventSource": "aws:sqs"}]}


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

    assert module.handler(EVENT, FakeContext()) == {"batchItemFailures": []}  # type: ignore[arg-type]
    assert stage.published() == ["SessionEnded"]


def test_a_tick_that_failed_goes_back_to_the_queue(stage: Stage) -> None:
    two = {"Records": [*EVENT["Records"], {**EVENT["Records"][0], "messageId": "message-2"}]}
    stage.bus.is_down = True

    with pytest.raises(BatchProcessingError):
        module.handler(two, FakeContext())  # type: ignore[arg-type]
