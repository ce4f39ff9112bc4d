"""An account that answers what it was told to: boto3's own clients, each held to the service's model by a stub."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Self

import boto3
from botocore.stub import Stubber

from tests.unit.stacks.templates import REGION

NOBODY = {"aws_access_key_id": "a", "aws_secret_access_key": "b"}


@dataclass
class Account:
    """What it is asked beyond that, or otherwise, fails the test."""

    stubs: dict[str, Stubber] = field(default_factory=dict)
    asked_in: dict[str, str | None] = field(default_factory=dict)

    def client(self, service: str, *, region: str | None = None) -> Any:  # noqa: ANN401  # as boto3 has it
        self.asked_in[service] = region
        return self.stubs[service].client

    def answers(self, service: str, operation: str, answer: Mapping[str, object], **asked: object) -> Self:
        self._stub(service).add_response(operation, dict(answer), asked)
        return self

    def refuses(self, service: str, operation: str, code: str) -> Self:
        self._stub(service).add_client_error(operation, code)
        return self

    def _stub(self, service: str) -> Stubber:
        if service not in self.stubs:
            client = boto3.client(service, region_name=REGION, **NOBODY)  # type: ignore[call-overload]  # any service
            self.stubs[service] = Stubber(client)
            self.stubs[service].activate()
        return self.stubs[service]
