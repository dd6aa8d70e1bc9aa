#!/usr/bin/env bash
# A free-threaded CPython 3.13, built from Debian's newest source, laid out like a runner's tool cache:
#   free-threaded.sh TOOL_CACHE [CACHE]  ->  TOOL_CACHE/Python/3.13.x/x64-freethreaded/bin/python3.13t
# Debian has no package of it. The build takes about 80 s on two idle cores; with CACHE, what was built
# is kept there and unpacked the next time. Nothing of the system is changed.
# Exit 77, with the reason as the last line: this machine does not allow it.
set -euo pipefail
minor=3.13
cannot() { echo "free-threaded.sh: $*" >&2; exit 77; }
for program in apt-get dpkg-query gcc make mktemp tar find sort; do
  command -v "$program" > /dev/null || cannot "$program is missing"
done
target_root=$(mkdir -p "${1:?usage: free-threaded.sh TOOL_CACHE [CACHE]}" && cd "$1" && pwd)
kept=${2:+$(mkdir -p "$2" && cd "$2" && pwd)}
case $(uname -sm) in
  'Linux x86_64') architecture=x64 ;;
  'Linux aarch64') architecture=arm64 ;;
  *) cannot "made for Linux on x86_64 and aarch64, this is $(uname -sm)" ;;
esac
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

missing=()
for package in libssl-dev zlib1g-dev libffi-dev libsqlite3-dev libbz2-dev liblzma-dev; do
  dpkg-query -W -f '${Status}' "$package" 2> /dev/null | grep -q 'ok installed' || missing+=("$package")
done
[ ${#missing[@]} = 0 ] || cannot "to build CPython, install ${missing[*]}"

host=$(grep -rhoE '(http|https)://[^ /]+/debian/?( |$)' /etc/apt/sources.list /etc/apt/sources.list.d 2> /dev/null \
  | head -1 | tr -d ' ' || true)
[ -n "$host" ] || cannot 'no Debian source is configured'
mkdir -p lists/partial archives/partial source build
key=/usr/share/keyrings/debian-archive-keyring.gpg
for suite in sid trixie; do
  echo "deb-src [signed-by=$key] ${host%/} $suite main"
done > sources.list
apt=(-o "Dir::Etc::sourcelist=$work/sources.list" -o Dir::Etc::sourceparts=/dev/null
  -o "Dir::State::lists=$work/lists" -o "Dir::Cache=$work" -o APT::Sandbox::User=root)
[ -e "$key" ] || cannot "$key is missing, so Debian's source cannot be verified"
apt-get -qq "${apt[@]}" update

# The newest version whose source is still served; an index may name one that is not.
archive=
for version in $(apt-cache "${apt[@]}" showsrc "python$minor" | sed -n 's/^Version: //p' | sort -rVu); do
  (cd source && apt-get -qq "${apt[@]}" source --download-only "python$minor=$version" > /dev/null 2>&1) || continue
  archive=$(find source -name "python${minor}_*.orig.tar.*" ! -name '*.asc' | head -1)
  break
done
[ -n "$archive" ] || cannot "the source of CPython $minor is not served here"
full=$(basename "$archive" | sed -E 's/.*_([0-9.]+)\.orig.*/\1/')
folder="Python/$full/$architecture-freethreaded"
target="$target_root/$folder"
# A built Python knows its prefix from where it stands, so an archive of it may be unpacked anywhere.
saved=${kept:+$kept/cpython-$full-$architecture-freethreaded.tar.gz}

rm -rf "$target" "$target.complete"
if [ -n "$saved" ] && [ -e "$saved" ]; then
  tar -xzf "$saved" -C "$target_root"
else
  tar -xf "$archive" -C build --strip-components=1
  (cd build
   ./configure -q --disable-gil --prefix="$target" --without-static-libpython --disable-test-modules \
     --with-ensurepip=no --without-doc-strings CFLAGS='-g0 -O1'
   make -s -j"$(nproc)"
   # Bytecode of the folders below is compiled where it is imported, not three times for all.
   make -s install COMPILEALL_OPTS=-l) > log 2>&1 || { tail -n 30 log >&2; exit 1; }
  [ -e "$target/bin/python" ] || ln -s "python${minor}t" "$target/bin/python"
  if [ -n "$saved" ]; then
    tar -czf "$saved.$$" -C "$target_root" "$folder"
    mv "$saved.$$" "$saved"
  fi
fi
"$target/bin/python${minor}t" -c '
import sys, ssl, ctypes, sqlite3, lzma, bz2, zlib
assert not sys._is_gil_enabled()
print(sys.version.split()[0], "free-threaded,", sys.executable)'
touch "$target.complete"
