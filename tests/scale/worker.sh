#!/bin/bash
# worker.sh: empties the queue, batch after batch. SELARAS names the program; the connection is that of PGHOST, PGDATABASE and their like.
set -euo pipefail
export ANSWERS
ANSWERS=$(mktemp)
trap 'rm -f "$ANSWERS"' EXIT
until [[ $(psql -XqAt -f "$(dirname "$(readlink -f "$0")")/worker.sql") == 0 ]]; do :; done
