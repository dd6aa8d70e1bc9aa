import type { Symptoms } from './symptoms.ts';

/** A folder of conda's, micromamba's and the like. */
export const CONDA_PATH =
  /[\\/](?:[\w.-]*(?:anaconda|miniconda|miniforge|mambaforge|micromamba|mamba)[\w.-]*|conda)[\\/]/i;
const DEBIAN = /(?:^|\n)\/usr\/lib\/python3\/dist-packages\//;
const NOTEBOOK = /ipython-input|(?:^|\n)(?:Cell In|Input In)\b/;

function filesOf({ chain }: Symptoms): string {
  return chain.flatMap((one) => one.frames.map((frame) => frame.file)).join('\n');
}

/**
 * The command that installs a requirement there where a pasted traceback comes from, as its paths
 * tell, conda's for conda's: in parentheses, empty where they tell nothing, or where it was no paste.
 */
export function installThere(symptoms: Symptoms, requirement: string): string {
  if (symptoms.evidence.combination !== null) return '';
  const files = filesOf(symptoms);
  if (CONDA_PATH.test(files)) return ` (\`conda install "${requirement}"\`)`;
  if (DEBIAN.test(files)) {
    return ` (\`python3 -m venv\` first, then \`pip install "${requirement}"\` in it: what apt installed fits together only with what apt installs)`;
  }
  return /[\\/](?:site|dist)-packages[\\/]/.test(files)
    ? ` (\`pip install "${requirement}"\`)`
    : '';
}

/** A kernel keeps the NumPy that it loaded first. */
export function restartNote(symptoms: Symptoms): string {
  return NOTEBOOK.test(filesOf(symptoms))
    ? ' If NumPy or this package was installed in the running notebook, restart its kernel (Colab: the runtime) first: it keeps the NumPy that it loaded.'
    : '';
}
