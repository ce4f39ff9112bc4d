"""`python -m deploy.preflight STAGE`, as `make deploy` calls it: a line for each thing, all that is wrong at once."""

import json
import sys
from pathlib import Path

from deploy.finding import tell
from deploy.preflight.aws import AwsAccount
from deploy.preflight.checks import findings
from stacks.stage import StageError, read_stage

ROOT = Path(__file__).parents[2]


def main(name: str) -> int:
    context = json.loads((ROOT / "cdk.json").read_text())["context"]
    try:
        stage = read_stage({**context, "stage": name}.get)
    except StageError as error:
        print(f"\n  ✗ {error}\n", file=sys.stderr)
        return 1
    if failures := tell(findings(stage, lambda: AwsAccount(stage.region))):
        print(f"\n  ✗ {failures} to mend before stage {name} is deployed\n", file=sys.stderr)
    return min(failures, 1)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
