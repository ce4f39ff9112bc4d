import json
from collections.abc import Iterator

import pytest
from ministack.services import sts

from local.ministack.patches import sessions_kept

pytestmark = pytest.mark.unit
SESSION = {"Arn": "arn:aws:sts::000000000000:assumed-role/agent/agent", "SecretAccessKey": "secret", "SessionTags": {}}


@pytest.fixture(autouse=True)
def ours(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for name in ("get_state", "load_persisted_state"):
        monkeypatch.setattr(sts, name, getattr(sts, name))
    sts.register_session("ASIAKNOWN", dict(SESSION))
    yield
    sts.reset()


def known_after_a_restart() -> bool:
    written = json.dumps(sts.get_state())
    sts.reset()
    sts.load_persisted_state(json.loads(written))
    return "ASIAKNOWN" in sts._sessions


def test_stock_ministack_forgets_whom_it_gave_credentials() -> None:
    assert not known_after_a_restart()


def test_credentials_outlive_a_restart() -> None:
    sessions_kept.apply()

    assert known_after_a_restart()
    assert sts._sessions["ASIAKNOWN"].items() >= SESSION.items()
