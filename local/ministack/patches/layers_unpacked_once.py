"""Each new worker of a function unpacks the layer again and compiles it again: seconds of the first call, every time.

A layer is unpacked once, into a folder named after its content, where Python keeps what it compiled.
"""

import io
import os
import threading
import zipfile
from pathlib import Path
from typing import Any

from ministack.core import lambda_runtime
from ministack.services import lambda_svc

from local.ministack.content_digest import content_digest

# MiniStack's own variable, from which its worker script makes the import path.
LAYER_FOLDERS = "_LAMBDA_LAYERS_DIRS"

_unpacking = threading.Lock()


def apply() -> None:
    stock = lambda_runtime.Worker._spawn

    def spawn(worker: lambda_runtime.Worker) -> None:
        """The stock worker, told that there are no layers to unpack but folders of them to use."""
        config = worker.config
        worker.config = _with_unpacked_layers(config)
        try:
            stock(worker)
        finally:
            worker.config = config

    lambda_runtime.Worker._spawn = spawn


def layers_folder() -> Path:
    return Path(os.environ["STATE_DIR"]).parent / "layers"


def _with_unpacked_layers(config: dict[str, Any]) -> dict[str, Any]:
    archives = [lambda_svc._resolve_layer_zip(layer) for layer in config.get("Layers", [])]
    folders = [str(_unpacked(archive)) for archive in archives if archive]
    if not folders:
        return config
    variables = config.get("Environment", {}).get("Variables", {})
    variables = {**variables, LAYER_FOLDERS: os.pathsep.join(folders)}
    return {**config, "Layers": [], "Environment": {"Variables": variables}}


def _unpacked(archive: bytes) -> Path:
    folder = layers_folder() / content_digest(archive)
    with _unpacking:
        if not folder.exists():
            partial = folder.with_suffix(".partial")
            with zipfile.ZipFile(io.BytesIO(archive)) as opened:
                opened.extractall(partial)
            partial.rename(folder)
    return folder
