#!/usr/bin/env bash
# Starts the binary on an empty file with the seeds, and lets schemathesis ask it: run.sh [CASES]. It needs Python 3.10 or newer with venv.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'kill "${server:-}" 2>/dev/null || true; rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q --disable-pip-version-check -r "$here/requirements.txt"
(cd "$here/../../../.." && go build -o "$work/parley" ./cmd/parley)
"$work/parley" serve --store "sqlite:$work/parley.db" --listen 127.0.0.1:0 >"$work/out" 2>"$work/log" &
server=$!
for _ in $(seq 100); do
  url=$(sed -n 's/^ *\(http[^ ]*\/graphql\) .*/\1/p' "$work/out")
  [ -z "$url" ] || break
  sleep 0.1
done
[ -n "$url" ] || { cat "$work/log"; exit 1; }
"$work/venv/bin/python" "$here/check.py" "$url" "${1:-2000}"
