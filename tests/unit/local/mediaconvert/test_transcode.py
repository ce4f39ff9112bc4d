"""A job on a full machine. In the place of ffmpeg stand programs that hang or are done at once."""

from dataclasses import replace
from pathlib import Path

import pytest

from local.mediaconvert import ffmpeg_command, transcode
from local.mediaconvert.ffmpeg_run import FfmpegRun
from local.mediaconvert.outcomes import JobFailed
from local.mediaconvert.plan import Plan
from local.mediaconvert.read_plan import read_plan
from local.mediaconvert.source import Source
from tests.unit.local.mediaconvert.examples import settings

pytestmark = pytest.mark.unit

NO_PATIENCE = transcode.Limit(least_s=0.05, for_each_s=0)
HANGS = ("sh", "-c", "exec tail -f /dev/null")
# The last argument is the file to make.
WORKS = ("sh", "-c", 'for made; do :; done; echo sound > "$made"; echo out_time_us=60000000', "ffmpeg")


class Shelf:
    """A bucket."""

    def __init__(self) -> None:
        self.files: dict[str, str] = {}

    def download(self, bucket: str, key: str, path: Path) -> None:
        path.touch()

    def upload(self, bucket: str, key: str, content: Path) -> None:
        self.files[key] = content.read_text()


def read(_path: Path, _plan: Plan) -> Source:
    return Source(channels=(2,), duration_s=60)


@pytest.fixture(autouse=True)
def without_patience(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(transcode, "read_source", read)
    monkeypatch.setattr(transcode, "PATIENCE", NO_PATIENCE)


def made_by(*ways: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    monkeypatch.setattr(ffmpeg_command, "ways", lambda: ways)
    plan, shelf = read_plan(settings()), Shelf()
    download_alone = replace(plan, groups=plan.groups[1:])
    transcode.transcode(download_alone, shelf, FfmpegRun(), on_percent=lambda _phase, _percent: None)  # type: ignore[arg-type]  # all that is asked of it here
    return shelf.files


def test_what_gets_nothing_of_a_full_machine_is_made_once_more(monkeypatch: pytest.MonkeyPatch) -> None:
    assert made_by(HANGS, WORKS, monkeypatch=monkeypatch) == {"media/s-1/001/dual.m4a": "sound\n"}


def test_what_hangs_the_last_time_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(transcode, "LIMIT", NO_PATIENCE)

    with pytest.raises(JobFailed, match="did not end within 0 seconds"):
        made_by(HANGS, HANGS, monkeypatch=monkeypatch)
