#!/bin/sh
# Installs system packages: with apt where this user may, else it says which are missing.
# Usage: debian.sh PACKAGE[:PROGRAM-OR-FILE] …  A package whose program or file is there counts as installed.
set -eu
. "$(dirname "$0")/say.sh"

is_there() {
  package=${1%%:*} proof=${1#*:}
  [ "$proof" = "$1" ] && proof=$package
  case $proof in
    /*) [ -e "$proof" ] ;;
    *) command -v "$proof" >/dev/null 2>&1 ;;
  esac
}

missing=""
for each in "$@"; do is_there "$each" || missing="$missing ${each%%:*}"; done
[ -z "$missing" ] && exit 0

command -v apt-get >/dev/null 2>&1 || fail "These programs are missing; install them and run make again:$missing"
as_root=""
if [ "$(id -u)" -ne 0 ]; then
  sudo -n true 2>/dev/null || fail "Run this once, then make again:  sudo apt-get install$missing"
  as_root="sudo -n"
fi
say "system: installing$missing"
log=$(mktemp)
export DEBIAN_FRONTEND=noninteractive
# Another apt may run on a fresh machine, so it is waited for.
if ! { $as_root apt-get -o DPkg::Lock::Timeout=120 -qq update && $as_root apt-get -o DPkg::Lock::Timeout=120 -qq install -y --no-install-recommends $missing; } >"$log" 2>&1; then
  tail -n 20 "$log" >&2
  fail "apt could not install:$missing"
fi
rm -f "$log"
say "system: ready"
