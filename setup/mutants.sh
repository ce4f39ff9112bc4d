#!/bin/sh
# How many changes of the domain's code some rule notices. Fails under LEAST of a hundred.
# Arguments: the command that runs Python with mutmut.
set -eu
. "$(dirname "$0")/say.sh"
LEAST=80
copy=build/mutants
rm -rf "$copy"
mkdir -p "$copy"
git ls-files -z -- . ':!web' | xargs -0 cp --parents -t "$copy"
cd "$copy"
"$@" -m mutmut run
"$@" -m mutmut export-cicd-stats
"$@" - <<PY
import json
counts = json.load(open("mutants/mutmut-cicd-stats.json"))
noticed, all_of_them = counts["killed"] + counts["timeout"], counts["total"]
score = 100 * noticed / all_of_them
print(f"  mutants: {noticed} of {all_of_them} noticed, {score:.1f} %; the others: mutmut results, in $copy")
raise SystemExit(score < $LEAST)
PY
