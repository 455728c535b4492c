#!/bin/sh
# Makes .venv where there is none and installs the program into it:   tools/setup.sh [EXTRA]    (EXTRA: dev)
# PYTHON names the interpreter to use; without it, the first of python3, python3.14 ... python3.11 that is new enough.
set -eu
cd "$(dirname "$0")/.."
extra=${1:-}
venv=.venv
oldest="(3, 11)"

complain() {
    printf '%s\n' "trucewatch: $1" >&2
    exit 1
}

is_new_enough() {
    "$1" -c "import sys; sys.exit(sys.version_info < $oldest)" 2>/dev/null
}

find_python() {
    for name in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11}; do
        if is_new_enough "$name"; then
            command -v "$name"
            return
        fi
    done
    complain "Python 3.11 or newer is needed; here is $(python3 --version 2>&1 || true). Name another with: make PYTHON=/path/to/python3 demo"
}

make_venv() {
    python=$(find_python)
    if "$python" -c "import ensurepip, venv" 2>/dev/null; then
        "$python" -m venv "$venv"
    elif command -v uv >/dev/null; then
        uv venv --quiet --python "$python" "$venv"
    elif command -v virtualenv >/dev/null; then
        virtualenv --quiet --python "$python" "$venv"
    else
        complain "$python cannot make virtual environments. On Debian and Ubuntu: sudo apt-get install python3-venv"
    fi
}

install() {
    if "$venv/bin/python" -c "import pip" 2>/dev/null; then
        "$venv/bin/python" -m pip install --quiet --disable-pip-version-check --editable "$1"
    elif command -v uv >/dev/null; then
        uv pip install --quiet --python "$venv/bin/python" --editable "$1"
    else
        complain "$venv has no pip; remove it with: make clean"
    fi
}

[ -x "$venv/bin/python" ] && is_new_enough "$venv/bin/python" || {
    rm -rf "$venv"
    make_venv
}
echo "Installing into $venv (only when pyproject.toml has changed) ..." >&2
install ".${extra:+[$extra]}"
