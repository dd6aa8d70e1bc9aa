import { describe, expect, it } from '@jest/globals';
import { crashFrame } from '../../../src/judge/diagnose/crash-frame.ts';
import type { NativeFrame } from '../../../src/model/observation.ts';
import { observed } from './made-evidence.ts';

function frame(name: string, file: string | null, library: string | null = null): NativeFrame {
  return { function: name, file, line: file === null ? null : 7, library };
}

const PYTHON = frame(
  'cfunction_vectorcall_O',
  'Objects/methodobject.c',
  '/py/lib/libpython3.11.so.1.0',
);
const MEMCPY = frame('__memmove_avx', '../sysdeps/x86_64/multiarch/memmove.S', '/lib/libc.so.6');
const OWN = frame('total', 'src/total.c', '/venv/site-packages/pkg/_ext.so');

describe('crashFrame()', () => {
  it.each<[string, readonly NativeFrame[], string | undefined]>([
    ['the user’s frame on top', [OWN, PYTHON], 'total'],
    ['the C library on top of it', [MEMCPY, OWN, PYTHON], 'total'],
    ['an unknown address on top of it', [frame('??', null), OWN, PYTHON], 'total'],
    [
      'without debug information',
      [frame('total', null, '/venv/site-packages/pkg/_ext.so'), PYTHON],
      'total',
    ],
    ['the interpreter itself', [PYTHON, OWN], undefined],
    [
      'the interpreter through a header',
      [frame('_Py_INCREF', './Include/object.h'), OWN],
      undefined,
    ],
    ['no stack', [], undefined],
  ])('%s', (_, nativeFrames, expected) => {
    expect(crashFrame(observed({ nativeFrames }))?.function).toBe(expected);
  });
});
