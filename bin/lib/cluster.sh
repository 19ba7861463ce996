# shellcheck shell=bash
# A private PostgreSQL cluster: reached through a socket in a closed directory,
# and through nothing else. PostgreSQL refuses to run as root; root's cluster
# therefore runs as the user `postgres` that Debian's package brings.
#
#   cluster_start DIR [setting=value …]   makes it if need be, starts it
#   cluster_url DATABASE [ROLE]           its address
#   cluster_stop                          stops it (nothing happens if it is not ours to stop)

CLUSTER_DIR=
CLUSTER_SOCKET=
CLUSTER_USER=
CLUSTER_BIN=
CLUSTER_STARTED=

as_cluster_user() (
  cd /
  if [[ $EUID -eq 0 ]]; then exec runuser -u "$CLUSTER_USER" -- "$@"; else exec "$@"; fi
)

# Who runs the cluster in $1: root leaves it to whom it belongs already.
cluster_user() {
  [[ $EUID -eq 0 ]] || { id -un; return; }
  local owner
  owner=$(stat -c %U "$1/data" 2>/dev/null || echo root)
  [[ $owner != root ]] || owner=postgres
  id -u "$owner" >/dev/null 2>&1 || fail "PostgreSQL refuses to run as root, and there is no user $owner to run it"
  echo "$owner"
}

# The place of the cluster wanted in $1: there if its user can get there.
cluster_place() {
  local parent
  parent=$(dirname "$1")
  mkdir -p "$parent" || fail "cannot make the directory $parent"
  if [[ $EUID -ne 0 ]] || as_cluster_user test -x "$parent"; then
    echo "$1"
  else
    echo "/var/lib/samal-dev/$(sha256sum <<<"$1" | cut -c1-12)"
  fi
}

