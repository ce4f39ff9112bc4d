from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

from botocore.exceptions import BotoCoreError, ClientError

from echosphere.domain.errors import EdgeUnavailable

if TYPE_CHECKING:
    from mypy_boto3_secretsmanager import SecretsManagerClient

KEPT_FOR_S = 300.0  # a new one is known after five minutes at the latest


class EdgeSecret:
    """What CloudFront brings with each request to show that it is CloudFront, remembered for a while."""

    def __init__(self, client: SecretsManagerClient, secret_arn: str) -> None:
        self._client = client
        self._secret_arn = secret_arn
        self._text: str | None = None
        self._read_at = 0.0

    def read(self) -> str:
        """Raises EdgeUnavailable."""
        if self._text is None or monotonic() - self._read_at > KEPT_FOR_S:
            self._text, self._read_at = self._ask(), monotonic()
        return self._text

    def _ask(self) -> str:
        try:
            return self._client.get_secret_value(SecretId=self._secret_arn)["SecretString"]
        except (BotoCoreError, ClientError) as error:
            raise EdgeUnavailable from error
