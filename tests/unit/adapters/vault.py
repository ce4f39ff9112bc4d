"""Secrets Manager, as far as those who remember a secret use it."""

import json
from dataclasses import dataclass

from botocore.exceptions import ClientError


@dataclass
class Vault:
    """The secret is another one each time it is read; beside it the clock."""

    reads: int = 0
    now_s: float = 1000.0
    silent: bool = False

    def get_secret_value(self, SecretId: str) -> dict[str, str]:  # noqa: N803  # AWS's name
        if self.silent:
            raise ClientError({"Error": {"Code": "InternalServiceError"}}, "GetSecretValue")
        self.reads += 1
        return {"SecretString": json.dumps({"api_key": f"key-{self.reads}", "api_secret": "secret"})}
