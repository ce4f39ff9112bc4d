"""What one question found out, as one line for whoever deploys."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    OK = "ok"
    WRONG = "wrong"
    UNASKED = "could not be asked"


@dataclass(frozen=True)
class Finding:
    """`says` of what is wrong ends with what to do."""

    what: str
    verdict: Verdict
    says: str

    def __str__(self) -> str:
        return f"  {self.verdict:<18}  {self.what}: {self.says}"


def ok(what: str, says: str) -> Finding:
    return Finding(what, Verdict.OK, says)


def wrong(what: str, says: str) -> Finding:
    return Finding(what, Verdict.WRONG, says)


def unasked(what: str, says: str) -> Finding:
    return Finding(what, Verdict.UNASKED, says)


def tell(findings: Iterable[Finding]) -> int:
    """Prints each as it comes; how many are wrong."""
    failures = 0
    for finding in findings:
        print(finding, flush=True)
        failures += finding.verdict is Verdict.WRONG
    return failures
