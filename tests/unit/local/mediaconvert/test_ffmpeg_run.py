"""Commands that behave as ffmpeg may: they end, fail, stop early, or never end."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from local.mediaconvert.ffmpeg_run import FfmpegRun, TookTooLong
from local.mediaconvert.outcomes import JobCanceled, JobFailed

pytestmark = pytest.mark.unit

FOREVER = ["tail", "-f", "/dev/null"]


def run(
    command: list[str],
    folder: Path,
    *,
    it: FfmpegRun | None = None,
    beside: Sequence[list[str]] = (),
    duration_s: float = 10,
    limit_s: float = 60,
    on_progress: Callable[[float], None] = lambda _: None,
) -> None:
    (it or FfmpegRun()).run(
        [command, *beside], duration_s=duration_s, limit_s=limit_s, errors=folder / "errors", on_progress=on_progress
    )


def says(*lines: str) -> list[str]:
    return ["printf", "".join(f"{line}\\n" for line in lines)]


def test_progress_is_told_in_seconds_of_media(tmp_path: Path) -> None:
    told: list[float] = []

    run(says("out_time_us=N/A", "out_time_us=2500000", "out_time_us=10000000"), tmp_path, on_progress=told.append)

    assert told == [2.5, 10.0]


def test_a_source_that_ends_early_was_cut_off(tmp_path: Path) -> None:
    with pytest.raises(JobFailed) as failure:
        run(says("out_time_us=5000000"), tmp_path)

    assert failure.value.code == 1076


def test_a_container_may_promise_a_little_more_than_it_holds(tmp_path: Path) -> None:
    run(says("out_time_us=9000000"), tmp_path)


def test_what_ffmpeg_cannot_do_is_an_unknown_error_with_its_words(tmp_path: Path) -> None:
    with pytest.raises(JobFailed) as failure:
        run(["ls", "/no/such/folder"], tmp_path)

    assert failure.value.code == 1999
    assert "/no/such/folder" in failure.value.words


def test_what_one_of_several_cannot_do_fails_the_job(tmp_path: Path) -> None:
    with pytest.raises(JobFailed, match="/no/such/folder"):
        run(says("out_time_us=10000000"), tmp_path, beside=[["ls", "/no/such/folder"]])


def test_when_the_first_fails_the_others_are_not_waited_for(tmp_path: Path) -> None:
    with pytest.raises(JobFailed, match="/no/such/folder"):
        run(["ls", "/no/such/folder"], tmp_path, beside=[FOREVER])


def test_nothing_is_done_before_all_are_done(tmp_path: Path) -> None:
    slower = ["sh", "-c", f"until [ -e {tmp_path}/first-is-done ]; do :; done; touch {tmp_path}/all-are-done"]

    run(["sh", "-c", f"echo out_time_us=10000000; touch {tmp_path}/first-is-done"], tmp_path, beside=[slower])

    assert (tmp_path / "all-are-done").exists()


def test_a_transcode_that_takes_too_long_is_ended_and_may_be_run_once_more(tmp_path: Path) -> None:
    it = FfmpegRun()
    with pytest.raises(TookTooLong):
        run(FOREVER, tmp_path, it=it, limit_s=0.05)

    run(says("out_time_us=10000000"), tmp_path, it=it)


def test_a_job_that_is_canceled_while_it_runs_is_ended(tmp_path: Path) -> None:
    it = FfmpegRun()

    def cancel(_done_s: float) -> None:
        it.cancel()

    with pytest.raises(JobCanceled):
        run(["sh", "-c", "echo out_time_us=1000000; exec tail -f /dev/null"], tmp_path, it=it, on_progress=cancel)


def test_a_job_that_is_canceled_before_it_runs_starts_nothing(tmp_path: Path) -> None:
    it = FfmpegRun()
    it.cancel()

    with pytest.raises(JobCanceled):
        run(["touch", str(tmp_path / "started")], tmp_path, it=it)

    assert not (tmp_path / "started").exists()
