#!/usr/bin/env bash
# This system's PyPy, laid out like a runner's tool cache:
#   pypy.sh TOOL_CACHE  ->  TOOL_CACHE/PyPy/3.x.y/x64/bin/pypy3
# From the packages of the Debian or Ubuntu that runs here. Nothing of the system is changed.
# Exit 77, with the reason as the last line: this machine does not allow it.
set -euo pipefail
cannot() { echo "pypy.sh: $*" >&2; exit 77; }
for program in apt-get dpkg-deb mktemp find; do
  command -v "$program" > /dev/null || cannot "$program is missing"
done
root=$(mkdir -p "${1:?usage: pypy.sh TOOL_CACHE}" && cd "$1" && pwd)
[ "$(uname -sm)" = 'Linux x86_64' ] || cannot "made for Linux on x86_64, this is $(uname -sm)"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get -qq -o APT::Sandbox::User=root download pypy3 pypy3-lib pypy3-dev > log 2>&1 ||
  cannot "PyPy is not served here: $(tail -n 1 log)"
for deb in ./*.deb; do dpkg-deb -x "$deb" unpacked; done
# The program looks for its library beside itself.
find unpacked/usr/lib -name 'libpypy3*-c.so' -exec cp {} unpacked/usr/bin/ \;
full=$(unpacked/usr/bin/pypy3 -c 'import sys; print("%d.%d.%d" % sys.version_info[:3])')
target=$root/PyPy/$full/x64
rm -rf "$target" "$target.complete"
mkdir -p "$target"
cp -a unpacked/usr/. "$target/"
"$target/bin/pypy3" -c '
import sys, ssl, ctypes, os, sysconfig
assert os.path.exists(os.path.join(sysconfig.get_paths()["include"], "Python.h"))
print("PyPy", sys.version.split()[0], sys.executable)'
touch "$target.complete"
