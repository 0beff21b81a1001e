#!/bin/sh
# Lints the served schema, schema/derived.graphql, with @graphql-eslint at the versions that package-lock.json pins.
#
# Needs: npm and node 20.19 or newer. No package script runs.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cp "$here/package.json" "$here/package-lock.json" "$here/eslint.config.js" "$here/../../../schema/derived.graphql" "$work/"
cd "$work"
npm ci --ignore-scripts --prefer-offline --no-audit --no-fund --loglevel=error
node_modules/.bin/eslint --max-warnings=0 derived.graphql
