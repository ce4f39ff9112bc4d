"""The local cloud's certificate, signed by itself and trusted by its clients alone.

MiniStack makes one with the openssl command, which a bare machine may not have.
"""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

LASTS = timedelta(days=365)
RENEWED_BEFORE_ITS_END = timedelta(days=30)
NAMES = (x509.DNSName("localhost"), x509.IPAddress(ip_address("127.0.0.1")), x509.IPAddress(ip_address("::1")))


def _now() -> datetime:
    return datetime.now(UTC)


def ensure_certificate(certificate: Path, key: Path, *, now: Callable[[], datetime] = _now) -> None:
    """Both are PEM files; only their owner reads the key."""
    if certificate.is_file() and key.is_file() and _lasts(certificate, now()):
        return
    certificate.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    private = ec.generate_private_key(ec.SECP256R1())
    form, plain = serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    key.unlink(missing_ok=True)
    key.touch(mode=0o600)
    key.write_bytes(private.private_bytes(serialization.Encoding.PEM, form, plain))
    certificate.write_bytes(_signed(private, now()).public_bytes(serialization.Encoding.PEM))


def _lasts(certificate: Path, now: datetime) -> bool:
    written = x509.load_pem_x509_certificate(certificate.read_bytes())
    return written.not_valid_after_utc - now > RENEWED_BEFORE_ITS_END


def _signed(private: ec.EllipticCurvePrivateKey, now: datetime) -> x509.Certificate:
    """With each extension that Python's strict verification, OpenSSL's and Node's ask a server's certificate for."""
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "EchoSphere on this machine")])
    public = private.public_key()
    return (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(public)
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(minutes=5))
        .not_valid_after(now + LASTS)
        .add_extension(x509.SubjectAlternativeName(NAMES), critical=False)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(public), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(public), critical=False)
        .sign(private, hashes.SHA256())
    )
