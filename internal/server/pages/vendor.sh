#!/bin/sh
# Rebuilds dist/ from the exact npm packages that npm/package-lock.json pins.
# npm checks each package against the SHA-512 in that file. A second run must
# change nothing, so "vendor.sh && git diff --exit-code" proves that dist/ is
# what the packages hold.
#
# Needs: npm and node 20 or newer. Nothing is built and no package script runs.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cp "$here/npm/package.json" "$here/npm/package-lock.json" "$work/"
(cd "$work" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error)

rm -rf "$here/dist"
mkdir "$here/dist"
node "$here/npm/vendor.mjs" "$work/node_modules" "$here/dist"
