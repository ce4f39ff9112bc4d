import io
import os
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from ministack.core import lambda_runtime
from ministack.services import lambda_svc

from local.ministack.patches import packages_unpacked_once

pytestmark = pytest.mark.unit

LAYER = "arn:aws:lambda:ap-northeast-1:000000000000:layer:third-party:1"


FOLDERS = "_LAMBDA_LAYERS_DIRS"


def archive(name: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as opened:
        opened.writestr(name, "HELLO = 'hello'")
    return buffer.getvalue()


@dataclass(frozen=True)
class Spawned:
    """With what MiniStack's own worker is started."""

    config: dict[str, Any]
    code: bytes

    @property
    def folders(self) -> list[Path]:
        return [Path(folder) for folder in self.config["Environment"]["Variables"][FOLDERS].split(os.pathsep)]


@pytest.fixture
def spawned(monkeypatch: pytest.MonkeyPatch) -> list[Spawned]:
    seen: list[Spawned] = []
    monkeypatch.setattr(
        lambda_runtime.Worker, "_spawn", lambda worker: seen.append(Spawned(worker.config, worker.code_zip))
    )
    content = archive("python/greeting.py")
    monkeypatch.setattr(lambda_svc, "_resolve_layer_zip", lambda _: content)
    return seen


def worker(**config: object) -> lambda_runtime.Worker:
    return lambda_runtime.Worker("function", config, archive("lambdas/handler.py"))


def test_stock_ministack_unpacks_code_and_layers_for_each_worker() -> None:
    names = lambda_runtime.Worker._spawn.__code__.co_names

    assert {"_tmpdir", "extractall"} <= set(names)


def test_two_workers_share_what_was_unpacked_once(spawned: list[Spawned], tmp_path: Path) -> None:
    packages_unpacked_once.apply()

    for _ in range(2):
        worker(Layers=[LAYER])._spawn()

    first, second = spawned
    assert first.folders == second.folders
    assert len(list((tmp_path / "packages").iterdir())) == 2


def test_the_functions_own_code_comes_before_its_layers(spawned: list[Spawned]) -> None:
    packages_unpacked_once.apply()

    worker(Layers=[LAYER])._spawn()

    layer, code = spawned[0].folders  # each is put before those that it follows
    assert (layer / "python" / "greeting.py").is_file()
    assert (code / "lambdas" / "handler.py").is_file()


def test_nothing_is_left_for_the_stock_worker_to_unpack(spawned: list[Spawned]) -> None:
    packages_unpacked_once.apply()
    started = worker(Layers=[LAYER])

    started._spawn()

    assert spawned[0].config["Layers"] == []
    assert zipfile.ZipFile(io.BytesIO(spawned[0].code)).namelist() == []
    assert zipfile.ZipFile(io.BytesIO(started.code_zip)).namelist() == ["lambdas/handler.py"]


def test_the_function_keeps_its_own_settings(spawned: list[Spawned]) -> None:
    packages_unpacked_once.apply()
    config = {"Layers": [LAYER], "Environment": {"Variables": {"TABLE_NAME": "records"}}}
    started = worker(**config)

    started._spawn()

    assert spawned[0].config["Environment"]["Variables"]["TABLE_NAME"] == "records"
    assert started.config == config


def test_what_no_worker_was_started_from_for_a_week_is_forgotten(spawned: list[Spawned]) -> None:
    packages_unpacked_once.apply()
    worker(Layers=[LAYER])._spawn()
    layer, code = spawned[0].folders
    os.utime(layer, (0, 0))
    (unfinished := layer.with_suffix(".partial")).mkdir()

    packages_unpacked_once.forget_unused()

    assert code.exists()
    assert not layer.exists()
    assert not unfinished.exists()
