"""Gives out credentials that last an hour from the moment that the test says."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

LASTS = timedelta(hours=1)


@dataclass
class MemorySTS:
    now: datetime = datetime(2026, 1, 1, tzinfo=UTC)
    asked: list[str] = field(default_factory=list)

    def assume_role(self, *, RoleArn: str, RoleSessionName: str) -> dict[str, Any]:
        self.asked.append(RoleArn)
        number = len(self.asked)
        credentials = {"AccessKeyId": f"ASIA{number}", "SecretAccessKey": "secret", "SessionToken": "token"}
        return {"Credentials": {**credentials, "Expiration": self.now + LASTS}}
