"""make-wheel.py FOLDER MODULES FILES: a wheel for the stable ABI; prints its path.

What is compiled stays in the folder for the next wheel: what is measured is this tool, and no compiler.
"""
import base64
import hashlib
import os
import subprocess
import sys
import sysconfig
import zipfile

folder, modules, files = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
name = "bench_%d_%d" % (modules, files)
source = os.path.join(folder, "module.c")
with open(source, "w") as file:
    file.write(
        "#define Py_LIMITED_API 0x03080000\n#include <Python.h>\n"
        'static struct PyModuleDef def = {PyModuleDef_HEAD_INIT, "m", NULL, -1, NULL};\n'
        "PyMODINIT_FUNC INIT(void) { return PyModule_Create(&def); }\n"
    )
include = sysconfig.get_paths()["include"]


def compiled(at):
    binary = os.path.join(folder, "m%d.so" % at)
    if not os.path.exists(binary):
        flags = ["-shared", "-fPIC", "-DINIT=PyInit_m%d" % at, "-I", include]
        subprocess.check_call(["cc", *flags, "-o", binary, source])
    with open(binary, "rb") as file:
        return file.read()


members = {"%s/__init__.py" % name: b"import numpy\n"}
for at in range(modules):
    members["%s/m%d.abi3.so" % (name, at)] = compiled(at)
for at in range(files):
    members["%s/data/%d/file%d.txt" % (name, at // 100, at)] = b"x" * 4000
info = name + "-1.0.dist-info"
members[info + "/METADATA"] = (
    "Metadata-Version: 2.1\nName: %s\nVersion: 1.0\nRequires-Python: >=3.8\nRequires-Dist: numpy\n" % name
).encode()
members[info + "/WHEEL"] = (
    b"Wheel-Version: 1.0\nGenerator: bench\nRoot-Is-Purelib: false\nTag: cp38-abi3-linux_x86_64\n"
)
rows = []
for path, data in members.items():
    digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
    rows.append("%s,sha256=%s,%d" % (path, digest, len(data)))
members[info + "/RECORD"] = ("\n".join(rows) + "\n%s/RECORD,,\n" % info).encode()
path = os.path.join(folder, "%s-1.0-cp38-abi3-linux_x86_64.whl" % name)
with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
    for member, data in members.items():
        archive.writestr(member, data)
print(path)
