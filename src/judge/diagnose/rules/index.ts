import type { Rule } from '../rule.ts';
import { cythonTypeSize } from './cython-other-release.ts';
import { crash, crashAtExit } from './death.ts';
import { exitInInit } from './exit-in-init.ts';
import { importArrayMissing, latentNp1 } from './hidden.ts';
import { ldCorruptFile, ldStaticTls, ldWrongArch } from './loader-file.ts';
import { ldMissingLibrary, ldUndefinedSymbol } from './loader-library.ts';
import { ldExecutableStack, ldInitFailed, ldNoMemory, ldRefused } from './loader-refused.ts';
import { ldLibcVersion, ldSymbolVersion } from './loader-version.ts';
import { moduleNotFound, pyWrongTag } from './missing-module.ts';
import { pyPartMissing } from './missing-python-part.ts';
import { npApiTooNew } from './np-api-too-new.ts';
import { npArrayCopy } from './np-array-copy.ts';
import { npArrayToScalar } from './np-array-to-scalar.ts';
import { npIntegerRange } from './np-integer-range.ts';
import { npUndefinedName } from './np-undefined-name.ts';
import { np1OnNp2 } from './np1-on-np2.ts';
import {
  cythonSizeWarningAsError,
  npAbiMismatch,
  npF2pyInit,
  npImportArrayFailed,
} from './numpy-c-api.ts';
import {
  numpyBroken,
  numpyCpu,
  numpyLoadedTwice,
  numpyMixedInstall,
  numpySubinterpreter,
  numpyWrongPython,
} from './numpy-install.ts';
import { numpyMissing } from './numpy-missing.ts';
import {
  npDeclaredUnsupported,
  npRemovedAttr,
  npRemovedModule,
  npRemovedName,
} from './numpy-python-api.ts';
import { flaky, notLoaded, shadowed, wrongNumpy } from './probe-integrity.ts';
import { initFailed, pyInitBroken } from './python-init.ts';
import { pyAbiCheck, pyPybind11, pyUnknownSlot, pyWindowsDll } from './python-mismatch.ts';
import { pySubinterpreter } from './python-subinterpreter.ts';
import { pyNoInit, pyUndefinedSymbol } from './python-symbols.ts';
import { pyApiWarning, pyCythonWarning, pyGilEnabled } from './python-warnings.ts';
import { timeout } from './timeout.ts';
import { unclassified } from './unclassified.ts';

/** What makes everything else that was seen worthless. */
export const INTEGRITY_RULES: readonly Rule[] = [flaky, wrongNumpy, shadowed, notLoaded];

/**
 * For outcomes that are failures; the first that applies is the diagnosis. Several texts stand in
 * one output as a rule, so the order is: NumPy broken itself, NumPy's C-API, Python's ABI, the
 * loader, Python names, and what says least comes last.
 */
export const FAILURE_RULES: readonly Rule[] = [
  importArrayMissing,
  crashAtExit,
  crash,
  exitInInit,
  timeout,
  numpySubinterpreter,
  numpyLoadedTwice,
  numpyWrongPython,
  numpyCpu,
  numpyBroken,
  cythonSizeWarningAsError,
  numpyMissing,
  npAbiMismatch,
  npApiTooNew,
  np1OnNp2,
  cythonTypeSize,
  npF2pyInit,
  npImportArrayFailed,
  pyPybind11,
  pyAbiCheck,
  pyUnknownSlot,
  pyWindowsDll,
  npUndefinedName,
  pyUndefinedSymbol,
  pyNoInit,
  pySubinterpreter,
  ldLibcVersion,
  ldSymbolVersion,
  ldStaticTls,
  ldExecutableStack,
  ldNoMemory,
  ldRefused,
  ldInitFailed,
  ldWrongArch,
  ldCorruptFile,
  ldMissingLibrary,
  ldUndefinedSymbol,
  npArrayCopy,
  npArrayToScalar,
  npIntegerRange,
  npRemovedAttr,
  npRemovedName,
  npRemovedModule,
  npDeclaredUnsupported,
  pyWrongTag,
  pyPartMissing,
  moduleNotFound,
  pyInitBroken,
  initFailed,
  unclassified,
];

/** For outcomes that look like success. All that apply are reported, but for the swallowed ones. */
export const QUIET_RULES: readonly Rule[] = [
  importArrayMissing,
  latentNp1,
  numpyMixedInstall,
  pyCythonWarning,
  pyApiWarning,
  numpyLoadedTwice,
  pyGilEnabled,
];
