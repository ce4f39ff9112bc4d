from __future__ import annotations

import json
from typing import TYPE_CHECKING

from echosphere.adapters.livekit_api import LiveKitKeys
from echosphere.adapters.remembered_secret import RememberedSecret
from echosphere.domain.errors import RoomsUnavailable

if TYPE_CHECKING:
    from mypy_boto3_secretsmanager import SecretsManagerClient

ASKED_AGAIN_AFTER_S = 5.0  # whoever sends rubbish to a public route does not have the secret read each time


class SecretKeys:
    """LiveKit's keys from Secrets Manager, remembered until they are refused."""

    def __init__(self, client: SecretsManagerClient, secret_arn: str) -> None:
        self._secret = RememberedSecret(client, secret_arn, unavailable=RoomsUnavailable)

    def __call__(self, *, refused: LiveKitKeys | None = None) -> LiveKitKeys:
        """Raises RoomsUnavailable."""
        keys = _to_keys(self._secret.read())
        return _to_keys(self._secret.read(kept_for_s=ASKED_AGAIN_AFTER_S)) if keys == refused else keys


def _to_keys(text: str) -> LiveKitKeys:
    secret = json.loads(text)
    return LiveKitKeys(secret["api_key"], secret["api_secret"])
