"""Serves MiniStack until it is told to stop, and keeps its state meanwhile.

Its own `main` is not used: as root it also listens on port 443, and it waits for open connections when it stops.
"""

import asyncio
import logging
import os
import shutil
import signal
import tempfile
from pathlib import Path

from hypercorn.asyncio import serve as serve_asgi
from hypercorn.config import Config
from ministack import app
from ministack.core import lambda_runtime

from local.mediaconvert.transcode import FOLDER_PREFIX
from local.ministack.autosave import Autosave
from local.ministack.certificate import ensure_certificate
from local.ministack.patches.packages_unpacked_once import forget_unused

SAVE_EVERY_S = 2.0
KEEP_ALIVE_S = 75


async def serve() -> None:
    _clear_function_folders()
    autosave = Autosave(Path(os.environ["STATE_DIR"]))
    saving = asyncio.create_task(autosave.run(every_s=SAVE_EVERY_S))
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, _stop, autosave)
    await serve_asgi(app.app, _config(), shutdown_trigger=asyncio.Event().wait)
    saving.cancel()


def _config() -> Config:
    config = Config()
    config.bind = [f"{os.environ['BIND_HOST']}:{os.environ['GATEWAY_PORT']}"]
    config.certfile, config.keyfile = os.environ["MINISTACK_SSL_CERT"], os.environ["MINISTACK_SSL_KEY"]
    ensure_certificate(Path(config.certfile), Path(config.keyfile))
    config.keep_alive_timeout = KEEP_ALIVE_S
    config.loglevel = "WARNING"
    return config


def _stop(autosave: Autosave) -> None:
    """Waiting for the open connections of the functions' workers takes MiniStack over 20 s; nothing is lost without."""
    try:
        autosave.save()
        lambda_runtime.reset()
    finally:
        logging.shutdown()
        os._exit(0)


def _clear_function_folders() -> None:
    """A killed server leaves the folders of its functions' workers behind, and half-made media."""
    temporary = Path(tempfile.gettempdir())
    media = temporary.glob(f"{FOLDER_PREFIX}*")
    for folder in [*temporary.glob("ministack-lambda-*"), *media]:
        shutil.rmtree(folder, ignore_errors=True)
    forget_unused()
