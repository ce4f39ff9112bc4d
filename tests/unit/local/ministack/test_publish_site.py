import pytest
from ministack.core import lambda_runtime

from local.ministack.patches import publish_site
from local.ministack.resource_handlers import HANDLERS

pytestmark = pytest.mark.unit


def test_stock_ministack_hands_the_deployment_to_a_function_whose_layer_is_not_at_opt() -> None:
    constants = lambda_runtime.Worker._spawn.__code__.co_consts

    assert publish_site.TYPE not in HANDLERS
    assert not any(str(it).startswith("/opt") for it in constants)


def test_the_deployment_is_done_in_the_process() -> None:
    publish_site.apply()

    assert HANDLERS[publish_site.TYPE].keys() == {"create", "update", "delete"}
