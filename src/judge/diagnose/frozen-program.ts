import { compareMinors } from '../../packaging/numpy-releases.ts';
import type { NumpyCause } from './numpy-cause.ts';
import { isWindowsText } from './windows-texts.ts';

/** What made a program of Python code, and what tells it: its own files, and names of its frames. */
const FREEZERS: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['PyInstaller', /PyInstaller|pyimod\d\d|\[PYI-\d+:|_MEI\w{4,}|Failed to execute script '/],
  ['cx_Freeze', /cx_Freeze|\bcx_freeze\b/],
  [
    'py2app',
    /\.app\/Contents\/Resources\/(?:__boot__\.py|lib\/python\d[\d.]*\/lib-dynload\/numpy)/,
  ],
  [
    'Nuitka',
    /<module numpy(?:\.[\w.]+)?>|LoadLibraryExW? '|[\\/]onefile_\d+_\d+|\.dist[\\/]numpy[\\/]/i,
  ],
];

/** @returns the program that froze what the text tells of, undefined when none did */
export function freezerIn(text: string): string | undefined {
  return FREEZERS.find(([, pattern]) => pattern.test(text))?.[0];
}

const MODULE = /No module named|cannot import name/;

/**
 * @param original NumPy's original error, empty when it is not known
 * @param numpy the NumPy that was frozen, null when it is not known
 */
export function explainFrozen(freezer: string, original: string, numpy: string | null): NumpyCause {
  const library = original !== '' && !MODULE.test(original);
  const title = 'NumPy itself cannot be imported: the frozen program lacks parts of it';
  if (library) {
    const windows = /LoadLibraryEx|DLL load failed/.test(original);
    const procedure = windows && isWindowsText(original.replace(/^.*?: /, ''), 'no-procedure');
    return {
      cause: `frozen by ${freezer}`,
      title: procedure
        ? 'NumPy itself cannot be imported: the frozen program brings a DLL of another version'
        : title,
      why: `The program was frozen by ${freezer}, and a library that NumPy needs was ${procedure ? 'taken from elsewhere' : 'left out, or lies where the loader does not look'}.`,
      fix: `Freeze the program again with the newest ${freezer}${freezer === 'PyInstaller' ? ' (and a current `pyinstaller-hooks-contrib`)' : ''}, with NumPy from PyPI (conda’s needs MKL’s or OpenBLAS’ DLLs beside it), and check that what lies in \`numpy.libs\`${windows ? '' : ' (macOS: `numpy/.dylibs`)'} is in the program.${windows ? ' Where only other machines fail, install the current Visual C++ redistributable there.' : ''} Who only uses the program asks its authors; installing NumPy does not help.`,
    };
  }
  const hook =
    numpy !== null && compareMinors(numpy, '2.3') >= 0
      ? '`pyinstaller>=6.14.1`, which knows NumPy 2.3'
      : 'a release of PyInstaller that is newer than this NumPy';
  return {
    cause: `frozen by ${freezer}`,
    title,
    why:
      original === ''
        ? `The program was frozen by ${freezer}. NumPy’s original error, which says what is missing, is not in the text.`
        : freezer === 'PyInstaller'
          ? 'The program was frozen by PyInstaller, whose hook for NumPy is older than this NumPy and left modules of it out.'
          : `The program was frozen by ${freezer}, which left modules of NumPy out.`,
    fix:
      freezer === 'PyInstaller'
        ? `Freeze the program again with ${hook} (and a current \`pyinstaller-hooks-contrib\`). Installing NumPy again does not help.`
        : `Freeze the program again with the newest ${freezer}, and tell it to take the whole package \`numpy\`. Installing NumPy again does not help.`,
  };
}
