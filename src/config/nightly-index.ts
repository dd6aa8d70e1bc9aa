/**
 * Where the scientific Python projects publish nightly wheels: the only index address in this
 * source, used for the NumPy spec `nightly` alone, and settable (`nightly-index`).
 */
export const NIGHTLY_INDEX = 'https://pypi.anaconda.org/scientific-python-nightly-wheels/simple';
