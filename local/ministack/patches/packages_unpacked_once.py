"""Each new worker unpacks its function and its layers again and compiles them again: seconds of a call, every time.

Each package is unpacked once, into a folder named after its content, where Python keeps what it compiled.
"""

import io
import os
import shutil
import threading
import time
import zipfile
from pathlib import Path
from typing import Any

from ministack.core import lambda_runtime
from ministack.services import lambda_svc

from local.ministack.content_digest import content_digest

# MiniStack's own variable, from which its worker script makes the import path: the last one comes first.
LAYER_FOLDERS = "_LAMBDA_LAYERS_DIRS"

UNFINISHED = ".partial"
KEPT_S = 7 * 86_400

_unpacking = threading.Lock()


def apply() -> None:
    stock = lambda_runtime.Worker._spawn

    def spawn(worker: lambda_runtime.Worker) -> None:
        """The stock worker, told that there is nothing to unpack but folders to use."""
        config, code = worker.config, worker.code_zip
        worker.config, worker.code_zip = _with_unpacked(config, code), NOTHING
        try:
            stock(worker)
        finally:
            worker.config, worker.code_zip = config, code

    lambda_runtime.Worker._spawn = spawn


def packages_folder() -> Path:
    return Path(os.environ["STATE_DIR"]).parent / "packages"


def forget_unused() -> None:
    """What no worker was started from for a while: each deploy of other code leaves a folder."""
    for folder in packages_folder().glob("*"):
        if folder.suffix == UNFINISHED or time.time() - folder.stat().st_mtime > KEPT_S:
            shutil.rmtree(folder, ignore_errors=True)


def _with_unpacked(config: dict[str, Any], code: bytes) -> dict[str, Any]:
    archives = [*(lambda_svc._resolve_layer_zip(layer) for layer in config.get("Layers", [])), code]
    folders = [str(_unpacked(archive)) for archive in archives if archive]
    variables = config.get("Environment", {}).get("Variables", {})
    variables = {**variables, LAYER_FOLDERS: os.pathsep.join(folders)}
    return {**config, "Layers": [], "Environment": {"Variables": variables}}


def _unpacked(archive: bytes) -> Path:
    folder = packages_folder() / content_digest(archive)
    with _unpacking:
        if not folder.exists():
            partial = folder.with_suffix(UNFINISHED)
            with zipfile.ZipFile(io.BytesIO(archive)) as opened:
                opened.extractall(partial)
            partial.rename(folder)
        os.utime(folder)
    return folder


def _archive_of_nothing() -> bytes:
    archive = io.BytesIO()
    zipfile.ZipFile(archive, "w").close()
    return archive.getvalue()


NOTHING = _archive_of_nothing()
