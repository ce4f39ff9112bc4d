"""A Whisper model is one's own, or fetched after a yes; `up` then tells the agent where it is."""

import subprocess
from pathlib import Path

import pytest

from local.deploy import context
from local.ears import fetch_ears, take_ears, whisper_model
from local.errors import EarsMissing
from local.fingerprint import fingerprint
from local.installation import Installation

pytestmark = pytest.mark.unit


@pytest.fixture
def installation(tmp_path: Path) -> Installation:
    checkout = tmp_path / "checkout"
    checkout.mkdir()
    (checkout / "app.py").touch()
    return Installation(home=tmp_path / "home", checkout=checkout)


def a_model(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("model.bin", "config.json"):
        (folder / name).write_text("a model")
    return folder


def fetch_it(_model: str, folder: Path) -> None:
    a_model(folder)


def test_the_agent_is_told_of_a_model_of_ones_own_and_deployed_anew(installation: Installation, tmp_path: Path) -> None:
    before = fingerprint(installation)
    assert "whisper_model_dir" not in context(installation)

    take_ears(installation, a_model(tmp_path / "small"))

    assert context(installation)["whisper_model_dir"] == str(tmp_path / "small")
    assert fingerprint(installation) != before


def test_another_model_takes_the_place_of_the_first(installation: Installation, tmp_path: Path) -> None:
    for name in ("small", "base"):
        take_ears(installation, a_model(tmp_path / name))

    assert whisper_model(installation) == tmp_path / "base"


def test_of_a_folder_that_holds_no_model_it_is_said_what_is_missing(installation: Installation, tmp_path: Path) -> None:
    (a_model(tmp_path / "half") / "model.bin").unlink()

    with pytest.raises(EarsMissing, match=r"model\.bin is missing"):
        take_ears(installation, tmp_path / "half")

    assert whisper_model(installation) is None


def test_nothing_is_fetched_without_a_yes(installation: Installation) -> None:
    assert not fetch_ears(installation, "base", agrees=lambda _: False, fetch=fetch_it)
    assert not installation.home.exists()


def test_after_a_yes_it_is_fetched_and_taken(installation: Installation) -> None:
    asked: list[str] = []

    def yes(question: str) -> bool:
        asked.append(question)
        return True

    assert fetch_ears(installation, "base", agrees=yes, fetch=fetch_it)

    assert "145 MB" in asked[0] and "Hugging Face" in asked[0]
    assert whisper_model(installation) == (installation.home / "models" / "whisper-base").resolve()


def test_where_the_network_does_not_allow_it_there_is_another_way(installation: Installation) -> None:
    def refused(_model: str, _folder: Path) -> None:
        raise subprocess.CalledProcessError(1, "fetch")

    with pytest.raises(EarsMissing, match="make ears FOLDER="):
        fetch_ears(installation, "base", agrees=lambda _: True, fetch=refused)
