#!/bin/bash
# worker.sh: empties the queue, batch after batch. SELARAS names the program; the connection is that of PGHOST, PGDATABASE and their like.
set -euo pipefail
export ANSWERS
ANSWERS=$(mktemp)
trap 'rm -f "$ANSWERS"' EXIT
here=$(dirname "$(readlink -f "$0")")
while :; do
  taken=$(psql -XqAt -f "$here/worker.sql")  # rows of this batch; a batch that fails ends the worker
  [[ $taken != 0 ]] || break
done
