/** What every Windows has, and what CPython and its installer bring. */
const PRESENT = [
  /^(?:api|ext)-ms-/,
  /^(?:kernel32|kernelbase|ntdll|user32|gdi32|gdi32full|win32u|advapi32|shell32|shlwapi|ole32|oleaut32)\.dll$/,
  /^(?:combase|rpcrt4|sechost|ws2_32|wsock32|iphlpapi|dnsapi|winhttp|wininet|crypt32|bcrypt|bcryptprimitives)\.dll$/,
  /^(?:secur32|ncrypt|version|winmm|imm32|comctl32|comdlg32|setupapi|cfgmgr32|psapi|userenv|powrprof|pdh)\.dll$/,
  /^(?:dbghelp|dwmapi|uxtheme|opengl32|glu32|d2d1|d3d\d+|dxgi|dwrite|mswsock|wtsapi32|netapi32|propsys)\.dll$/,
  /^(?:msvcrt|ucrtbase|vcruntime140|vcruntime140_1)\.dll$/,
  /^python\d+t?\.dll$/,
];

/**
 * The DLLs that a file asks for and that may be the missing one, as Windows names none.
 *
 * @param needed the names in its import table
 * @example suspectDlls(['KERNEL32.dll', 'python312.dll', 'openblas.dll']) // ['openblas.dll']
 */
export function suspectDlls(needed: readonly string[]): readonly string[] {
  return needed.filter((name) => !PRESENT.some((known) => known.test(name.toLowerCase())));
}
