/** What installs a program or library: Debian's package, and Homebrew's; by the name that builds use. */
const PACKAGES: readonly (readonly [name: RegExp, debian: string, brew: string])[] = [
  [/^gsl(?:-config)?$|^gsl\//, 'libgsl-dev', 'gsl'],
  [/^pkg-?config(?:uration)?$|^pkgconf$/i, 'pkg-config', 'pkg-config'],
  [/^cmake$/i, 'cmake', 'cmake'],
  [/^ninja(?:-build)?$/, 'ninja-build', 'ninja'],
  [/^meson$/, 'meson', 'meson'],
  [/^make$|^gmake$/, 'make', 'make'],
  [/^swig[\d.]*$/i, 'swig', 'swig'],
  [/^(?:g?fortran|f77|f95)$/i, 'gfortran', 'gcc'],
  [/^(?:cargo|rustc)$/, 'cargo (or rustup)', 'rust'],
  [/^git$/, 'git', 'git'],
  [/^nvcc$|^CUDA(?:Toolkit)?$/i, 'nvidia-cuda-toolkit', 'none: no CUDA on macOS'],
  [/^mpi(?:cc|cxx|fort|exec)$|^MPI$|^mpi\.h$/, 'libopenmpi-dev', 'open-mpi'],
  [/^h5(?:cc|pcc)$|^hdf5$|^hdf5\.h$/i, 'libhdf5-dev', 'hdf5'],
  [/^(?:nc-config|netcdf)$|^netcdf\.h$/i, 'libnetcdf-dev', 'netcdf'],
  [/^gdal(?:-config)?$|^gdal\.h$/i, 'libgdal-dev', 'gdal'],
  [/^geos(?:-config|_c)?$|^geos_c\.h$/i, 'libgeos-dev', 'geos'],
  [/^proj$|^proj\.h$/i, 'libproj-dev', 'proj'],
  [/^fftw3?f?$|^fftw3\.h$/i, 'libfftw3-dev', 'fftw'],
  [
    /^(?:openblas|blas|lapack|cblas|BLAS|LAPACK)$|^(?:cblas|lapacke)\.h$/i,
    'libopenblas-dev',
    'openblas',
  ],
  [/^(?:udunits2?)$|^udunits2\.h$/i, 'libudunits2-dev', 'udunits'],
  [/^(?:eigen3?)$|^Eigen\//i, 'libeigen3-dev', 'eigen'],
  [/^boost$|^boost\//i, 'libboost-all-dev', 'boost'],
  [/^(?:zlib|z)$|^zlib\.h$/i, 'zlib1g-dev', 'zlib'],
  [/^(?:libpng\d*|png)$|^png\.h$/i, 'libpng-dev', 'libpng'],
  [/^(?:libjpeg|jpeg)$|^jpeglib\.h$/i, 'libjpeg-dev', 'jpeg-turbo'],
  [/^(?:freetype2?)$|^ft2build\.h$/i, 'libfreetype-dev', 'freetype'],
  [/^(?:openssl|ssl|crypto)$|^openssl\//i, 'libssl-dev', 'openssl'],
  [/^(?:libffi|ffi)$|^ffi\.h$/i, 'libffi-dev', 'libffi'],
  [/^(?:cfitsio)$|^fitsio\.h$/i, 'libcfitsio-dev', 'cfitsio'],
  [
    /^(?:gmp|mpfr|mpc)$|^(?:gmp|mpfr|mpc)\.h$/i,
    'libgmp-dev libmpfr-dev libmpc-dev',
    'gmp mpfr libmpc',
  ],
  [
    /^(?:sndfile|portaudio\S*)$|^(?:sndfile|portaudio)\.h$/i,
    'libsndfile1-dev portaudio19-dev',
    'libsndfile portaudio',
  ],
  [/^(?:llvm(?:-config)?)[\d.-]*$/i, 'llvm-dev', 'llvm'],
  [/^(?:pg_config)$/, 'libpq-dev', 'libpq'],
  [/^(?:mysql_config)$/, 'libmysqlclient-dev', 'mysql-client'],
  [/^(?:omp|OpenMP)$|^omp\.h$/i, 'libgomp1 (part of gcc)', 'libomp'],
  [/^pybind11$|^pybind11\//i, 'none: add `pybind11` to `[build-system] requires`', 'the same'],
];

/**
 * @param name a program, a library as pkg-config or CMake names it, or a header
 * @returns commands to install it, or how to find them
 * @example installHint('gsl-config', 'program') // '`apt-get install libgsl-dev` (Debian, Ubuntu), `brew install gsl` (macOS)'
 */
export function installHint(name: string, kind: 'program' | 'library'): string {
  const known = PACKAGES.find(([pattern]) => pattern.test(name));
  if (known) {
    const [, debian, brew] = known;
    if (debian.startsWith('none: ')) return debian.slice('none: '.length);
    const mac = brew.startsWith('none: ')
      ? brew.slice('none: '.length)
      : `\`brew install ${brew}\``;
    return `\`apt-get install ${debian}\` (Debian, Ubuntu), ${mac} (macOS)`;
  }
  return kind === 'program'
    ? `with the system's packages (\`apt-file search --regexp 'bin/${name}$'\` or \`dnf provides '*/bin/${name}'\` says which)`
    : "with the system's development packages (its name with `-dev` or `-devel`), or set PKG_CONFIG_PATH or CMAKE_PREFIX_PATH to where it lies";
}
