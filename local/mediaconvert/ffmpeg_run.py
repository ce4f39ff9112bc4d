"""Runs ffmpeg's commands side by side to their end, tells how far they are, and ends them when they take too long or
nobody wants them."""

import subprocess
import threading
from collections.abc import Callable, Sequence
from pathlib import Path

from local.mediaconvert.outcomes import SOURCE_READ, UNKNOWN, JobCanceled, JobFailed

# A container may promise a little more than it holds.
MISSING_S, MISSING_SHARE = 3.0, 0.02
TIME_OF_PROGRESS = "out_time_us="
MICROSECONDS = 1_000_000


class TookTooLong(Exception):
    """It was ended for that."""


class FfmpegRun:
    """Several, one after the other, until it is canceled."""

    def __init__(self) -> None:
        self._processes: list[subprocess.Popen[str]] = []
        self._why_ended: Exception | None = None
        self._lock = threading.Lock()

    def cancel(self) -> None:
        """From another thread; before the start, too."""
        self._end(JobCanceled())

    def run(
        self,
        commands: Sequence[Sequence[str]],
        *,
        duration_s: float,
        limit_s: float,
        errors: Path,
        on_progress: Callable[[float], None],
    ) -> None:
        """`on_progress` is told twice a second how many seconds of media the first of them has done.

        Raises JobFailed, JobCanceled, TookTooLong.
        """
        timer = threading.Timer(limit_s, self._end, [TookTooLong()])
        timer.daemon = True
        with errors.open("w") as stderr:
            try:
                self._start(commands, stderr.fileno())
                timer.start()
                done_s = self._follow(self._processes[0], on_progress)
                failed = self._await_all()
            finally:
                timer.cancel()
                self._kill()
                for process in self._processes:
                    process.wait()
        self._judge(failed, done_s, duration_s, errors)

    def _start(self, commands: Sequence[Sequence[str]], stderr: int) -> None:
        with self._lock:
            if isinstance(self._why_ended, JobCanceled):
                raise self._why_ended
            self._why_ended, self._processes = None, []
            for command in commands:
                stdout = subprocess.DEVNULL if self._processes else subprocess.PIPE
                self._processes.append(subprocess.Popen(command, stdout=stdout, stderr=stderr, text=True))

    def _follow(self, first: subprocess.Popen[str], on_progress: Callable[[float], None]) -> float:
        assert first.stdout
        done_s = 0.0
        with first.stdout as lines:
            for line in lines:
                if line.startswith(TIME_OF_PROGRESS) and line.removeprefix(TIME_OF_PROGRESS).strip().isdigit():
                    done_s = int(line.removeprefix(TIME_OF_PROGRESS)) / MICROSECONDS
                    on_progress(done_s)
        return done_s

    def _await_all(self) -> bool:
        """Whether one failed; the others are then of no use."""
        return any(process.wait() for process in self._processes)

    def _judge(self, failed: bool, done_s: float, duration_s: float, errors: Path) -> None:
        if self._why_ended:
            raise self._why_ended
        if failed:
            raise JobFailed(UNKNOWN, f"Unknown error: {errors.read_text().strip()[-300:]}")
        if duration_s - done_s > max(MISSING_S, duration_s * MISSING_SHARE):
            words = f"end of file hit after [{done_s:.1f}] of [{duration_s:.1f}] seconds. Is file truncated?"
            raise JobFailed(SOURCE_READ, f"Demuxer: [ReadPacketData File read failed - {words}]")

    def _end(self, why: Exception) -> None:
        with self._lock:
            self._why_ended = self._why_ended or why
        self._kill()

    def _kill(self) -> None:
        for process in self._processes:
            if process.poll() is None:
                process.kill()
