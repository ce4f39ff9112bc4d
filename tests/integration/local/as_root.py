"""The adapters of the product in this process, as the root of the platform's account."""

import pytest

from echosphere.adapters.dynamodb.items import open_table
from local.environment import ROOT_KEY, stage_region
from tests.platform import Platform


def act_as_root(platform: Platform, monkeypatch: pytest.MonkeyPatch) -> None:
    environment = {
        "AWS_ENDPOINT_URL": platform.installation.cloud_url,
        "AWS_CA_BUNDLE": str(platform.installation.certificate),
        "AWS_ACCESS_KEY_ID": ROOT_KEY,
        "AWS_SECRET_ACCESS_KEY": ROOT_KEY,
        "AWS_DEFAULT_REGION": stage_region(platform.installation),
    }
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    open_table(platform.outputs.get("data", "TableName"))
