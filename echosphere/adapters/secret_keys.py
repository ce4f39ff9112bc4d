from __future__ import annotations

import json
from time import monotonic
from typing import TYPE_CHECKING

from botocore.exceptions import BotoCoreError, ClientError

from echosphere.adapters.livekit_api import LiveKitKeys
from echosphere.domain.errors import RoomsUnavailable

if TYPE_CHECKING:
    from mypy_boto3_secretsmanager import SecretsManagerClient

KEPT_FOR_S = 300.0  # a rotated key is used after five minutes at the latest
ASKED_AGAIN_AFTER_S = 5.0  # whoever sends rubbish to a public route does not have the secret read each time


class SecretKeys:
    """LiveKit's keys from Secrets Manager, remembered for a while."""

    def __init__(self, client: SecretsManagerClient, secret_arn: str) -> None:
        self._client = client
        self._secret_arn = secret_arn
        self._keys: LiveKitKeys | None = None
        self._read_at = 0.0

    def __call__(self, *, refused: LiveKitKeys | None = None) -> LiveKitKeys:
        """Raises RoomsUnavailable."""
        kept_for_s = KEPT_FOR_S if refused is None or refused != self._keys else ASKED_AGAIN_AFTER_S
        if self._keys is None or monotonic() - self._read_at > kept_for_s:
            self._keys, self._read_at = self._read(), monotonic()
        return self._keys

    def _read(self) -> LiveKitKeys:
        try:
            secret = json.loads(self._client.get_secret_value(SecretId=self._secret_arn)["SecretString"])
        except (BotoCoreError, ClientError) as error:
            raise RoomsUnavailable from error
        return LiveKitKeys(secret["api_key"], secret["api_secret"])
