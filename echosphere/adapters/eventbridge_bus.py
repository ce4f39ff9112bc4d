from __future__ import annotations

import json
from typing import TYPE_CHECKING

from botocore.exceptions import BotoCoreError, ClientError

from echosphere.domain.errors import BusUnavailable
from echosphere.domain.events import Event

if TYPE_CHECKING:
    from mypy_boto3_events import EventBridgeClient

SOURCE = "echosphere"


class EventBridgeBus:
    def __init__(self, client: EventBridgeClient, bus_name: str) -> None:
        self._client = client
        self._bus_name = bus_name

    def publish(self, event: Event) -> None:
        try:
            answer = self._client.put_events(
                Entries=[
                    {
                        "EventBusName": self._bus_name,
                        "Source": SOURCE,
                        "DetailType": event.detail_type(),
                        "Detail": json.dumps(event.detail()),
                    }
                ]
            )
        except (BotoCoreError, ClientError) as error:
            raise BusUnavailable from error
        if answer["FailedEntryCount"]:
            raise BusUnavailable
