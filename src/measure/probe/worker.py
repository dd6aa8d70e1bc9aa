# Runs inside the probed interpreter. Walks import steps, or runs the smoke code, and appends what
# happens to a record file: open, append, close for each record, because modules close descriptors.
#
# Rules of this file:
# * Everything it needs is bound before the first step; nothing is imported that Python has not
#   loaded by itself, so that it can mask no missing import of the subject.
# * It touches no attribute of any module of the subject (lazy loaders would wake up); isinstance
#   does (__class__), so types are asked for.
# * launcher.py gives it builtins of its own: a module may replace those that all others share.
# * launcher.py compiles it under a file name that looks frozen and its wrappers are named as
#   importlib's own, so that tracebacks and warnings point at the user's code (CPython and the
#   warnings module drop such frames themselves).
#
# Input: the path of a file with one `key value…` line each, values in hexadecimal UTF-8:
#   records PATH · secret NUMBER · parent PID · hooks 0|1 · prefix STEP · smoke NAME CODE FILE
#   branches EACH ALL (seconds to wait for; without it nothing is forked)
#   target NAME FILE by-name|by-package, and after it its own walk: step NAME · try NAME
# Output: JSON lines, each with its token and the process id; see protocol.ts for their shape.

import sys
import os


def main():
    modules = sys.modules
    module_type = type(sys)
    module_dict = module_type.__dict__["__dict__"].__get__
    module_getattribute = module_type.__getattribute__
    os_open, os_write, os_close, getpid = os.open, os.write, os.close, os.getpid
    os_read, file_state = os.read, os.fstat
    duplicate = os.dup2 if os.name == "posix" else None
    realpath, normcase = os.path.realpath, os.path.normcase
    exists, get_frame = os.path.exists, sys._getframe
    import_module = __import__
    builtins = modules["builtins"]
    gil_enabled = getattr(sys, "_is_gil_enabled", None)
    base_exception, system_exit = BaseException, SystemExit
    module_not_found = ModuleNotFoundError
    # A class of the subject may redefine what an exception is asked for, or give subclasses of str.
    cause_of, context_of, traceback_of, exception_dict = [
        BaseException.__dict__[name].__get__
        for name in ("__cause__", "__context__", "__traceback__", "__dict__")
    ]
    # Python 3.11 and newer; read of the class itself, as the others.
    exception_group = getattr(builtins, "BaseExceptionGroup", None)
    members_of = getattr(getattr(exception_group, "exceptions", None), "__get__", None)
    type_name = type.__dict__["__name__"].__get__
    exact_str, exact_int = str.__str__, int.__index__
    clock = import_module("time").perf_counter
    flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0)
    flags |= getattr(os, "O_CLOEXEC", 0)
    # A step is imported from a frame of its own that looks like a user's program, not like importlib.
    import_step = compile("__import__(step)", "<probe>", "eval")

    # ---- input -----------------------------------------------------------------------------

    spec_path = sys.argv[1]
    handle = os_open(spec_path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    chunks = []
    while True:
        chunk = os_read(handle, 1 << 20)
        if not chunk:
            break
        chunks.append(chunk)
    os_close(handle)
    del sys.argv[1:]  # not the subject's: some packages read options at import
    # As of `python -c`: a process that multiprocessing starts runs the main file again, if there is one.
    for name in ("__file__", "__cached__"):
        module_dict(modules["__main__"]).pop(name, None)
    prefix, targets = [], []
    records = smoke = parent = branches = None
    secret = 0
    hooks = True
    for line in b"".join(chunks).decode("ascii").splitlines():
        key, *values = line.split(" ")
        values = [bytes.fromhex(value).decode("utf-8", "surrogateescape") for value in values]
        if key == "records":
            records = values[0]
        elif key == "secret":
            secret = int(values[0], 16)
        elif key == "parent":
            parent = values[0]
        elif key == "hooks":
            hooks = values[0] == "1"
        elif key == "branches":
            branches = [float(value) for value in values]
        elif key == "prefix":
            prefix.append(values[0])
        elif key == "target":
            targets.append((*values, []))
        elif key == "step" or key == "try":
            targets[-1][3].append((values[0], key == "try"))
        elif key == "smoke":
            smoke = values
    if parent and os.name == "posix" and str(os.getppid()) != parent:
        return  # a child that a .pth file forked off: not the process that is looked at
    os.unlink(spec_path)
    root_pid = getpid()

    # ---- records ---------------------------------------------------------------------------

    def text(value):
        value = exact_str(value)
        # Nearly all: thousands of paths, letter by letter, would take a twentieth of a probe's time.
        if value.isascii() and value.isprintable() and '"' not in value and "\\" not in value:
            return '"' + value + '"'
        out = []
        for char in value:
            code = ord(char)
            if 32 <= code < 127 and char not in '"\\':
                out.append(char)
            elif code < 0x10000:
                out.append("\\u%04x" % code)
            else:
                code -= 0x10000
                out.append("\\u%04x\\u%04x" % (0xD800 + (code >> 10), 0xDC00 + (code & 0x3FF)))
        return '"' + "".join(out) + '"'

    def json(value):
        if value is None:
            return "null"
        if value is True or value is False:
            return "true" if value else "false"
        kind = type(value)
        if issubclass(kind, str):
            return text(value)
        if kind is int or kind is float:
            return repr(value)
        if kind is dict:
            return "{" + ",".join([text(k) + ":" + json(v) for k, v in value.items()]) + "}"
        return "[" + ",".join([json(item) for item in value]) + "]"

    # One token a record, as record-tokens.ts has them: who reads the file can write no next one.
    numbers = iter(range(1 << 30))
    branching = []  # one element as long as a process may be forked off

    def record(kind, **fields):
        if kind == "old-api" or fields.get("event") == "fail":
            branching[:] = []  # what is to be confirmed is walked by itself
        fields["kind"] = kind
        fields["token"] = pow(secret + next(numbers), 5, (1 << 127) - 1) & ((1 << 48) - 1)
        fields["pid"] = getpid()
        data = (json(fields) + "\n").encode("ascii")
        try:
            out = os_open(records, flags, 0o600)
        except base_exception:
            # It may no longer open files there: another user, another root, an audit hook, a limit.
            if not is_spare():
                raise
            write(spare[0], data)
            return
        try:
            write(out, data)
        finally:
            os_close(out)

    spare = []  # a descriptor of the record file that was opened early, and what tells that it is still that

    size_limit = []  # how the limit of a file's size is read and set, and its number

    def write(out, data):
        found = lift_size_limit()
        try:
            while data:
                data = data[os_write(out, data):]
        finally:
            if found is not None:
                size_limit[1](size_limit[2], found)

    def lift_size_limit():
        """A module may let the process write no file for now: that is not its failure."""
        if not size_limit:
            return None
        get, put, number = size_limit
        soft, hard = get(number)
        if soft == hard:
            return None
        put(number, (hard, hard))
        return soft, hard

    def identity(descriptor):
        state = file_state(descriptor)
        return state.st_dev, state.st_ino

    def is_spare():
        try:
            return bool(spare) and identity(spare[0]) == spare[1]
        except base_exception:
            return False

    def open_spare():
        """High up, where no program looks for one of its own."""
        spare[:] = []
        if duplicate is None:
            return
        try:
            out = os_open(records, flags, 0o600)
            try:
                for place in (1000, 200):  # macOS allows 256 unless it is asked for more
                    try:
                        spare[:] = [duplicate(out, place, False)]
                    except base_exception:
                        continue
                    spare.append(identity(place))
                    break
            finally:
                os_close(out)
        except base_exception:
            spare[:] = []

    def ours(filename):
        return filename == "<probe>" or filename.startswith("<frozen importlib")

    def clip(value, size):
        value = exact_str(value)
        return value if len(value) <= size else value[: size - 1] + "\u2026"

    def plain(value, size=4000):
        return clip(value, size) if type(value) is str else None

    def shown(frame, line):
        """A frame as a list with its one row; without a row for ours."""
        code = frame.f_code
        if ours(code.co_filename):
            return []
        return [[clip(code.co_filename, 1000), line or 0, clip(code.co_name, 200)]]

    def frames_of(traceback):
        found = []
        try:
            while traceback is not None and len(found) < 1000:
                found += shown(traceback.tb_frame, traceback.tb_lineno)
                traceback = traceback.tb_next
        except base_exception:
            pass  # an audit hook of the subject may refuse to show frames
        return found[-60:]

    def stack():
        found = []
        try:
            frame = get_frame(1)
            while frame is not None and len(found) < 1000:
                found += shown(frame, frame.f_lineno)
                frame = frame.f_back
        except base_exception:
            pass
        return found[:60][::-1]

    mark = "__numpy_abi_matrix_load__"

    def detail(error, attribute):
        if not issubclass(type(error), ImportError):
            return None
        try:
            return plain(getattr(error, attribute))
        except base_exception:
            return None

    def chain_of(error):
        """The exception and those it hangs on; and the loads that failed with one of them."""
        links, link = [], "first"
        while error is not None and len(links) < 1000 and not any(error is one for one, _ in links):
            links.append((error, link))
            if cause_of(error) is not None:
                error, link = cause_of(error), "cause"
            elif context_of(error) is None and members_of and issubclass(type(error), exception_group):
                error, link = members_of(error)[0], "cause"  # what it only sums up
            else:
                error, link = context_of(error), "context"
        found, failed = [], []
        # Of a long chain both ends: the first is what the user sees, the last is the cause.
        for error, link in links if len(links) <= 10 else links[:5] + links[-5:]:
            kind = type(error)
            try:
                name = kind.__qualname__
                if kind.__module__ not in ("builtins", "__main__"):
                    name = "%s.%s" % (kind.__module__, name)
            except base_exception:
                name = type_name(kind)
            try:
                message = clip(str(error), 8000)
            except base_exception:
                message = "<message cannot be shown>"
            found.append(
                {
                    "type": clip(name, 300),
                    "message": message,
                    "link": link,
                    "frames": frames_of(traceback_of(error)),
                    "name": detail(error, "name"),
                    "path": detail(error, "path"),
                }
            )
            load = exception_dict(error).get(mark)
            if load is not None and load not in failed:
                failed.append(load)
        return found, failed

    # ---- loader hooks ----------------------------------------------------------------------

    loading = []  # [(module, file)], the extension files being loaded, innermost last
    ended = {}  # file as spelled -> name it was loaded under
    ended_at = {}  # file resolved -> the same
    loads = [0]

    def forget(entry):
        # By identity: another thread may be loading too, so it need not be the last.
        loading[:] = [one for one in loading if one is not entry]

    # ---- what stands in NumPy's place ----------------------------------------------------------

    stand_ins = []  # the first of them
    absent = object()
    python_own = [modules.get(name) for name in ("_frozen_importlib", "_frozen_importlib_external")]

    def look_for_stand_in(module=None):
        """Whether sys.modules has something under NumPy's name that is no package NumPy."""
        numpy = modules.get("numpy", absent)
        if numpy is absent or stand_ins:
            return
        kind, what, by, version = type(numpy), "a module without a file", None, None
        try:
            if issubclass(kind, module_type):
                names = module_dict(numpy)
                file = names.get("__file__")
                if type(file) is str:
                    # It gets its version on the way; one of its own kind may read its file later.
                    if module or type(names.get("__version__")) is str or kind is not module_type:
                        return
                    stand_ins.append({
                        "what": "a module without a version", "version": None, "module": None,
                        "by": plain(file),
                    })
                    return
                if module and kind is not module_type and hasattr(kind, "__getattr__"):
                    return  # it may become NumPy when somebody asks it for a name
                spec = names.get("__spec__")
                loader = names.get("__loader__") or getattr(spec, "loader", None)
                by = type(loader) if kind is module_type else kind
                if type(names.get("__version__")) is str:
                    version = names["__version__"]
            elif numpy is None:
                what = "`None`"
            elif kind is type:
                what, by = "the class `%s`" % type_name(numpy), numpy
            else:
                what, by = "an object of the class `%s`" % type_name(kind), kind
            maker = modules.get(by and by.__module__)
            if maker in python_own:
                maker = None
            by = module_dict(maker).get("__file__") if issubclass(type(maker), module_type) else None
        except base_exception:
            by = None
        stand_ins.append({
            "what": clip(what, 200), "version": version, "module": module,
            "by": plain(by) if type(by) is str else None,
        })

    # Of each module of that name: a weak reference, and the version and file that it had at first.
    numpys = []
    weak = import_module("_weakref").ref

    def look_at_numpy():
        """What NumPy says of itself; as it was when the first file was loaded beside it."""
        numpy = modules.get("numpy")
        if not issubclass(type(numpy), module_type):
            return None
        for reference, version, file in numpys:
            if reference() is numpy:
                return version, file
        names = module_dict(numpy)
        version, file = names.get("__version__"), plain(names.get("__file__"))
        if type(version) is not str:
            return None, file
        try:
            numpys.append((weak(numpy), version, file))
        except base_exception:
            pass
        return version, file

    # Which object a created module is -> its name and file; holding it would change its lifetime.
    # By object's own hash: an audit hook of the subject may refuse id(), not this.
    made, which = {}, object.__hash__

    def hooked(original, stage, name_and_file):
        def _call_with_frames_removed(argument, *more):
            if getpid() != root_pid:
                return original(argument, *more)
            module, file = name_and_file(argument)
            loads[0] += 1
            number = loads[0]
            had_gil = gil_enabled() if gil_enabled else None
            record("load", event="begin", stage=stage, module=module, file=file, load=number)
            look_for_stand_in(module)
            look_at_numpy()
            entry = [module, file]
            loading.append(entry)
            try:
                result = original(argument, *more)
            except base_exception as error:
                forget(entry)
                chain, _ = chain_of(error)
                try:
                    exception_dict(error).setdefault(mark, number)
                except base_exception:
                    pass
                record("load", event="fail", stage=stage, module=module, file=file, load=number, chain=chain)
                raise
            forget(entry)
            switched = bool(gil_enabled and gil_enabled() and not had_gil)
            record("load", event="end", stage=stage, module=module, file=file, load=number, gil=switched)
            if stage == "create":
                made[which(result)] = (module, file)
            elif made.pop(which(argument), None) is not None:
                # Of what no file made (an empty module in its place) nothing ran.
                ended[file] = module
                ended_at[resolved(file)] = module
            return result

        return _call_with_frames_removed

    def of_spec(spec):
        return str(spec.name), str(spec.origin)

    def of_module(module):
        # What was created may be no module at all (Py_mod_create), and __spec__ may be replaced.
        if which(module) in made:
            return made[which(module)]
        spec = module_dict(module).get("__spec__") if issubclass(type(module), module_type) else None
        return str(getattr(spec, "name", None)), str(getattr(spec, "origin", None))

    doors = import_module("_imp")
    create_hooked = hooked(doors.create_dynamic, "create", of_spec)
    exec_hooked = hooked(doors.exec_dynamic, "exec", of_module)
    external = modules["_frozen_importlib_external"]
    file_spec, file_loader = external.spec_from_file_location, external.ExtensionFileLoader
    set_attributes = modules["_frozen_importlib"]._init_module_attrs

    def install_hooks():
        # The two doors that every loader of extension files goes through, also one of the subject's
        # own, and one that replaces ExtensionFileLoader's methods: they are looked up at each call.
        doors.create_dynamic, doors.exec_dynamic = create_hooked, exec_hooked

    # ---- what comes in from outside of the environment -----------------------------------------

    opened = {}  # paths of files and folders, as spelled but absolute
    reached = {}  # other programs, other machines
    environment, library = sys.prefix + os.sep, os.path.dirname(os.__file__) + os.sep
    join, absolute, current_folder = os.path.join, os.path.isabs, os.getcwd
    opening = ("open", "os.listdir", "os.scandir", "sqlite3.connect", "ctypes.dlopen")
    reaching = ("subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.fork",
                "os.forkpty", "os.startfile", "urllib.Request")
    # Whatever is asked of a socket but to be made, or of Windows' registry.
    reaching_all = ("socket.", "winreg.")
    # They only show what decides over reuse anyway (the processor, the system's libraries), with files
    # that do so, too. numpy.testing asks lscpu at its import (NumPy 1.22 to 2.2), ctypes.util ldconfig.
    telling = {("lscpu",): (), ("uname", "-p"): (), ("/sbin/ldconfig", "-p"): ("/etc/ld.so.cache",)}
    # urllib3 sees at its import whether there is IPv6: any free port of the machine's own.
    own_machine = [("127.0.0.1", 0), ("::1", 0)]
    told_use = [None]  # what waited-for children had used when such a program had ended
    asking = []  # one element until then

    def is_inside(path):
        if ".." in path:
            return False
        if path.startswith(environment):
            return True
        return path.startswith(library) and "-packages" not in path[len(library):]

    def children_use():
        try:
            return [*getrusage(children)]
        except base_exception:
            return None  # Windows has none

    def started_program():
        """Whether a child was waited for that is none of those that only tell something."""
        use = children_use()
        if asking or use is None:
            return bool(asking)
        return use != told_use[0] if told_use[0] else use[2] > 0

    def asks_what_is_known(program, arguments):
        if type(arguments) not in (list, tuple) or not all(type(one) is str for one in arguments):
            return False
        more = telling.get(tuple(arguments))
        if more is None or program != arguments[0] or started_program():
            return False
        # Of that name the first on PATH must be the system's own: another could say anything.
        folders = [""] if absolute(program) else os.environ.get("PATH", "").split(os.pathsep)
        found = [one for one in [join(folder, program) for folder in folders] if exists(one)][:1]
        if not found or not found[0].startswith(("/usr/bin/", "/bin/", "/usr/sbin/", "/sbin/")):
            return False
        opened.update(dict.fromkeys([*found, *more]))
        asking.append(True)
        return True

    def watch_outside():
        def note(event, values):
            if looking:
                return  # ours
            if asking and event in ("import", "exec"):
                asking.clear()  # it was waited for before anything else was imported or run
                told_use[0] = children_use()
            if event == "subprocess.Popen" and asks_what_is_known(*values[:2]):
                return
            if event == "socket.bind" and type(values[1]) is tuple and values[1] in own_machine:
                return
            if event in opening:
                path = values[0]
                if type(path) is bytes:
                    path = path.decode("utf-8", "surrogateescape")
                if type(path) is str:
                    if event == "ctypes.dlopen" and "/" not in path and "\\" not in path:
                        return  # the system's loader looks for it
                    if path not in opened and path != records and not is_inside(path):
                        opened[path if absolute(path) else join(current_folder(), path)] = None
                elif type(path) is not int and path is not None:
                    reached[event] = None  # of the subject's own class: it may be any
            elif event == "os.fork" and forking:
                pass  # ours
            elif event in reaching or event.startswith(reaching_all) and event != "socket.__new__":
                reached[event] = None

        def _call_with_frames_removed(event, values):
            try:
                note(event, values)
            except base_exception:
                # Its folder may be gone, os.fspath exchanged: what it opens must not fail for that.
                reached[event] = None

        sys.addaudithook(_call_with_frames_removed)

    # ---- recorder on NumPy 1's access points under NumPy 2 -----------------------------------

    old_api = ("numpy.core._multiarray_umath", "numpy.core.multiarray")
    asked = ("_ARRAY_API", "_UFUNC_API")

    class _RecordingModule(module_type):
        def __getattribute__(self, name):
            if name in asked and getpid() == root_pid:
                module, file = loading[-1] if loading else (None, None)
                record("old-api", attribute=name, module=module, file=file, frames=stack())
            return module_getattribute(self, name)

    class _OldApiFinder:
        """Only for the two old modules: watches the moment when NumPy's own code for them ran."""

        def find_spec(self, name, path=None, target=None):
            if name not in old_api:
                return None
            numpy = modules.get("numpy")
            if not issubclass(type(numpy), module_type):
                return None
            version = module_dict(numpy).get("__version__")
            if type(version) is not str or version.startswith(("0.", "1.")):
                return None
            for finder in sys.meta_path:
                if finder is self or not hasattr(finder, "find_spec"):
                    continue
                spec = finder.find_spec(name, path, target)
                if spec is not None:
                    break
            else:
                return None
            loader = spec.loader
            execute = getattr(loader, "exec_module", None)
            if execute is None or not str(spec.origin).endswith(".py"):
                return spec

            def _call_with_frames_removed(module):
                execute(module)
                module.__class__ = _RecordingModule

            try:
                loader.exec_module = _call_with_frames_removed
            except base_exception:
                pass
            return spec

    # ---- branches --------------------------------------------------------------------------

    forking, looking = [], []
    own_folders = [current_folder(), os.environ.get("HOME"), os.environ.get("TMPDIR")]
    list_folder, threads = os.listdir, import_module("_thread")._count
    fork, wait_id, kill = [getattr(os, name, None) for name in ("fork", "waitid", "kill")]
    # Taken before a module can exchange them: another CLD_EXITED would make a crash an end.
    by_pid, exited = [getattr(os, name, None) for name in ("P_PID", "CLD_EXITED")]
    look = [getattr(os, name, 0) for name in ("WEXITED", "WNOHANG", "WNOWAIT")]
    # In a frame of another name: Python warns of threads, and shows that to `__main__` alone.
    fork_now = compile("fork()", "<probe>", "eval")
    fork_names = {"__name__": "importlib._bootstrap", "__builtins__": builtins, "fork": fork}
    sleep, leave = import_module("time").sleep, os._exit
    # Of compiled code and of timers only the kernel and the C library tell; 64: wheels' OpenBLAS has no more.
    processors = min(64, len(os.sched_getaffinity(0))) if hasattr(os, "sched_getaffinity") else 1
    timer = import_module("_signal").getitimer if fork else None
    libraries = [0]  # of OpenBLAS, as far as they are known
    forks = [0]
    asleep = []  # one element after a fork, which ended OpenBLAS's threads

    def is_untouched():
        # A fresh process has folders of its own: it finds nothing that another one left there.
        try:
            return all([folder and not list_folder(folder) for folder in own_folders])
        except base_exception:
            return False

    def blas_threads():
        """How many threads an OpenBLAS runs at most; fewer where that is not sure."""
        names = ("OPENBLAS_NUM_THREADS", "GOTO_NUM_THREADS", "OMP_NUM_THREADS")
        told = [one for one in [os.environ.get(name) for name in names] if one]
        return min([processors, *[int(one) or 1 if one.isdecimal() else 1 for one in told]])

    def leaves_behind():
        """Whether a forked process would lack what runs here beside the walk: threads, and timers."""
        if threads() > 0 or any([timer(kind) != (0.0, 0.0) for kind in (0, 1, 2)]):
            return True
        looking.append(True)
        try:
            running = len(list_folder("/proc/self/task"))
            # OpenBLAS ends its threads before a fork, and starts them when it needs them, here as there:
            # after one nobody knows whether it has any.
            if asleep:
                return running > 1
            own = blas_threads() - 1
            if running > 1 + libraries[0] * own:
                names = [file.rpartition("/")[2] for file in mapped_code() or []]
                libraries[0] = len([name for name in names if "openblas" in name])
            return running > 1 + libraries[0] * own
        except base_exception:
            return True
        finally:
            looking.clear()

    def waited_for(pid):
        """Whether it ended with 0 in time."""
        start = clock()
        try:
            while True:
                waited = clock() - start
                if waited >= branches[0]:
                    break
                # It stays to be waited for: else it would count as a program that the subject started.
                ended = wait_id(by_pid, pid, look[0] | look[1] | look[2])
                if ended is not None:
                    return ended.si_code == exited and ended.si_status == 0
                # A twentieth too late at most, of hundreds of short ones, too.
                sleep(min(0.02, 0.001 + waited / 20))
            kill(pid, 9)
        except base_exception:
            pass
        finally:
            branches[1] -= clock() - start
        return False

    def branch(group, done):
        """
        Forks the process that goes on with a group from here, as a fresh one would after the same
        steps, and waits for its end. True in that process. Only what went well throughout counts:
        all else is done again by fresh processes.
        """
        nonlocal records, root_pid, secret, numbers
        if not branching or branches[1] <= 0 or not is_untouched() or leaves_behind():
            record("left", targets=group, prefix=done)
            return False
        flush()
        forks[0] += 1
        name = str(forks[0])
        record("forking", name=name)
        asleep[:] = [True]
        forking.append(name)
        try:
            pid = eval(fork_now, fork_names)
        except base_exception:
            pid = None
        forking.clear()
        if getpid() != root_pid:
            if pid != 0:
                leave(1)
            # A secret of its own: with the next tokens of the process that waits, records could be
            # written in its place.
            secret, numbers = pow(secret + (forks[0] << 32), 5, (1 << 127) - 1), iter(range(1 << 30))
            records, root_pid, forks[0] = records + "." + name, getpid(), 0
            branches[:] = [seconds / 2 for seconds in branches]
            told_use[0] = None
            asking.clear()
            open_spare()
            record("start", python=[*version[:3]], executable=None, path=[])
            return True
        if pid is not None and waited_for(pid) and is_untouched():
            record("branch", targets=group, prefix=done, name=name)
        else:
            # It may have left something behind: nothing is forked any more, and nothing here counts.
            branching[:] = []
            record("left", targets=group, prefix=done)
            record("undone")
        return False

    # ---- the walk --------------------------------------------------------------------------

    def take(step, tried=False):
        """Imports one step. Returns "stepped", "absent", or None after a failure: all is recorded."""
        record("step", step=step)
        try:
            eval(import_step, {"__name__": "__main__", "__builtins__": builtins, "step": step})
        except base_exception as error:
            chain, failed = chain_of(error)
            if tried and is_absent(step, error, chain):
                record("absent", step=step)
                return "absent"
            code = None
            if issubclass(type(error), system_exit):
                code = exit_code(error)
            record("raised", step=step, chain=chain, loads=failed, exit=code)
            return None
        record("stepped", step=step)
        return "stepped"

    def is_absent(step, error, chain):
        """Whether nothing of that name is there, as importlib itself says it."""
        return (
            type(error) is module_not_found
            and len(chain) == 1
            and not chain[0]["frames"]
            and chain[0]["name"] == step
        )

    def exit_code(error):
        try:
            code = error.code
        except base_exception:
            return 1
        if code is None:
            return 0
        # As Python does: sys.exit(False), sys.exit(pytest.ExitCode.OK).
        return exact_int(code) if issubclass(type(code), int) else 1

    def origin_of(name):
        module = modules.get(name)
        if not issubclass(type(module), module_type):
            return None
        spec = module_dict(module).get("__spec__")
        origin = getattr(spec, "origin", None)
        return origin if type(origin) is str else None

    def resolved(file):
        try:
            return normcase(realpath(file))
        except base_exception:
            return file  # the subject may have replaced what realpath calls

    def loaded_under(name, file):
        under = ended.get(file)
        if under is None:
            # By a link or another spelling of its folder: then its own init function must have run.
            under = ended_at.get(resolved(file))
            if under is not None and under.rpartition(".")[2] != name.rpartition(".")[2]:
                return None
        return under

    def is_stub(name, file):
        """In sys.modules, although that file never ran to its end: a stub, an alias, a lazy loader."""
        if name not in modules or loaded_under(name, file) is not None:
            return False
        return modules[name] is not before.get(name)

    def is_past_file(index):
        """
        Initialised by another file, under this one's name and specification (mypyc's groups of
        modules do so): whether its own file loads as well is still open.
        """
        name, file, proof, _ = targets[index]
        if proof != "by-name" or not is_stub(name, file):
            return False
        origin = origin_of(name)
        return origin is not None and resolved(origin) == resolved(file)

    def load_file(index):
        """Loads the target's own file, as its loader would, by no loader that a module may replace."""
        name, file, _, _ = targets[index]
        spec = file_spec(name, file, loader=file_loader(name, file))
        module = create_hooked(spec)
        set_attributes(spec, module)
        exec_hooked(module)

    def prove_file(index):
        """For one target alone: a failure is the outcome of all that are left."""
        step = targets[index][0]
        record("step", step=step)
        try:
            load_file(index)
        except base_exception as error:
            chain, failed = chain_of(error)
            leaving = issubclass(type(error), system_exit)
            record("raised", step=step, chain=chain, loads=failed, exit=exit_code(error) if leaving else None)
            return
        record("stepped", step=step)
        record("proven", target=index, module=step, file=targets[index][1])

    def prove_files(late, done):
        """After all steps: what another file initialised; each that fails gets a process of its own."""
        if len(late) == 1:
            prove_file(late[0])
            return
        for index in late:
            try:
                load_file(index)
            except base_exception:
                record("left", targets=[index], prefix=done)
            else:
                record("proven", target=index, module=targets[index][0], file=targets[index][1])

    def settle(index):
        """The target's walk is at its end: that file, another file, or none?"""
        name, file, proof, _ = targets[index]
        if proof == "by-name" and name in modules:
            origin = origin_of(name)
            if origin is None or resolved(origin) != resolved(file):
                record("lost", target=index, reason="shadowed", origin=origin)
                return
            if not is_stub(name, file):  # loaded before the hooks, by a .pth file
                record("proven", target=index, module=name, file=file)
                return
        record("lost", target=index, reason="not-loaded", origin=None)

    def walk():
        done, asked_for = [], set()
        for step in prefix:
            if not take(step):
                return
            done.append(step)
            asked_for.add(step)
        live = list(range(len(targets)))
        while live:
            groups, late = {}, []
            for index in live:
                name, file, _, steps = targets[index]
                under = loaded_under(name, file) if asked_for else None
                if under is not None:
                    record("proven", target=index, module=under, file=file)
                    continue
                for step, tried in steps:
                    # Each step once, as in a fresh import, also where it leaves no module behind.
                    if step in asked_for:
                        continue
                    if modules.get(step) is None or (
                        (tried or step == name) and is_stub(step, file)
                    ):
                        # Apart: a name that is only tried may be of nothing, a step may not.
                        groups.setdefault((step, tried), []).append(index)
                        break
                else:
                    if is_past_file(index):
                        late.append(index)
                    else:
                        settle(index)
            if not groups:
                if late:
                    prove_files(late, done)
                return
            if late:
                record("left", targets=late, prefix=done)
            # The largest group goes on here; the first of equals, so that runs are alike.
            chosen = max(groups, key=lambda one: len(groups[one]))
            for one, group in groups.items():
                if one != chosen and branch(group, [*done]):
                    chosen = one
                    break
            live = groups[chosen]
            record("group", targets=live)
            step, tried = chosen
            taken = take(step, tried)
            if taken is None:
                return
            asked_for.add(step)
            if taken == "stepped":
                done.append(step)

    def bare_walk():
        """The confirming run: the same steps, no hooks, nothing asked in between."""
        for step in prefix:
            if not take(step):
                return

    class _Source:
        """Lets inspect and traceback find the lines of code that is shown under another name."""

        def __init__(self, code):
            self.code = code

        def get_source(self, fullname=None):
            return self.code

    def run_smoke(name, code, file):
        record("step", step=name)
        main_module = modules["__main__"]
        namespace = module_dict(main_module)
        namespace.clear()
        # As of a script: multiprocessing's children run the file, and look at __spec__.
        namespace.update(__name__="__main__", __builtins__=builtins, __file__=file)
        namespace.update(__doc__=None, __package__=None, __spec__=None, __loader__=_Source(code))
        sys.argv[:] = [name]
        try:
            exec(compile(code, name, "exec", dont_inherit=True), namespace)
        except base_exception as error:
            leaving = issubclass(type(error), system_exit)
            if leaving and exit_code(error) == 0:
                record("stepped", step=name)
                return
            chain, failed = chain_of(error)
            code = exit_code(error) if leaving else None
            record("raised", step=name, chain=chain, loads=failed, exit=code)
            return
        record("stepped", step=name)

    def flush():
        for name in ("stdout", "stderr"):
            try:
                getattr(sys, name).flush()  # it may be deleted
            except base_exception:
                pass

    def mapped_code():
        """Files whose code is in this process, where the system tells; None elsewhere."""
        try:
            handle = os_open("/proc/self/maps", os.O_RDONLY)
        except base_exception:
            return None
        chunks = []
        try:
            while True:
                chunk = os_read(handle, 1 << 20)
                if not chunk:
                    break
                chunks.append(chunk)
        except base_exception:
            return None
        finally:
            os_close(handle)
        found = {}
        for line in b"".join(chunks).split(b"\n"):
            parts = line.split(None, 5)
            if len(parts) == 6 and b"x" in parts[1] and parts[5][:1] == b"/":
                found[parts[5].decode("utf-8", "surrogateescape")] = None
        return [*found]

    def loaded_files():
        """Files that modules say they are of, and of which the code of the process is."""
        found = {}
        for module in [*modules.values()]:
            if issubclass(type(module), module_type):
                file = plain(module_dict(module).get("__file__"))
                if type(file) is str:
                    found[file] = None
        return [*found]

    def close():
        look_for_stand_in()
        numpy = look_at_numpy()
        # What another module writes there later is no other NumPy.
        loaded = numpy and {"version": numpy[0], "file": numpy[1]}
        peak = None
        try:
            peak = getrusage(itself).ru_maxrss
            if sys.platform != "darwin":
                peak *= 1024
        except base_exception:
            pass
        if started_program():
            reached["children"] = None  # compiled code starts programs, too
        files = loaded_files()
        outside = {} if not hooks else {
            "opened": [*opened] if watches else None, "reached": [*reached]
        }
        stand_in = stand_ins[0] if stand_ins else None
        record(
            "close", numpy=loaded, standIn=stand_in, peak=peak, code=mapped_code(),
            files=files, **outside
        )

    # ---- go --------------------------------------------------------------------------------

    try:
        limits = import_module("resource")
        limits.setrlimit(limits.RLIMIT_CORE, (0, 0))
        getrusage, itself = limits.getrusage, limits.RUSAGE_SELF
        children = limits.RUSAGE_CHILDREN
        size_limit[:] = limits.getrlimit, limits.setrlimit, limits.RLIMIT_FSIZE
        modules.pop("resource", None)
    except base_exception:
        pass  # Windows has none
    # Not a lazy loader's: those are of a class of their own until they wake.
    before = {name: module for name, module in modules.items() if type(module) is module_type}
    version = sys.version_info
    path = [plain(entry) for entry in sys.path if type(entry) is str] if type(sys.path) is list else []
    executable = plain(sys.executable)
    open_spare()
    record("start", python=[version[0], version[1], version[2]], executable=executable, path=path)
    watches = hooks and hasattr(sys, "addaudithook")
    if watches:
        watch_outside()
    if branches and fork and wait_id and (gil_enabled is None or gil_enabled()):
        branching.append(True)
    if hooks:
        install_hooks()
        sys.meta_path.insert(0, _OldApiFinder())
    if smoke is not None:
        run_smoke(*smoke)
    elif hooks:
        walk()
    else:
        bare_walk()
    if getpid() == root_pid:
        close()
    flush()  # last: of a stream of the subject's own it may be the end


main()
