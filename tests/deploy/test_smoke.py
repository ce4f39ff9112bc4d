"""After a deploy the stage is there, and closed where it has to be, or the deploy has failed."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from deploy.smoke.__main__ import main
from tests.deploy.site import HEALTHY, JSON, PAGE, Site, running_site

pytestmark = pytest.mark.deploy


@pytest.fixture
def site() -> Iterator[Site]:
    with running_site() as site:
        yield site


@pytest.fixture
def written(site: Site, tmp_path: Path) -> str:
    path = tmp_path / "outputs.json"
    path.write_text(json.dumps(site.outputs()))
    return str(path)


def test_a_stage_that_answers_as_it_has_to_passes(site: Site, written: str) -> None:
    assert main(written) == 0
    assert site.asked == list(HEALTHY)


def test_the_outputs_are_told_and_what_stacks_tell_each_other_is_not(
    site: Site, written: str, capsys: pytest.CaptureFixture[str]
) -> None:
    main(written)

    told = capsys.readouterr().out.splitlines()
    assert told[0] == "echosphere-dev-data.TableName = t"
    assert f"echosphere-dev-web.PageUrl = {site.address}/" in told
    assert not [line for line in told if "ExportsOutput" in line]


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("GET /", (403, JSON)),
        ("GET /", (200, {"content-type": "text/html"})),
        ("GET /", (200, {**PAGE, "content-type": "application/json"})),
        ("GET /api/health", (503, JSON)),
        ("GET /api/health", (200, PAGE)),
        ("GET /api/sessions", (200, JSON)),
        ("GET /api/sessions", (500, JSON)),
        ("POST /api/webhooks/livekit", (204, {})),
    ],
)
def test_one_wrong_answer_fails_it_and_the_others_are_asked_all_the_same(
    site: Site, written: str, asked: str, answer: tuple[int, dict[str, str]], capsys: pytest.CaptureFixture[str]
) -> None:
    site.answers[asked] = answer

    assert main(written) == 1
    assert site.asked == list(HEALTHY)
    (line,) = (line for line in capsys.readouterr().out.splitlines() if line.startswith("  wrong"))
    assert f"answers {answer[0]}" in line


def test_a_stage_where_nobody_answers_fails_in_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with running_site() as site:
        gone = site.outputs()
    path = tmp_path / "outputs.json"
    path.write_text(json.dumps(gone))

    assert main(str(path)) == 1
    assert capsys.readouterr().out.count("does not answer (ConnectError)") == len(HEALTHY)


def test_outputs_that_are_not_there_are_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "outputs.json"

    assert main(str(path)) == 1
    assert f"{path} is missing" in capsys.readouterr().err


def test_a_deploy_that_tells_no_page_has_failed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "outputs.json"
    path.write_text("{}")

    assert main(str(path)) == 1
    assert "no stack has told its PageUrl" in capsys.readouterr().err
