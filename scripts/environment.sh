# Read by the other scripts: where the project stands, and the tools they need. Plain POSIX sh.
# Wants $0 to be a script in this folder. Gives $root, the say/fail words and the prepare functions.

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
venv=$root/.venv

# The generators' banners about their own future are not for an editor.
NO_MKDOCS_2_WARNING=true
DISABLE_MKDOCS_2_WARNING=true
PIP_DISABLE_PIP_VERSION_CHECK=1
PYTHONUTF8=1
export NO_MKDOCS_2_WARNING DISABLE_MKDOCS_2_WARNING PIP_DISABLE_PIP_VERSION_CHECK PYTHONUTF8

say() { printf '%s\n' "$*"; }

fail() { # what went wrong, then how to mend it
  printf '%s\n' "$1" >&2
  if [ $# -gt 1 ]; then printf '  Gör så här: %s\n' "$2" >&2; fi
  exit 1
}

# Run a command silently, keep what it wrote, and show that only if it fails.
quietly() { # log file, then the command
  log=$1
  shift
  if "$@" >"$log" 2>&1; then return 0; fi
  cat "$log" >&2
  return 1
}

# Set $python to a Python that is new enough.
find_python() {
  for python in "${PYTHON:-python3}" python3.14 python3.13 python3.12 python3.11; do
    if "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then return 0; fi
  done
  fail "Hittar ingen Python 3.11 eller nyare." "Installera den, till exempel: apt-get install python3 python3-venv python3-pip"
}

# One line that changes when the lock, the package's own description or the place does.
lock_mark() { printf '%s %s\n' "$(cat "$root/$1" "$root/pyproject.toml" | cksum)" "$root"; }

# Make .venv from a lock with hashes, once for each version of the lock.
prepare_python() { # lock file, what it is for in Swedish
  mark=$venv/.$1
  if [ -f "$mark" ] && [ "$(cat "$mark")" = "$(lock_mark "$1")" ] && "$venv/bin/python" -c '' 2>/dev/null; then
    return 0
  fi
  find_python
  say "Hämtar Python-paketen för $2 till .venv (görs en gång, tar någon minut) …"
  if ! "$venv/bin/python" -m pip --version >/dev/null 2>&1; then
    "$python" -m venv --clear "$venv" ||
      fail "Det gick inte att skapa en virtuell miljö." "Installera python3-venv: apt-get install python3-venv"
  fi
  quietly "$venv/pip.log" "$venv/bin/python" -m pip install --quiet --require-hashes -r "$root/$1" ||
    fail "Paketen i $1 gick inte att installera." "Läs raderna ovanför. Når datorn PyPI?"
  quietly "$venv/pip.log" "$venv/bin/python" -m pip install --quiet --no-deps --no-build-isolation -e "$root" ||
    fail "Löftet självt gick inte att installera." "Läs raderna ovanför."
  lock_mark "$1" >"$mark"
}

prepare_site() {
  # The test lock holds everything that the site's lock does.
  mark=$venv/.requirements-test.txt
  if [ -f "$mark" ] && [ "$(cat "$mark")" = "$(lock_mark requirements-test.txt)" ]; then
    prepare_python requirements-test.txt "webbplatsen och proven"
  else
    prepare_python requirements.txt "webbplatsen"
  fi
}

prepare_tests() { prepare_python requirements-test.txt "webbplatsen och proven"; }
