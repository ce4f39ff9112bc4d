"""Which `up` runs this installation. A record that a killed one left behind is recognised by the process's start."""

import json
import os
from dataclasses import asdict, dataclass

import psutil

from local.installation import Installation

NAME = "up.json"


@dataclass(frozen=True, kw_only=True)
class RunRecord:
    pid: int
    started_s: float


def write_record(installation: Installation) -> None:
    process = psutil.Process(os.getpid())
    record = RunRecord(pid=process.pid, started_s=process.create_time())
    (installation.run / NAME).write_text(json.dumps(asdict(record)))


def remove_record(installation: Installation) -> None:
    (installation.run / NAME).unlink(missing_ok=True)


def running(installation: Installation) -> psutil.Process | None:
    path = installation.run / NAME
    if not path.is_file():
        return None
    record = RunRecord(**json.loads(path.read_text()))
    try:
        process = psutil.Process(record.pid)
        return process if process.create_time() == record.started_s else None
    except psutil.NoSuchProcess:
        return None
