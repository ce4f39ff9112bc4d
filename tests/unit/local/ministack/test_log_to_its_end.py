import queue
import threading
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from ministack.core import lambda_runtime

from local.ministack.patches import log_to_its_end

pytestmark = pytest.mark.unit

LATE_S = 0.1
STOCK_DRAIN = lambda_runtime.Worker._drain_stderr_bounded


@pytest.fixture
def stock(monkeypatch: pytest.MonkeyPatch) -> type[lambda_runtime.Worker]:
    monkeypatch.setattr(lambda_runtime, "_detect_runtime_binary", lambda_runtime._detect_runtime_binary)
    monkeypatch.setattr(lambda_runtime.Worker, "_drain_stderr_bounded", STOCK_DRAIN)
    worker: type[lambda_runtime.Worker] = lambda_runtime.Worker
    return worker


def reader_of(worker: lambda_runtime.Worker, read: Callable[[], None]) -> None:
    worker._stderr_queue = queue.Queue()
    worker._stderr_thread = threading.Thread(target=read, daemon=True)
    worker._stderr_thread.start()


def log_of_a_machine_that_reads_late(worker_class: type[lambda_runtime.Worker], *, end: str | None) -> str:
    worker = object.__new__(worker_class)
    worker.config = {"Runtime": "python3.13"}

    def read() -> None:
        worker._stderr_queue.put("first")
        threading.Event().wait(LATE_S)
        worker._stderr_queue.put("second")
        if end is not None:
            worker._stderr_queue.put(end)
            threading.Event().wait(log_to_its_end.MOST_S)

    reader_of(worker, read)
    return str(worker._drain_stderr_bounded())


def test_stock_ministack_takes_half_of_a_log_that_is_read_late(stock: type[lambda_runtime.Worker]) -> None:
    assert log_of_a_machine_that_reads_late(stock, end=None) == "first"


def test_a_log_that_is_read_late_is_taken_to_its_end(stock: type[lambda_runtime.Worker]) -> None:
    log_to_its_end.apply()

    assert log_of_a_machine_that_reads_late(stock, end=log_to_its_end.END) == "first\nsecond"


def test_a_last_line_that_was_not_ended_is_part_of_it(stock: type[lambda_runtime.Worker]) -> None:
    log_to_its_end.apply()

    assert log_of_a_machine_that_reads_late(stock, end=f"third{log_to_its_end.END}") == "first\nsecond\nthird"


def test_the_log_of_a_process_that_has_ended_is_all_there_is(stock: type[lambda_runtime.Worker]) -> None:
    log_to_its_end.apply()

    assert log_of_a_machine_that_reads_late(stock, end=None) == "first\nsecond"


HANDLER = """
import sys


def handler(event, context):
    if event["speaks"]:
        print("spoken")
        print("written", file=sys.stderr)
    if event["fails"]:
        raise ValueError("as it was told to")
    return {}
"""


@pytest.fixture
def function(stock: type[lambda_runtime.Worker], tmp_path: Path) -> Iterator[lambda_runtime.Worker]:
    log_to_its_end.apply()
    config = {
        "Runtime": "python3.13",
        "Handler": "speaker.handler",
        "FunctionName": "speaker",
        "FunctionArn": "arn:aws:lambda:ap-northeast-1:000000000000:function:speaker",
        "Timeout": 10,
    }
    worker = stock("speaker", config, zip_of({"speaker.py": HANDLER}, tmp_path))
    yield worker
    worker.kill()


def zip_of(files: dict[str, str], folder: Path) -> bytes:
    with zipfile.ZipFile(folder / "code.zip", "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return (folder / "code.zip").read_bytes()


def called(function: lambda_runtime.Worker, *, speaks: bool, fails: bool = False) -> dict[str, str]:
    answer = function.invoke({"speaks": speaks, "fails": fails}, "request")
    return {"status": answer["status"], "log": answer["log"]}


def test_a_function_says_itself_where_the_log_of_a_call_ends(function: lambda_runtime.Worker) -> None:
    calls = [called(function, speaks=True), called(function, speaks=False)]
    process = function._proc
    calls.append(called(function, speaks=True, fails=True))
    for pipe in (process.stdin, process.stdout, process.stderr):
        pipe.close()  # MiniStack leaves those of a failed call to the garbage collector

    assert calls == [
        {"status": "ok", "log": "spoken\nwritten"},
        {"status": "ok", "log": ""},
        {"status": "error", "log": "spoken\nwritten"},
    ]