# The socket's directory: beside the data, unless that path is too long for a
# socket or has letters that would need quoting.
cluster_socket() {
  if [[ ${#1} -le 70 && $1 =~ ^[A-Za-z0-9/._-]+$ ]]; then
    echo "$1/socket"
  else
    echo "/tmp/samal-$(sha256sum <<<"$1" | cut -c1-12)"
  fi
}

# A directory that only its owner (and root) can enter.
cluster_private() {
  [[ -d $1 ]] || mkdir -m 700 "$1" || fail "cannot make the directory $1"
  [[ $EUID -ne 0 || $(stat -c %U "$1") == "$CLUSTER_USER" ]] || chown "$CLUSTER_USER:" "$1"
  [[ ! -L $1 && $(stat -c %U "$1") == "$CLUSTER_USER" ]] ||
    fail "$1 belongs to $(stat -c %U "$1"), not to $CLUSTER_USER: run this as root, as the first time, or remove it"
}

cluster_find() {
  unset PGHOST PGPORT PGUSER PGPASSWORD PGDATABASE PGDATA PGSERVICE PGOPTIONS
  CLUSTER_USER=$(cluster_user "$1")
  CLUSTER_DIR=$(cluster_place "$1")
  CLUSTER_SOCKET=$(cluster_socket "$CLUSTER_DIR")
}

cluster_pid() { head -n 1 "$CLUSTER_DIR/data/postmaster.pid" 2>/dev/null; }

# Running means: the process that the pid file names works in our directory.
cluster_running() {
  local pid
  pid=$(cluster_pid) && [[ -n $pid && /proc/$pid/cwd -ef $CLUSTER_DIR/data ]]
}

# Is any process of a server (they all work in the data directory) left?
cluster_inhabited() {
  local process
  for process in /proc/[0-9]*; do
    [[ ! $process/cwd -ef $CLUSTER_DIR/data ]] || return 0
  done
  return 1
}

cluster_ready() { "$CLUSTER_BIN/pg_isready" -q -h "$CLUSTER_SOCKET" -p 5432; }

cluster_create() {
  local fresh=$CLUSTER_DIR/data.new
  progress "making a private PostgreSQL cluster in $CLUSTER_DIR"
  rm -rf "$fresh"
  as_cluster_user "$CLUSTER_BIN/initdb" --pgdata="$fresh" --username=postgres --encoding=UTF8 --locale=C.UTF-8 \
    --auth-local=trust --auth-host=reject --no-sync --no-instructions >/dev/null ||
    fail "initdb could not make a cluster in $CLUSTER_DIR: see above"
  sync -f "$fresh"
  mv "$fresh" "$CLUSTER_DIR/data"
}

cluster_settings() {
  local setting
  cat <<END
# Written anew at every start.
listen_addresses = ''
port = 5432
unix_socket_directories = '$CLUSTER_SOCKET'
max_connections = 100
shared_buffers = 256MB
effective_cache_size = 1GB
random_page_cost = 1.1
jit = off
timezone = 'UTC'
log_timezone = 'UTC'
END
  for setting; do printf "%s = '%s'\n" "${setting%%=*}" "${setting#*=}"; done
}

# What Debian may have upgraded meanwhile.
cluster_version() {
  local version
  version=$(cat "$CLUSTER_DIR/data/PG_VERSION" 2>/dev/null) || version=
  CLUSTER_BIN=$(postgres_bin "$version") ||
    fail "$CLUSTER_DIR was made by PostgreSQL $version, which is gone: install postgresql-$version, or move that directory away to begin anew"
  version=$("$CLUSTER_BIN/postgres" --version | grep -oE '[0-9]+' | head -n 1)
  [[ $version -ge 15 ]] || fail "PostgreSQL 15 or newer is needed, and this machine has $version"
}

# After a kill -9 or a power cut the pid files stay, and may name a zombie or by
# now somebody else's process, which would keep PostgreSQL from starting. Where
# nobody is at home they are stale.
cluster_sweep() {
  for _ in {1..100}; do
    cluster_inhabited || break
    sleep 0.1
  done
  cluster_inhabited ||
    rm -f "$CLUSTER_DIR/data/postmaster.pid" "$CLUSTER_SOCKET"/.s.PGSQL.5432{,.lock}
}

cluster_launch() {
  local log=$CLUSTER_DIR/postgres.log reason
  as_cluster_user "$CLUSTER_BIN/pg_ctl" -D "$CLUSTER_DIR/data" -l "$log" -s -w -t 60 start >/dev/null 2>&1 9>&- && return 0
  reason=$(tail -n 20 "$log" 2>/dev/null | grep -E 'FATAL|PANIC' | tail -n 1) || reason=$(tail -n 1 "$log")
  fail "PostgreSQL did not start (its log: $log): $reason"
}

cluster_start() {
  cluster_find "$1"
  shift
  [[ $CLUSTER_DIR != /var/lib/samal-dev/* ]] || mkdir -p /var/lib/samal-dev
  cluster_private "$CLUSTER_DIR"
  cluster_private "$CLUSTER_SOCKET"
  cluster_version
  [[ -e $CLUSTER_DIR/data/PG_VERSION ]] || cluster_create
  CLUSTER_STARTED=1
  if cluster_running && cluster_ready; then return 0; fi

  cluster_sweep
  local conf=$CLUSTER_DIR/data/postgresql.conf
  cluster_settings "$@" >"$CLUSTER_DIR/data/samal.conf"
  chmod a+r "$CLUSTER_DIR/data/samal.conf"
  grep -q "^include 'samal.conf'" "$conf" || echo "include 'samal.conf'" >>"$conf"
  cluster_launch
}

# cluster_database NAME: the database and the plain role that owns it.
cluster_database() {
  local psql=("$CLUSTER_BIN/psql" -qXtA -v ON_ERROR_STOP=1 -d "$(cluster_url postgres)")
  [[ $("${psql[@]}" -c "SELECT 1 FROM pg_database WHERE datname = '$1'") == 1 ]] && return 0
  [[ $("${psql[@]}" -c "SELECT 1 FROM pg_roles WHERE rolname = '$1'") == 1 ]] ||
    "${psql[@]}" -c "CREATE ROLE $1 LOGIN" ||
    fail "the role $1 could not be made: see above"
  "${psql[@]}" -c "CREATE DATABASE $1 OWNER $1" || fail "the database $1 could not be made: see above"
}

cluster_url() { echo "postgres://${2:-postgres}@${CLUSTER_SOCKET//\//%2F}/$1"; }

cluster_stop() {
  [[ -n $CLUSTER_STARTED ]] || return 0
  CLUSTER_STARTED=
  cluster_running || return 0
  as_cluster_user "$CLUSTER_BIN/pg_ctl" -D "$CLUSTER_DIR/data" -s -m fast -w -t 60 stop >/dev/null 2>&1 ||
    ! cluster_running ||
    progress "PostgreSQL did not stop in a minute: see $CLUSTER_DIR/postgres.log"
  [[ $CLUSTER_SOCKET == "$CLUSTER_DIR"/* ]] || rmdir "$CLUSTER_SOCKET" 2>/dev/null || true
}

# open_database existing|create: leaves DATABASE_URL if it is set; else sets it to the
# private cluster, which is started for as long as this command runs.
open_database() {
  CLUSTER_BIN=$(postgres_bin "") || fail "the PostgreSQL tools are missing: install postgresql, or call bin/run once"
  [[ -z ${DATABASE_URL:-} ]] || return 0
  local wanted
  wanted=$(var_dir)/pg
  cluster_find "$wanted"
  [[ ! -d $CLUSTER_DIR ]] || cluster_private "$CLUSTER_DIR"
  [[ -e $CLUSTER_DIR/data/PG_VERSION || $1 == create ]] ||
    fail "there is no database yet: call bin/run once, or set DATABASE_URL"
  cluster_version
  if ! cluster_running; then
    lock_checkout
    trap 'cluster_stop' EXIT
    trap 'exit 130' INT TERM HUP
    cluster_start "$wanted"
  fi
  cluster_database samal
  DATABASE_URL=$(cluster_url samal samal)
  export DATABASE_URL
}
