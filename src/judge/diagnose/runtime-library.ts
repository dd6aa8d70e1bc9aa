/** Whose C++ runtime was found, where it is not the system's. */

/**
 * Julia and its like bring a C++ runtime, which is loaded before Python's modules.
 *
 * @returns the program, undefined when the library is none of such
 */
export function hostLibrary(library: string): string | undefined {
  const host = /[\\/]lib[\\/](julia)[\\/]|[\\/](MATLAB)[\\/]|[\\/](R)[\\/]lib[\\/]/.exec(library);
  if (!host || !/libstdc\+\+|libgcc_s/.test(library)) return undefined;
  return { julia: 'Julia', MATLAB: 'MATLAB', R: 'R' }[host.slice(1).find(Boolean) ?? ''];
}

/** What helps where a program brings an older one along. */
export function ofOtherHost(host: string): string {
  return `Start ${host} with the system’s library in front (\`LD_PRELOAD=/usr/lib/x86_64-linux-gnu/libstdc++.so.6\`), or use a newer ${host}, or a Python from conda in it. A newer system does not help.`;
}

/**
 * conda brings its own C++ runtime, in the `lib` folder of each environment.
 *
 * @returns what helps, undefined when the library is not conda's
 */
export function condaLibrary(library: string): string | undefined {
  const conda =
    /[\\/](?:[\w.-]*(?:conda|mamba|miniforge|mambaforge)[\w.-]*)[\\/]|[\\/]envs[\\/]/i.test(
      library,
    ) && /libstdc\+\+|libgcc_s/.test(library);
  return conda
    ? 'Upgrade conda’s C++ runtime: `conda install -c conda-forge libstdcxx-ng` (with `libgcc-ng`). A newer system does not help: the environment’s own copy is found first.'
    : undefined;
}
