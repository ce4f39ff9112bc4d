import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
from ministack.core import lambda_runtime
from ministack.services import lambda_svc

from local.ministack.patches import layers_unpacked_once

pytestmark = pytest.mark.unit

LAYER = "arn:aws:lambda:ap-northeast-1:000000000000:layer:third-party:1"


def archive() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as opened:
        opened.writestr("python/greeting.py", "HELLO = 'hello'")
    return buffer.getvalue()


@pytest.fixture
def spawned(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """The settings with which MiniStack's own worker is started."""
    seen: list[dict[str, Any]] = []
    monkeypatch.setattr(lambda_runtime.Worker, "_spawn", lambda worker: seen.append(worker.config))
    content = archive()
    monkeypatch.setattr(lambda_svc, "_resolve_layer_zip", lambda _: content)
    return seen


def worker(**config: object) -> lambda_runtime.Worker:
    return lambda_runtime.Worker("function", config, b"")


def test_stock_ministack_unpacks_a_layer_for_each_worker() -> None:
    names = lambda_runtime.Worker._spawn.__code__.co_names

    assert {"_tmpdir", "extractall"} <= set(names)


def test_two_workers_share_one_unpacked_layer(spawned: list[dict[str, Any]], tmp_path: Path) -> None:
    layers_unpacked_once.apply()

    for _ in range(2):
        worker(Layers=[LAYER])._spawn()

    first, second = (config["Environment"]["Variables"]["_LAMBDA_LAYERS_DIRS"] for config in spawned)
    assert first == second
    assert (Path(first) / "python" / "greeting.py").is_file()
    assert [config["Layers"] for config in spawned] == [[], []]
    assert len(list((tmp_path / "layers").iterdir())) == 1


def test_the_function_keeps_its_own_settings(spawned: list[dict[str, Any]]) -> None:
    layers_unpacked_once.apply()
    config = {"Layers": [LAYER], "Environment": {"Variables": {"TABLE_NAME": "records"}}}
    started = worker(**config)

    started._spawn()

    assert spawned[0]["Environment"]["Variables"]["TABLE_NAME"] == "records"
    assert started.config == config


def test_a_function_without_layers_is_started_as_before(spawned: list[dict[str, Any]]) -> None:
    layers_unpacked_once.apply()

    worker(Handler="index.handler")._spawn()

    assert spawned == [{"Handler": "index.handler"}]
