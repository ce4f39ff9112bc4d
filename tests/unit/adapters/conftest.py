import pytest

from echosphere.adapters import remembered_secret
from tests.unit.adapters.vault import Vault


@pytest.fixture
def vault(monkeypatch: pytest.MonkeyPatch) -> Vault:
    vault = Vault()
    monkeypatch.setattr(remembered_secret, "monotonic", lambda: vault.now_s)
    return vault
