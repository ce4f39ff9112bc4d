from pathlib import Path

import pytest

from local.background import SAID, reset
from local.demo_person import FILE
from local.installation import Installation

pytestmark = pytest.mark.unit


def fill(installation: Installation) -> None:
    """As a platform leaves it that has run, recorded and been given a person."""
    installation.save()
    kept = (installation.cloud_state, installation.recordings, installation.traces)
    for folder in (*kept, installation.certificate.parent):
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "something").touch()
    for file in (FILE, SAID):
        (installation.home / file).touch()


def test_nothing_of_a_talk_a_person_or_a_key_is_left(tmp_path: Path) -> None:
    fill(Installation(home=tmp_path))

    reset(Installation(home=tmp_path))

    assert list(tmp_path.iterdir()) == []


def test_what_is_not_ours_stays(tmp_path: Path) -> None:
    fill(Installation(home=tmp_path))
    (tmp_path / "thesis.txt").touch()

    reset(Installation(home=tmp_path))

    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]
