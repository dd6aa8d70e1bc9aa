import { describeRange, type MinorRange, releasesOfSize } from '../../packaging/numpy-releases.ts';

/** What a message of Cython's struct size check says. */
export interface SizeComplaint {
  /** `numpy.dtype`, or another package's type. */
  readonly object: string;
  /** Size in the headers that the module was compiled with (the larger end of a range), bytes. */
  readonly header: number;
  /** Size of the type that was loaded (the larger end of a range), bytes. */
  readonly runtime: number;
  /** Built for these releases or later, and running these, where the table knows the sizes. */
  readonly builtFor: MinorRange | undefined;
  readonly running: MinorRange | undefined;
}

// Cython/Utility/ImportExport.c, `__Pyx_ImportType`: since 0.29 "Expected <header> from C header,
// got <runtime> from PyObject", since 3.0 either side may be a range `a-b`.
// https://github.com/cython/cython/blob/master/Cython/Utility/ImportExport.c
const NEW =
  /([\w.]+) size changed, may indicate binary incompatibility\. Expected (\d+)(?:-(\d+))? from C header, got (\d+)(?:-(\d+))? from PyObject/;
// Cython <= 0.28 says "Expected <runtime>, got <header>": the other way round.
const OLD =
  /([\w.]+) (?:size changed, may indicate binary incompatibility|has the wrong size, ?try recompiling)\. ?Expected (\d+) ?, ?got (\d+)/;

/**
 * Reads Cython's complaint that a type's size differs from the headers'.
 * @example parseSizeComplaint('numpy.ufunc size changed, may indicate binary incompatibility. Expected 216 from C header, got 192 from PyObject')?.header // 216
 */
export function parseSizeComplaint(text: string): SizeComplaint | undefined {
  const modern = NEW.exec(text);
  if (modern?.[1]) {
    return complaint(modern[1], Number(modern[3] ?? modern[2]), Number(modern[5] ?? modern[4]));
  }
  const old = OLD.exec(text);
  if (old?.[1]) return complaint(old[1], Number(old[3]), Number(old[2]));
  return undefined;
}

function complaint(object: string, header: number, runtime: number): SizeComplaint {
  const type = /^numpy\.(?:\w+\.)*(ndarray|dtype|ufunc)$/.exec(object)?.[1];
  const known = type === 'ndarray' || type === 'dtype' || type === 'ufunc' ? type : undefined;
  return {
    object,
    header,
    runtime,
    builtFor: known && releasesOfSize(known, header),
    running: known && releasesOfSize(known, runtime),
  };
}

/** @returns `numpy.ufunc is 240 bytes in the headers and 232 at run time` with the releases */
export function describeSizes(sizes: SizeComplaint): string {
  const header = sizes.builtFor ? ` (as since NumPy ${sizes.builtFor.first})` : '';
  const runtime = sizes.running ? ` (as in ${describeRange(sizes.running)})` : '';
  return `\`${sizes.object}\` has ${sizes.header} bytes in the headers it was compiled with${header} and ${sizes.runtime} bytes in the release that was loaded${runtime}`;
}
