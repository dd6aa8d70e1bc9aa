"""Asks the project's build backend. argv: tools' folder, a JSON file with the job; answers in its "answer" file."""
import json
import subprocess
import sys

tools, job_file = sys.argv[1:3]
sys.path.insert(0, tools)
from pyproject_hooks import BackendUnavailable, BuildBackendHookCaller  # noqa: E402

with open(job_file, encoding="utf-8") as file:
    job = json.load(file)
hooks = BuildBackendHookCaller(
    job["source"], job["backend"], backend_path=job["backendPath"] or None
)
try:
    if job["action"] == "requires":
        answer = hooks.get_requires_for_build_wheel()
    else:
        answer = hooks.build_wheel(job["output"])
except BackendUnavailable as error:
    print(error.traceback, file=sys.stderr)
    print("The build backend %r cannot be imported" % job["backend"], file=sys.stderr)
    sys.exit(1)
except subprocess.CalledProcessError as error:
    sys.exit(error.returncode if 0 < error.returncode < 256 else 1)
with open(job["answer"], "w", encoding="utf-8") as file:
    json.dump(answer, file)
