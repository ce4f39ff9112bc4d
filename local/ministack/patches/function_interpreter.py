"""MiniStack runs Python functions with its own interpreter, whose packages would hide one that the layer lacks.

The interpreter below the virtual environment has the standard library alone, so a function finds what is deployed.
"""

import sys
from pathlib import Path

from ministack.core import lambda_runtime


def apply() -> None:
    stock = lambda_runtime._detect_runtime_binary
    base = Path(sys.base_prefix) / "bin" / f"python{sys.version_info.major}.{sys.version_info.minor}"

    def detect_runtime_binary(runtime: str) -> tuple[str, str]:
        binary, worker_script = stock(runtime)
        if runtime.startswith("python"):
            binary = str(base)
        return binary, worker_script

    lambda_runtime._detect_runtime_binary = detect_runtime_binary
