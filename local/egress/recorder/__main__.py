"""`python -m local.egress.recorder`: records one room; see `task.py` for what it is told and what it tells."""

import asyncio
import fcntl
import sys
from pathlib import Path

from local.egress.egress_info import END_ASKED
from local.egress.recorder.room_recorder import RoomRecorder
from local.egress.recorder.task import News, Task


def main() -> None:
    # Unbuffered: a word that comes with the task must not lie unseen in a buffer.
    with open(sys.stdin.fileno(), "rb", buffering=0, closefd=False) as lines:
        line = lines.readline()
    if not line:
        return  # the service ended before it had anything to record
    task = Task.model_validate_json(line)
    # Held until this process is gone, whoever else died: nobody touches the file of a recorder that lives.
    with Path(f"{task.path}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        asyncio.run(_record(task))


async def _record(task: Task) -> None:
    recorder = RoomRecorder(task, _tell)
    loop = asyncio.get_running_loop()

    def stop() -> None:
        loop.remove_reader(sys.stdin.fileno())
        recorder.stop(END_ASKED)

    # A word or the end of stdin: the service asks for the end, or is gone.
    loop.add_reader(sys.stdin.fileno(), stop)
    await recorder.record()


def _tell(news: News) -> None:
    try:
        print(news.model_dump_json(), flush=True)
    except BrokenPipeError:
        # Nobody listens any more; the file is what matters.
        return


if __name__ == "__main__":
    main()
