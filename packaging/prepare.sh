# shellcheck shell=bash
# Sourced by run and test: system libraries, a Chinese font, and a virtual environment with pinned packages.
# What is already there is left alone, so a second start needs neither apt nor a network.

ROOT=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd -P)
export PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_INPUT=1

say() { printf '%s\n' "$*" >&2; }
die() { say "$*"; exit 3; }

# What Qt's platform plug-ins load and PySide6 does not bring along, each with its Debian package.
WINDOW_LIBRARIES="
libglib-2.0.so.0 libglib2.0-0
libEGL.so.1 libegl1
libGL.so.1 libgl1
libfontconfig.so.1 libfontconfig1
libxkbcommon.so.0 libxkbcommon0
libdbus-1.so.3 libdbus-1-3
libxkbcommon-x11.so.0 libxkbcommon-x11-0
libxcb-cursor.so.0 libxcb-cursor0
libxcb-icccm.so.4 libxcb-icccm4
libxcb-keysyms.so.1 libxcb-keysyms1
libxcb-shape.so.0 libxcb-shape0
"

# A supported Python: the one the caller names in PYTHON, else the newest found.
find_python() {
    local candidate
    for candidate in ${PYTHON:+"$PYTHON"} python3.13 python3.12 python3.11 python3; do
        if "$candidate" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))' 2>/dev/null; then
            command -v -- "$candidate"
            return
        fi
    done
    die "需要 Python 3.11、3.12 或 3.13 / Python 3.11 to 3.13 is needed: sudo apt-get install python3 python3-venv"
}

# Where there is no list of libraries to ask, check_qt asks the loader later.
has_library() { [[ ! -x /sbin/ldconfig || "$(/sbin/ldconfig -p 2>/dev/null || true)" == *"$1 "* ]]; }

has_chinese_font() {
    if command -v fc-list >/dev/null 2>&1; then
        [[ -n "$(fc-list :lang=zh-cn family 2>/dev/null)" ]]
        return
    fi
    [[ -n "$(find /usr/share/fonts /usr/local/share/fonts "${HOME:-/nonexistent}/.fonts" \
        "${HOME:-/nonexistent}/.local/share/fonts" \
        \( -iname '*cjk*' -o -iname 'wqy*' -o -iname '*sourcehan*' -o -iname '*notosanssc*' \) -print -quit \
        2>/dev/null)" ]]
}

# missing_packages PYTHON COMMAND=PACKAGE...: Debian packages that are not there, one to a line.
missing_packages() {
    local python=$1 library package need
    shift
    "$python" -c 'import ensurepip, venv' 2>/dev/null || echo python3-venv
    while read -r library package; do
        [[ -z "$library" ]] || has_library "$library" || echo "$package"
    done <<<"$WINDOW_LIBRARIES"
    has_chinese_font || echo fonts-noto-cjk
    for need in "$@"; do
        command -v "${need%%=*}" >/dev/null 2>&1 || echo "${need#*=}"
    done
}

install_packages() {
    local -a apt=(apt-get)
    if ! command -v apt-get >/dev/null 2>&1; then return 1; fi
    if [[ ${EUID} -ne 0 ]]; then
        sudo -n true 2>/dev/null || return 1
        apt=(sudo -n env DEBIAN_FRONTEND=noninteractive apt-get)
    fi
    export DEBIAN_FRONTEND=noninteractive
    say "安装系统组件 / installing system packages: $*"
    # The lists may be missing or old: only then is a new one worth its time.
    "${apt[@]}" install -y -qq --no-install-recommends "$@" </dev/null >/dev/null 2>&1 && return
    "${apt[@]}" update -qq </dev/null >/dev/null &&
        "${apt[@]}" install -y -qq --no-install-recommends "$@" </dev/null >/dev/null
}

