import ssl
import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from local.ministack.certificate import LASTS, ensure_certificate

pytestmark = pytest.mark.unit

NOW = datetime(2026, 1, 1, tzinfo=UTC)


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    return tmp_path / "tls" / "certificate.pem", tmp_path / "tls" / "key.pem"


def made(files: tuple[Path, Path], *, after: timedelta = timedelta()) -> bytes:
    certificate, key = files
    ensure_certificate(certificate, key, now=lambda: NOW + after)
    return certificate.read_bytes()


def test_a_certificate_is_kept_while_it_lasts(files: tuple[Path, Path]) -> None:
    assert made(files) == made(files, after=LASTS / 2)


def test_a_certificate_is_renewed_before_it_ends(files: tuple[Path, Path]) -> None:
    assert made(files) != made(files, after=LASTS - timedelta(days=1))


def test_only_its_owner_reads_the_key(files: tuple[Path, Path]) -> None:
    made(files)

    assert stat.S_IMODE(files[1].stat().st_mode) == 0o600


def test_the_key_is_that_of_the_certificate(files: tuple[Path, Path]) -> None:
    made(files)

    ssl.create_default_context(ssl.Purpose.CLIENT_AUTH).load_cert_chain(*files)
