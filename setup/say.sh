# Sourced: one way to say what goes on, and one to stop with what to do.
say() { printf '  %s\n' "$*"; }
fail() { printf '\n  ✗ %s\n\n' "$*" >&2; exit 1; }
