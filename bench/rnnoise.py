"""RNNoise as the page has it: its worklet in Chromium, on samples instead of a microphone."""

from base64 import b64decode, b64encode
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import av
import numpy
from playwright.async_api import async_playwright

from bench.recordings import OPUS_HZ, Samples
from tests.end_to_end.conftest import CHROMIUM, QUIET

PACKAGE = Path("node_modules/@sapphi-red/web-noise-suppressor/dist")
WORKLET, WASM = "/rnnoise/workletProcessor.js", "/rnnoise_simd.wasm"
THROUGH_RNNOISE = Path(__file__).with_name("rnnoise.js").read_text()

type Suppress = Callable[[Samples], Awaitable[Samples]]


@asynccontextmanager
async def rnnoise(rate: int) -> AsyncIterator[Suppress]:
    """Takes and gives mono samples at `rate`."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=[*QUIET])
        page = await browser.new_page()
        with _served() as origin:
            await page.goto(origin)

            async def suppress(samples: Samples) -> Samples:
                pcm = b64encode(samples.tobytes()).decode()
                given = {"pcm": pcm, "rate": rate, "worklet": WORKLET, "wasm": WASM}
                quiet = numpy.frombuffer(b64decode(await page.evaluate(THROUGH_RNNOISE, given)), numpy.int16)
                return _at(rate, quiet)

            yield suppress
        await browser.close()


@contextmanager
def _served() -> Iterator[str]:
    """The package's files at an address of loopback: a worklet is not loaded from anywhere else."""
    handler = partial(_Quiet, directory=str(PACKAGE))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


def _at(rate: int, samples: Samples) -> Samples:
    frame = av.AudioFrame.from_ndarray(samples.reshape(1, -1), format="s16", layout="mono")
    frame.sample_rate = OPUS_HZ
    resampler = av.AudioResampler(format="s16", layout="mono", rate=rate)
    return numpy.concatenate(
        [made.to_ndarray().reshape(-1) for each in (frame, None) for made in resampler.resample(each)]
    )
