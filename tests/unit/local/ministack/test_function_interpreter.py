import sys
from pathlib import Path

import pytest
from ministack.core import lambda_runtime

from local.ministack.patches import function_interpreter

pytestmark = pytest.mark.unit


def interpreter() -> str:
    binary, _script = lambda_runtime._detect_runtime_binary("python3.13")
    return str(binary)


def test_stock_ministack_runs_functions_among_its_own_packages() -> None:
    assert interpreter() == sys.executable


def test_a_function_sees_no_package_of_the_virtual_environment() -> None:
    function_interpreter.apply()

    path = Path(interpreter())
    assert path.is_file()
    assert not path.is_relative_to(sys.prefix)


def test_functions_in_javascript_keep_their_runtime() -> None:
    function_interpreter.apply()

    assert lambda_runtime._detect_runtime_binary("nodejs22.x")[0] == "node"
