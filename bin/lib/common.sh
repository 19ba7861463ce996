# shellcheck shell=bash
# What every command here shares: where things are, how to speak, how to
# install what is missing, and how to run a child that stops when we do.

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
COMMAND=$(basename "$0")
cd "$ROOT" || exit
umask 022
CHILD=   # what runs now, attended
STOPPED= # were we told to stop?

progress() { printf '\033[1;36m==>\033[0m %s\n' "$*" >&2; }
fail() {
  [[ -z $STOPPED ]] || exit 130 # whatever failed, failed of that
  printf '%s: %s\n' "$COMMAND" "$*" >&2
  exit 1
}

absolute() { realpath -m -- "$1"; }
var_dir() { absolute "${SAMAL_VAR:-var}"; }
uploads_dir() { absolute "${SAMAL_UPLOADS:-uploads}"; }

# have PACKAGE: is it here, installed by Debian or otherwise?
have() {
  case $1 in
    postgresql) postgres_bin "" ;;
    gcc) command -v cc ;;
    libc6-dev) [[ -e /usr/include/stdlib.h ]] ;;
    pkg-config | chromium) command -v "$1" ;;
    chromium-driver) command -v chromedriver ;;
    libpq-dev) command -v pkg-config && pkg-config --exists libpq ;;
    *) dpkg -s "$1" ;;
  esac >/dev/null 2>&1
}

# need PACKAGE…: installs those that are missing.
need() {
  local package missing=() as_root=()
  for package; do have "$package" || missing+=("$package"); done
  [[ ${#missing[@]} -gt 0 ]] || return 0

  command -v apt-get >/dev/null ||
    fail "please install ${missing[*]} first: only Debian and Ubuntu can be served automatically"
  if [[ $EUID -ne 0 ]]; then
    command -v sudo >/dev/null ||
      fail "please install ${missing[*]} first (as root: apt-get install ${missing[*]}): there is no sudo here"
    as_root=(sudo)
    [[ -t 0 ]] || as_root+=(-n)
  fi

  progress "installing ${missing[*]} (apt-get)"
  local quiet=() conf=/etc/postgresql-common/createcluster.d
  as_root+=(env DEBIAN_FRONTEND=noninteractive)
  quiet=(apt-get -qq -o DPkg::Lock::Timeout=120 -o Dpkg::Use-Pty=0)
  # Debian would start a server of its own with the package; we bring ours.
  [[ " ${missing[*]} " != *" postgresql "* ]] ||
    "${as_root[@]}" sh -c "mkdir -p $conf && echo create_main_cluster = false >$conf/samal.conf" ||
    fail "could not become root to install ${missing[*]}"
  "${as_root[@]}" "${quiet[@]}" update >&2 || fail "apt-get update failed: see above"
  "${as_root[@]}" "${quiet[@]}" install -y --no-install-recommends "${missing[@]}" </dev/null >&2 ||
    fail "apt-get could not install ${missing[*]}: see above"
  "${as_root[@]}" rm -f "$conf/samal.conf"
}

# need_rust [COMPONENT…]: cargo, and of rustup's components those named.
need_rust() {
  command -v cargo >/dev/null || PATH="$HOME/.cargo/bin:$PATH"
  command -v cargo >/dev/null ||
    fail "Rust is missing: install it as https://rustup.rs says, then try again"
  local component
  for component; do
    cargo "$component" --version >/dev/null 2>&1 && continue
    progress "adding cargo $component (rustup)"
    rustup component add "${component/#fmt/rustfmt}" >&2 ||
      fail "cargo $component is missing: add it by rustup component add ${component/#fmt/rustfmt}"
  done
}

# postgres_bin VERSION: where its programs are; with "", those of the newest here.
postgres_bin() {
  local found
  found=$(find /usr/lib/postgresql/"$1"* -maxdepth 2 -path '*/bin/initdb' 2>/dev/null | sort -V | tail -n 1)
  [[ -n $found ]] || { [[ -z $1 ]] && found=$(command -v initdb); } || return 1
  dirname "$(readlink -f "$found")"
}

# lock_checkout: one command at a time works on the data of this checkout.
# Descriptor 9 holds the lock and lets go by itself however the command ends.
lock_checkout() {
  local file
  file=$(var_dir)/run.lock
  mkdir -p "$(dirname "$file")" || fail "cannot make the directory $(dirname "$file")"
  [[ -w $file || (! -e $file && -w $(dirname "$file")) ]] ||
    fail "cannot write $file, which belongs to $(stat -c %U "$file" 2>/dev/null || stat -c %U "$(dirname "$file")"): run this as that user"
  exec 9>>"$file"
  flock -n 9 ||
    fail "$(sed 's/ / (process /; s/$/)/' "$file") is at work in this checkout: stop it first"
  printf '%s %s\n' "bin/$COMMAND" $$ >"$file"
}

# attended COMMAND…: runs it in a session of its own, so that a stop, however it
# reaches us, is passed on to it exactly once; then we end as it ended.
# Descriptor 9, where a command keeps its lock, stays ours.
attended() {
  [[ -z $STOPPED ]] || exit 130
  local status=0
  setsid "$@" 9>&- &
  CHILD=$!
  [[ -z $STOPPED ]] || end_child
  while :; do
    status=0
    wait "$CHILD" || status=$?
    kill -0 "$CHILD" 2>/dev/null || break
  done
  if [[ -n $STOPPED ]]; then # a wait that the stop cut short told nothing
    status=0
    wait "$CHILD" || status=$?
    exit "$status"
  fi
  CHILD=
  return "$status"
}
end_child() { kill -TERM -- "-$CHILD" 2>/dev/null || kill -TERM "$CHILD" 2>/dev/null || true; }
stop_attended() {
  [[ -z $STOPPED ]] || return 0
  STOPPED=1
  [[ -z $CHILD ]] || end_child
}
