/* The python.exe of a virtual environment on Windows, for CPythons that come without one: starts the
   python.exe in the folder that pyvenv.cfg names as "home", with the same command line, in a job that
   ends with this process, and ends with its exit code. */
#include <stdio.h>
#include <wchar.h>
#include <windows.h>

#define LONGEST 4096

static int failed(const char *what) {
  fprintf(stderr, "venv-launcher: %s (error %lu)\n", what, GetLastError());
  return 106;
}

static void parent(wchar_t *path) {
  wchar_t *slash = wcsrchr(path, L'\\');
  if (slash) *slash = 0;
}

/* Writes the value of "home = …"; 0 when there is none. */
static int home(const wchar_t *config, wchar_t *into) {
  wchar_t line[LONGEST];
  FILE *file = _wfopen(config, L"rt, ccs=UTF-8");
  into[0] = 0;
  while (file && fgetws(line, LONGEST, file)) {
    wchar_t *value = wcschr(line, L'=');
    if (!value || wcsncmp(line, L"home", 4) || (line[4] != L' ' && line[4] != L'=')) continue;
    for (value++; *value == L' '; value++);
    value[wcscspn(value, L"\r\n")] = 0;
    wcscpy(into, value);
  }
  if (file) fclose(file);
  return into[0] != 0;
}

int main(void) {
  static wchar_t self[LONGEST], path[LONGEST], base[LONGEST], program[LONGEST];
  if (!GetModuleFileNameW(NULL, self, LONGEST - 16)) return failed("this program's own name is too long");
  wcscpy(path, self);
  parent(path); /* Scripts */
  parent(path); /* the environment */
  wcscat(path, L"\\pyvenv.cfg");
  if (!home(path, base)) return failed("pyvenv.cfg names no home");
  swprintf(program, LONGEST, L"%ls\\python.exe", base);
  SetEnvironmentVariableW(L"__PYVENV_LAUNCHER__", self);

  HANDLE job = CreateJobObjectW(NULL, NULL);
  JOBOBJECT_EXTENDED_LIMIT_INFORMATION limit = {0};
  limit.BasicLimitInformation.LimitFlags =
      JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE | JOB_OBJECT_LIMIT_SILENT_BREAKAWAY_OK;
  SetInformationJobObject(job, JobObjectExtendedLimitInformation, &limit, sizeof limit);

  STARTUPINFOW start;
  PROCESS_INFORMATION child;
  DWORD code;
  GetStartupInfoW(&start);
  if (!CreateProcessW(program, GetCommandLineW(), NULL, NULL, TRUE, 0, NULL, NULL, &start, &child))
    return failed("the base python.exe does not start");
  AssignProcessToJobObject(job, child.hProcess);
  WaitForSingleObject(child.hProcess, INFINITE);
  return GetExitCodeProcess(child.hProcess, &code) ? (int)code : failed("no exit code");
}
