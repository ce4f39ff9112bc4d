"""By what CloudFront is known to the functions behind it."""

from functools import cache

import boto3

from echosphere.adapters.remembered_secret import RememberedSecret
from echosphere.bootstrap.core import PATIENCE
from echosphere.domain.errors import EdgeUnavailable
from echosphere.settings import EdgeSettings, read_settings


@cache
def edge_secret() -> RememberedSecret:
    """What it brings with each request. Raises MissingSettings."""
    arn = read_settings(EdgeSettings).edge_secret_arn
    return RememberedSecret(boto3.client("secretsmanager", config=PATIENCE), arn, unavailable=EdgeUnavailable)
