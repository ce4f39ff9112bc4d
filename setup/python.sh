#!/bin/sh
# Makes .venv with Python 3.13 and the locked packages. Safe to repeat; quick when nothing changed.
set -eu
. "$(dirname "$0")/say.sh"
wanted=$(cat .python-version)

find_python() {
  for candidate in "python$wanted" "$(pyenv prefix "$wanted" 2>/dev/null || true)/bin/python" ; do
    if "$candidate" -c "import sys, venv, ensurepip; sys.exit(sys.version_info[:2] != (3, ${wanted#3.}))" >/dev/null 2>&1; then
      echo "$candidate"; return
    fi
  done
  if command -v uv >/dev/null 2>&1; then
    uv python install --quiet "$wanted" >&2 && uv python find "$wanted" && return
  fi
  fail "Python $wanted is missing. Install it (python.org, 'pyenv install $wanted' or 'uv python install $wanted') and run make again."
}

if [ ! -x .venv/bin/python ] || ! .venv/bin/python -c "import sys, pip; sys.exit(sys.version_info[:2] != (3, ${wanted#3.}))"; then
  python=$(find_python)
  say "python: making .venv with $("$python" --version)"
  rm -rf .venv
  "$python" -m venv .venv
fi
if [ ! -x .venv/bin/uv ]; then
  uv_pin=$(grep -o '^uv==[0-9.]*' requirements.txt)
  .venv/bin/python -m pip install --quiet --disable-pip-version-check "$uv_pin"
fi
say "python: installing the locked packages (about a minute the first time)"
.venv/bin/uv pip sync --quiet --python .venv/bin/python requirements.txt ||
  fail "The packages of requirements.txt could not be installed. Is the network up? pyopenjtalk also needs cmake and g++."
if [ -f build/ready/ears ]; then # the person said yes: `make ears`
  .venv/bin/uv pip install --quiet --python .venv/bin/python --group whisper
fi
say "python: ready"
