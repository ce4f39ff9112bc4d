from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

from botocore.exceptions import BotoCoreError, ClientError

if TYPE_CHECKING:
    from mypy_boto3_secretsmanager import SecretsManagerClient

    from echosphere.domain.errors import Unavailable

KEPT_FOR_S = 300.0  # a new one is known after five minutes at the latest


class RememberedSecret:
    """A text of Secrets Manager, read again after a while. Where nobody answers, `unavailable` is raised."""

    def __init__(self, client: SecretsManagerClient, secret_arn: str, *, unavailable: type[Unavailable]) -> None:
        self._client = client
        self._secret_arn = secret_arn
        self._unavailable = unavailable
        self._text: str | None = None
        self._read_at = 0.0

    def read(self, *, kept_for_s: float = KEPT_FOR_S) -> str:
        if self._text is None or monotonic() - self._read_at > kept_for_s:
            self._text, self._read_at = self._ask(), monotonic()
        return self._text

    def _ask(self) -> str:
        try:
            return self._client.get_secret_value(SecretId=self._secret_arn)["SecretString"]
        except (BotoCoreError, ClientError) as error:
            raise self._unavailable from error
