import json

import boto3
import pytest
from botocore.config import Config

from echosphere.adapters.eventbridge_bus import EventBridgeBus
from echosphere.adapters.memory.event_bus import MemoryEventBus
from echosphere.domain.errors import BusUnavailable
from echosphere.domain.events import SessionStarted
from echosphere.ports import EventBus
from tests.examples import NINE_O_CLOCK, a_session

pytestmark = pytest.mark.contract


@pytest.fixture(params=["memory", "eventbridge"])
def dead_bus(request: pytest.FixtureRequest) -> EventBus:
    if request.param == "memory":
        bus = MemoryEventBus()
        bus.is_down = True
        return bus
    nobody = boto3.client(
        "events",
        endpoint_url="http://127.0.0.1:9",
        config=Config(retries={"total_max_attempts": 1}),
        region_name="ap-northeast-1",
        aws_access_key_id="test",
        aws_secret_access_key="test",
    )
    return EventBridgeBus(nobody, "echosphere")


def test_a_bus_that_does_not_answer_says_so(dead_bus: EventBus) -> None:
    with pytest.raises(BusUnavailable):
        dead_bus.publish(SessionStarted.of(a_session().activate(at=NINE_O_CLOCK)))


def test_an_event_reaches_a_queue_behind_the_bus_as_it_was_published(aws: str) -> None:
    events, sqs = boto3.client("events"), boto3.client("sqs")
    events.create_event_bus(Name="contract")
    queue = sqs.create_queue(QueueName="contract")["QueueUrl"]
    arn = sqs.get_queue_attributes(QueueUrl=queue, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]
    events.put_rule(Name="all", EventBusName="contract", EventPattern=json.dumps({"source": ["echosphere"]}))
    events.put_targets(Rule="all", EventBusName="contract", Targets=[{"Id": "queue", "Arn": arn}])
    event = SessionStarted.of(a_session().activate(at=NINE_O_CLOCK))

    EventBridgeBus(events, "contract").publish(event)

    received = sqs.receive_message(QueueUrl=queue, WaitTimeSeconds=5)["Messages"][0]
    envelope = json.loads(received["Body"])
    assert envelope["detail-type"] == "SessionStarted"
    assert SessionStarted.from_detail(envelope["detail"]) == event
