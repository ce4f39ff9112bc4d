"""The functions on ports in memory, as in their unit tests."""

from tests.unit.lambdas.conftest import loop_of_the_process, stage

__all__ = ["loop_of_the_process", "stage"]