# prepare_system PYTHON COMMAND=PACKAGE...
prepare_system() {
    local -a missing
    mapfile -t missing < <(missing_packages "$@")
    [[ ${#missing[@]} -gt 0 ]] || return 0
    if install_packages "${missing[@]}"; then return; fi
    if [[ "${missing[*]}" == fonts-noto-cjk ]]; then
        say "没有中文字体，文字会显示成方框 / no Chinese font: sudo apt-get install fonts-noto-cjk"
        return
    fi
    die "请先安装系统组件 / please install first: sudo apt-get install ${missing[*]}"
}

# Where the virtual environment lies: in the checkout, or in the user's cache where that is read-only.
environment_folder() {
    if [[ -n "${CPPCC_READER_VENV:-}" ]]; then
        echo "$CPPCC_READER_VENV"
    elif [[ -w "$ROOT" ]]; then
        echo "$ROOT/.venv"
    else
        echo "${XDG_CACHE_HOME:-${HOME:-/tmp}/.cache}/cppcc-reader/venv-$(cksum <<<"$ROOT" | cut -d' ' -f1)"
    fi
}

# Errors only: pip and setuptools warn at length about mirrors and editable installs.
pip_install() {
    local venv=$1
    shift
    "$venv/bin/python" -m pip --quiet --quiet install -c "$ROOT/packaging/constraints.txt" "$@" </dev/null >&2
}

# Whether VENV is whole and of the same Python as the one found; else it is made again.
is_usable() { [[ "$("$1/bin/python" -c "$VERSION; import pip" 2>/dev/null)" == "$("$2" -c "$VERSION")" ]]; }
VERSION='import sys; print(sys.version)'

# install_project VENV EXTRA: pinned dependencies, then the project itself as an editable install.
install_project() {
    local venv=$1 extra=$2
    say "安装 Python 组件（只在第一次）/ installing Python packages, the first time only: $venv"
    pip_install "$venv" pip setuptools
    "$venv/bin/python" "$ROOT/packaging/requirements.py" "$extra" >"$venv/requirements.txt"
    pip_install "$venv" -r "$venv/requirements.txt"
    if [[ -w "$ROOT" ]]; then
        pip_install "$venv" --no-deps --no-build-isolation -e "$ROOT"
    else
        # An editable install writes into the checkout; a read-only one is put on the path instead.
        echo "$ROOT" >"$("$venv/bin/python" -c 'import sysconfig; print(sysconfig.get_path("purelib"))')/cppcc-reader.pth"
    fi
}

stamp() { "$1" "$ROOT/packaging/requirements.py" --stamp "$2"; }

# prepare_environment PYTHON EXTRA: sets VENV; does nothing if the stamp says that all of it is in place.
prepare_environment() {
    local python=$1 extra=$2
    VENV=$(environment_folder)
    if [[ -x "$VENV/bin/python" && "$(cat "$VENV/$extra.stamp" 2>/dev/null)" == "$(stamp "$python" "$extra")" ]]; then
        return
    fi
    mkdir -p "$VENV"
    exec 9>"$VENV/cppcc-reader.lock"
    flock 9
    is_usable "$VENV" "$python" || "$python" -m venv --clear "$VENV"
    rm -f "$VENV"/*.stamp
    install_project "$VENV" "$extra"
    stamp "$python" "$extra" >"$VENV/$extra.stamp"
    # Whoever can test can also run.
    [[ "$extra" != test ]] || stamp "$python" window >"$VENV/window.stamp"
    exec 9>&-
}

# Libraries that Qt's own plug-ins still miss: the table above is checked against what was really installed.
check_qt() {
    local plugins missing
    plugins=$("$VENV/bin/python" -c 'import PySide6, pathlib; print(pathlib.Path(PySide6.__path__[0], "Qt/plugins/platforms"))')
    missing=$( (ldd "$plugins/libqxcb.so" "$plugins/libqoffscreen.so" 2>/dev/null || true) |
        awk '/not found/ {print $1}' | sort -u)
    [[ -z "$missing" ]] || die "Qt 还缺这些系统库 / Qt still misses these libraries: ${missing//$'\n'/ }"
}
