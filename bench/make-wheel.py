"""make-wheel.py FOLDER MODULES FILES: a wheel for the stable ABI; prints its path.

One shared object holds the init functions of all modules and lies there once under each name: what is
measured is this tool, and no compiler.
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
source, binary = os.path.join(folder, name + ".c"), os.path.join(folder, name + ".so")
with open(source, "w") as file:
    file.write("#define Py_LIMITED_API 0x03080000\n#include <Python.h>\n")
    for at in range(modules):
        file.write(
            'static struct PyModuleDef d%d = {PyModuleDef_HEAD_INIT, "m%d", NULL, -1, NULL};\n'
            "PyMODINIT_FUNC PyInit_m%d(void) { return PyModule_Create(&d%d); }\n" % (at, at, at, at)
        )
include = sysconfig.get_paths()["include"]
subprocess.check_call(["cc", "-shared", "-fPIC", "-I", include, "-o", binary, source])
members = {"%s/__init__.py" % name: b"import numpy\n"}
for at in range(modules):
    with open(binary, "rb") as file:
        members["%s/m%d.abi3.so" % (name, at)] = file.read()
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
