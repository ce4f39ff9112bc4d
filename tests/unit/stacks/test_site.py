"""The deploy itself publishes the page: hashed files for ever, what names them for no time at all."""

import json
import subprocess
from pathlib import Path

import pytest

from tests.unit.stacks.templates import Assembly, Properties, start_synthesis

pytestmark = pytest.mark.template


def deployments(assembly: Assembly) -> dict[str, Properties]:
    found = assembly["web"].of_type("Custom::CDKBucketDeployment")
    return {"hashed" if "Include" in one else "entry": one for one in found.values()}


def test_hashed_files_never_change_and_the_rest_is_always_asked_for(prod: Assembly) -> None:
    hashed, entry = deployments(prod)["hashed"], deployments(prod)["entry"]

    assert (hashed["Exclude"], hashed["Include"]) == (["*"], ["assets/*"]) and entry["Exclude"] == ["assets/*"]
    assert hashed["SystemMetadata"]["cache-control"] == "public, max-age=31536000, immutable"
    assert entry["SystemMetadata"]["cache-control"] == "no-cache"


def test_index_html_comes_after_the_files_that_it_names(prod: Assembly) -> None:
    found = prod["web"].resources
    (hashed,) = (key for key, one in prod["web"].of_type("Custom::CDKBucketDeployment").items() if "Include" in one)
    (entry,) = (
        one
        for one in found.values()
        if one["Type"] == "Custom::CDKBucketDeployment" and "Include" not in one["Properties"]
    )

    assert hashed in entry["DependsOn"]


def test_a_page_that_is_open_during_a_deploy_keeps_its_files(prod: Assembly) -> None:
    assert {one["Prune"] for one in deployments(prod).values()} == {False}


def test_cloudfront_forgets_the_old_page(prod: Assembly) -> None:
    assert deployments(prod)["entry"]["DistributionPaths"] == ["/*"]


def test_the_page_is_told_where_to_sign_in_and_as_whom(local: Assembly) -> None:
    asset = deployments(local)["entry"]["SourceObjectKeys"][1].removesuffix(".zip")
    (markers,) = (one for one in deployments(local)["entry"]["SourceMarkers"] if one)
    (marker,) = markers
    config = (local.folder / f"asset.{asset}" / "config.json").read_text().replace(marker, '"the client"')

    assert json.loads(config) == {
        "sign_in_origin": "http://localhost:8090",
        "client_id": "the client",
        "stage": "local",
    }


def test_a_page_that_was_not_built_is_asked_for_by_name(tmp_path: Path) -> None:
    synthesis = start_synthesis(tmp_path, stage="local", site_folder="nowhere/dist")

    said, _ = synthesis.communicate(timeout=60)

    assert synthesis.returncode != 0 and isinstance(synthesis, subprocess.Popen)
    assert "nowhere/dist is missing: build the page first with `make web`" in said
