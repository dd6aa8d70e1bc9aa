#!/usr/bin/env python3
"""Wheels for CPython 3.12 on Windows, compiled on Linux:  wheels.py WINDOWS_PYTHON OUT

Each holds one package with one module; all but `good` fail in a way of their own at import.
WINDOWS_PYTHON is the folder of a CPython for Windows, with its headers and import library.
"""

import base64
import concurrent.futures
import hashlib
import os
import subprocess
import sys
import tempfile
import zipfile

SOURCE = r"""
#define NPY_NO_DEPRECATED_API 7
#include <Python.h>
#include <numpy/arrayobject.h>
#include <stdlib.h>
/* The whole of windows.h takes as long to read as all the rest. */
__declspec(dllimport) void Sleep(unsigned long);
__declspec(dllimport) void RaiseException(unsigned long, unsigned long, unsigned long, const void *);
__declspec(dllimport) int absent(void);
static struct PyModuleDef def = {PyModuleDef_HEAD_INIT, "NAME", 0, -1, 0};
PyMODINIT_FUNC PyInit_NAME(void) {
  volatile int zero = 0;
  (void)zero;
  BODY
  import_array();
  return PyModule_Create(&def);
}
"""
NEW, OLD = "2.4.6", "1.26.4"
RAISE = "RaiseException(0x%X, 1, 0, 0);"
HANG = "Sleep(1000000);"
# The package starts a program that starts another, as tests and servers do.
STARTS = """import subprocess, sys
inner = "import time; time.sleep(1000)"
outer = "import subprocess, sys, time; subprocess.Popen([sys.executable, '-c', sys.argv[1]]); time.sleep(1000)"
subprocess.Popen([sys.executable, "-c", outer, inner])
"""
# Package → the NumPy whose headers it is built with, what its init function does, its __init__.
WHEELS = {
    "good": (NEW, "", ""),
    "oldabi": (OLD, "", ""),
    "crash": (NEW, "*(volatile int *)(size_t)(8 * Py_IsInitialized()) = 1;", ""),
    "hang": (NEW, HANG, ""),
    "missing": (NEW, "absent();", ""),
    "divide": (NEW, "zero = 100 / zero;", ""),
    "cxx": (NEW, RAISE % 0xE06D7363, ""),
    "stack": (NEW, RAISE % 0xC00000FD, ""),
    "breaks": (NEW, RAISE % 0x80000003, ""),
    "aborts": (NEW, "abort();", ""),
    "leaves": (NEW, "_exit(7);", ""),
    "family": (NEW, HANG, STARTS),
}


def compile_module(work, python, name, version, body):
    module = f"_{name}"
    with open(f"{work}/{name}.c", "w") as file:
        file.write(SOURCE.replace("NAME", module).replace("BODY", body))
    libraries = [f"{python}/libs/python312.lib"]
    if "absent" in body:
        with open(f"{work}/absent.def", "w") as file:
            file.write("LIBRARY absent.dll\nEXPORTS\nabsent\n")
        run(work, "x86_64-w64-mingw32-dlltool", "-d", "absent.def", "-l", "libabsent.a")
        libraries.append("libabsent.a")
    core = "core" if version.startswith("1.") else "_core"
    include = [f"-I{python}/include", f"-I{version}/numpy/{core}/include"]
    flags = ["-shared", "-O1", "-s", "-w", "-o", f"{name}.pyd"]
    run(work, "x86_64-w64-mingw32-gcc", *flags, *include, f"{name}.c", *libraries)
    with open(f"{work}/{name}.pyd", "rb") as file:
        return file.read()


def write_wheel(out, name, init, compiled):
    info = f"{name}-1.0.dist-info"
    files = {
        f"{name}/__init__.py": f"{init}from . import _{name}\n".encode(),
        f"{name}/_{name}.cp312-win_amd64.pyd": compiled,
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\nRequires-Dist: numpy\n".encode(),
        f"{info}/WHEEL": b"Wheel-Version: 1.0\nGenerator: wheels.py\nRoot-Is-Purelib: false\nTag: cp312-cp312-win_amd64\n",
    }
    record = "".join(f"{path},sha256={digest(data)},{len(data)}\n" for path, data in files.items())
    files[f"{info}/RECORD"] = f"{record}{info}/RECORD,,\n".encode()
    path = f"{out}/{name}-1.0-cp312-cp312-win_amd64.whl"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as wheel:
        for member, data in files.items():
            wheel.writestr(member, data)


def digest(data):
    return base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()


def run(folder, *command):
    subprocess.run(command, check=True, cwd=folder)


def headers(work, version):
    pip = [sys.executable, "-m", "pip", "download", "-q", "--disable-pip-version-check", "--no-deps"]
    target = ["--only-binary", ":all:", "--platform", "win_amd64", "--python-version", "3.12"]
    run(work, *pip, *target, "-d", version, f"numpy=={version}")
    (wheel,) = os.listdir(f"{work}/{version}")
    with zipfile.ZipFile(f"{work}/{version}/{wheel}") as archive:
        for member in archive.namelist():
            if "/include/" in member:
                archive.extract(member, f"{work}/{version}")


def main(python, out):
    python, out = os.path.abspath(python), os.path.abspath(out)
    os.makedirs(out, exist_ok=True)
    with tempfile.TemporaryDirectory() as work:
        for version in (NEW, OLD):
            headers(work, version)
        with concurrent.futures.ThreadPoolExecutor() as pool:
            futures = {
                name: pool.submit(compile_module, work, python, name, version, body)
                for name, (version, body, _) in WHEELS.items()
            }
        for name, (_, _, init) in WHEELS.items():
            write_wheel(out, name, init, futures[name].result())


main(*sys.argv[1:])
