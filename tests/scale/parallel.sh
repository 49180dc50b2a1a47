#!/bin/bash
# parallel.sh PROGRAM [COUNT]: many processes of `check --ndjson`, fed by GNU parallel, say together what one says, byte for byte.
set -euo pipefail
program=$(readlink -f "$1") count=${2:-600}
here=$(dirname "$(readlink -f "$0")")
command -v parallel >/dev/null || { echo "skipped: GNU parallel is not installed (./dev setup --all)"; exit 77; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$here/messages.sh" "$count" >"$work/in"
export SELARAS_CACHE=$work/cache
seconds() { local begin=$EPOCHREALTIME; "$@"; awk -v a="$begin" -v b="$EPOCHREALTIME" 'BEGIN { printf "%.1f", b - a }' >&3; }
exec 3>"$work/one.s"
seconds "$program" check --ndjson --jobs 1 <"$work/in" >"$work/one"
exec 3>"$work/many.s"
many() { parallel --will-cite --pipe --keep-order --block 200K --jobs 2 "$program" check --ndjson --jobs 1 <"$work/in" >"$work/many"; }
seconds many
lines=$(wc -l <"$work/one")
[[ $lines == "$count" ]] || { echo "$lines answers to $count lines"; exit 1; }
errors=$(grep -c '"error":' "$work/one" || true)
[[ $errors == $(((count + 500) / 1000)) ]] || { echo "$errors lines were refused"; exit 1; }
grep -q '"check": "policy/quantity"' "$work/one" || { echo "nothing was found in any message"; exit 1; }
cmp "$work/one" "$work/many"
echo "$count messages: one process $(cat "$work/one.s") s, GNU parallel with two $(cat "$work/many.s") s, $(wc -c <"$work/one") bytes the same"
