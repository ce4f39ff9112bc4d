"""`python -m deploy.smoke OUTPUTS`, as `make deploy` calls it: what was deployed, and whether it answers."""

import sys
from pathlib import Path

import httpx2

from deploy.finding import tell
from deploy.outputs import Outputs, OutputsMissing
from deploy.smoke.checks import ANSWERS_WITHIN_S, checks


def main(path: str) -> int:
    try:
        outputs = Outputs.read(Path(path))
        print("\n".join(outputs.told()))
        with httpx2.Client(timeout=ANSWERS_WITHIN_S) as http:
            failures = tell(checks(outputs, http))
    except OutputsMissing as error:
        print(f"\n  ✗ {error}\n", file=sys.stderr)
        return 1
    if failures:
        print(f"\n  ✗ it is deployed, and {failures} of what was asked of it went wrong\n", file=sys.stderr)
    return min(failures, 1)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
