"""Whether CloudFront will take the certificate of the page's own name, and the firewall."""

from collections.abc import Iterator
from fnmatch import fnmatch
from urllib.parse import urlsplit

from deploy.finding import Finding, ok, wrong
from deploy.preflight.aws import Aws, ask
from stacks.stage import Stage

# CloudFront looks for certificates and firewalls here alone, wherever all else stands.
CLOUDFRONTS_REGION = "us-east-1"


def places(stage: Stage) -> Iterator[Finding]:
    named = {"page_certificate_arn": _region(stage.page_certificate_arn), "firewall_region": stage.firewall_region}
    for field, region in named.items():
        if region == CLOUDFRONTS_REGION:
            yield ok(field, region)
        elif region is not None:
            yield wrong(field, f"in {region}, and CloudFront looks in {CLOUDFRONTS_REGION} alone: make it there")


def issued(stage: Stage, aws: Aws) -> Iterator[Finding]:
    arn, what = stage.page_certificate_arn, "the page's certificate"
    if arn is None:
        return

    def question() -> Finding:
        acm = aws.client("acm", region=_region(arn))
        certificate = acm.describe_certificate(CertificateArn=arn)["Certificate"]
        host = urlsplit(stage.page_origin or "").hostname or ""
        if certificate["Status"] != "ISSUED":
            return wrong(what, f"it is {certificate['Status']}: ACM's console says what it waits for")
        if not any(_covers(name, host) for name in certificate["SubjectAlternativeNames"]):
            return wrong(what, f"it does not name {host}: CloudFront would refuse it; ask for one that does")
        return ok(what, f"issued for {host}")

    yield ask(what, question)


def _covers(name: str, host: str) -> bool:
    """A star stands for one label."""
    return fnmatch(host, name) and host.count(".") == name.count(".")


def _region(arn: str | None) -> str | None:
    return arn.split(":")[3] if arn else None
