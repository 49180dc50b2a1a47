#!/bin/bash
# postgres.sh PROGRAM [COUNT]: two workers empty a queue in a real PostgreSQL while a third one dies with rows in its hands; the table says then what
# one process says, byte for byte. The server is started here, for this test alone, in a folder of its own and without a network.
set -euo pipefail
program=$(readlink -f "$1") count=${2:-300}
here=$(dirname "$(readlink -f "$0")")
skip() { echo "skipped: $1"; exit 77; }
bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | tail -1)
[[ -n $bin && -x $bin/initdb ]] || skip "postgresql is not installed (./dev setup --all)"
command -v psql >/dev/null || skip "psql is not installed (./dev setup --all)"
as_user=()
if [[ $(id -u) == 0 ]]; then  # PostgreSQL refuses to run as root
  command -v setpriv >/dev/null || skip "setpriv is not installed"
  as_user=(setpriv --reuid=nobody --regid=nogroup --clear-groups env HOME=/nonexistent)
fi
work=$(mktemp -d /tmp/selaras-pg.XXXXXX)
stop() { "${as_user[@]}" "$bin/pg_ctl" -D "$work/server/data" -m immediate stop >/dev/null 2>&1 || true; rm -rf "$work"; }
trap stop EXIT
mkdir "$work/server"
chmod 755 "$work"
[[ ${#as_user[@]} == 0 ]] || chown nobody:nogroup "$work/server"
cd "$work/server"
"${as_user[@]}" "$bin/initdb" -D "$work/server/data" -U postgres -A trust -N --no-locale -E UTF8 >"$work/log" 2>&1 || { cat "$work/log"; exit 1; }
"${as_user[@]}" "$bin/pg_ctl" -D "$work/server/data" -l "$work/server/log" -w -t 60 -o "-c listen_addresses='' -k $work/server -c fsync=off" start >>"$work/log" 2>&1 ||
  { cat "$work/log"; exit 1; }
export PGHOST=$work/server PGUSER=postgres PGDATABASE=postgres SELARAS=$program SELARAS_CACHE=$work/cache
export LC_ALL=C.UTF-8

"$here/messages.sh" "$count" >"$work/in"
psql -Xq -v ON_ERROR_STOP=1 -f "$here/queue.sql"
psql -Xq -v ON_ERROR_STOP=1 -c "\copy message (line) FROM '$work/in' WITH (FORMAT csv, DELIMITER E'\x01', QUOTE E'\x02')"
# A worker that has taken rows and will never answer.
psql -Xq -c "BEGIN; SELECT 1 FROM message ORDER BY id LIMIT 7 FOR UPDATE SKIP LOCKED; SELECT pg_sleep(3600)" >/dev/null 2>&1 &
dying=$!
until [[ $(psql -XqAt -c "SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'PgSleep'") == 1 ]]; do :; done
"$here/worker.sh" & first=$!
"$here/worker.sh" & second=$!
wait "$first" "$second"
left=$(psql -XqAt -c "SELECT count(*) FROM message WHERE report IS NULL")
[[ $left == 7 ]] || { echo "$left rows were left, not those 7 that somebody held"; exit 1; }
kill -9 "$dying"
psql -XqAt -c "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE wait_event = 'PgSleep'" >/dev/null
"$here/worker.sh"
psql -Xq -v ON_ERROR_STOP=1 -c "\copy (SELECT report FROM message ORDER BY id) TO '$work/out' WITH (FORMAT csv, DELIMITER E'\x01', QUOTE E'\x02')"
"$program" check --ndjson <"$work/in" >"$work/one"
[[ $(wc -l <"$work/one") == "$count" ]] || { echo "not every line was answered"; exit 1; }
cmp "$work/one" "$work/out"
echo "$count rows by two workers: the same bytes as one process"
