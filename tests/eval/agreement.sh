#!/bin/sh
# The scoreboard of `selaras eval` and the independent scorer agree: both on the same run, every figure that both have, set by set.
# usage: agreement.sh PROGRAM
set -eu
program=$1
here=$(dirname "$0")
if ! python3 -c 'import yaml' 2>/dev/null; then
  echo "skipped: python3-yaml is not installed (./dev setup --all)"
  exit 77
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# 0 and 1 are a report; 2 is one too, of what could be run: a set is scored all the same, by both.
ran() {
  code=0
  "$@" 2>"$work/errors" || code=$?
  [ "$code" -le 2 ] && return
  echo "exit code $code: $*" >&2
  tail -5 "$work/errors" >&2
  exit 1
}

for set in "$here"/dev/*/; do
  ran "$program" check "$set" --format json >"$work/report.json"
  for how in "strict A,B,C" "all A,B,C,D,E,F,G"; do
    strength=${how% *}
    codes=${how#* }
    all=
    [ "$strength" = strict ] || all=--all
    # shellcheck disable=SC2086 # no option at all when empty
    ran "$program" eval "$set" --json --codes "$codes" $all >"$work/ours.json"
    python3 "$here/score.py" "$set" "$work/report.json" --json --codes "$codes" --strength "$strength" >"$work/theirs.json"
    python3 "$here/same_figures.py" "$(basename "$set") $strength $codes" "$work/ours.json" "$work/theirs.json"
  done
done
