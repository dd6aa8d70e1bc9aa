/**
 * Flags of `uv pip install` and `uv pip compile` that hold what a combination is, whatever the project's
 * `[tool.uv.pip]` or the user's uv.toml say: those are meant for resolutions of their own. Another
 * `python-version` there chose releases for another Python.
 *
 * No sdist is built: its code would run with the index credentials. (What `no-binary` names there, uv
 * builds all the same.)
 *
 * @param pythonVersion of the interpreter that it is for, in full
 */
export function heldFlags(pythonVersion: string): readonly string[] {
  return ['--no-build', '--deps', '--no-all-extras', '--python-version', pythonVersion];
}
