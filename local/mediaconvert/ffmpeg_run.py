"""Runs one ffmpeg command to its end, tells how far it is, and ends it when it takes too long or nobody wants it."""

import subprocess
import threading
from collections.abc import Callable, Sequence
from pathlib import Path

from local.mediaconvert.outcomes import SOURCE_READ, UNKNOWN, JobCanceled, JobFailed

# A slow machine that does other work needs a multiple of the media's length; more means that it hangs.
LIMIT_S, LIMIT_FOR_EACH_SECOND = 120.0, 5.0
# A container may promise a little more than it holds.
MISSING_S, MISSING_SHARE = 3.0, 0.02
TIME_OF_PROGRESS = "out_time_us="
MICROSECONDS = 1_000_000


class FfmpegRun:
    def __init__(self) -> None:
        self._process: subprocess.Popen[str] | None = None
        self._why_ended: Exception | None = None
        self._lock = threading.Lock()

    def cancel(self) -> None:
        """From another thread; before the start, too."""
        self._end(JobCanceled())

    def run(
        self, command: Sequence[str], *, duration_s: float, errors: Path, on_progress: Callable[[float], None]
    ) -> None:
        """`on_progress` is told twice a second how many seconds of media are done. Raises JobFailed, JobCanceled."""
        limit_s = LIMIT_S + LIMIT_FOR_EACH_SECOND * duration_s
        too_late = JobFailed(UNKNOWN, f"The transcode did not end within {limit_s:.0f} seconds")
        timer = threading.Timer(limit_s, self._end, [too_late])
        timer.daemon = True
        with errors.open("w") as stderr:
            self._start(command, stderr.fileno())
            timer.start()
            try:
                done_s = self._follow(on_progress)
            finally:
                timer.cancel()
                self._kill()
        assert self._process
        self._judge(self._process.wait(), done_s, duration_s, errors)

    def _start(self, command: Sequence[str], stderr: int) -> None:
        with self._lock:
            if self._why_ended:
                raise self._why_ended
            self._process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=stderr, text=True)

    def _follow(self, on_progress: Callable[[float], None]) -> float:
        assert self._process
        assert self._process.stdout
        done_s = 0.0
        with self._process.stdout as lines:
            for line in lines:
                if line.startswith(TIME_OF_PROGRESS) and line.removeprefix(TIME_OF_PROGRESS).strip().isdigit():
                    done_s = int(line.removeprefix(TIME_OF_PROGRESS)) / MICROSECONDS
                    on_progress(done_s)
        self._process.wait()
        return done_s

    def _judge(self, status: int, done_s: float, duration_s: float, errors: Path) -> None:
        if self._why_ended:
            raise self._why_ended
        if status:
            raise JobFailed(UNKNOWN, f"Unknown error: {errors.read_text().strip()[-300:]}")
        if duration_s - done_s > max(MISSING_S, duration_s * MISSING_SHARE):
            words = f"end of file hit after [{done_s:.1f}] of [{duration_s:.1f}] seconds. Is file truncated?"
            raise JobFailed(SOURCE_READ, f"Demuxer: [ReadPacketData File read failed - {words}]")

    def _end(self, why: Exception) -> None:
        with self._lock:
            self._why_ended = self._why_ended or why
        self._kill()

    def _kill(self) -> None:
        if self._process and self._process.poll() is None:
            self._process.kill()
