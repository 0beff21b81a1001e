#!/bin/sh
# Rebuilds dist/ from web/ with the exact npm packages that web/package-lock.json pins, after its types, lint and tests. A second run must change
# nothing, so "build.sh && git diff --exit-code" proves that dist/ and the types are what the sources say.
#
# Needs: npm and node 20.19 or newer. No script of a package runs.
set -eu

cd "$(dirname -- "$0")/web"
npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
npm run --silent types -- --silent
npm run --silent lint
npm test --silent
npm run --silent build -- --logLevel warn
