import { normaliseName } from './requirement-name.ts';

/** Top-level modules whose distributions have other names, the likeliest first. */
const DISTRIBUTIONS: ReadonlyMap<string, readonly string[]> = new Map([
  ['Bio', ['biopython']],
  ['Crypto', ['pycryptodome', 'pycrypto']],
  ['Cython', ['cython']],
  ['MySQLdb', ['mysqlclient']],
  ['Levenshtein', ['levenshtein', 'python-levenshtein']],
  ['MeCab', ['mecab-python3']],
  ['OpenGL', ['pyopengl']],
  ['OpenSSL', ['pyopenssl']],
  ['PIL', ['pillow', 'pillow-simd']],
  ['_cffi_backend', ['cffi']],
  ['attr', ['attrs']],
  ['bs4', ['beautifulsoup4']],
  ['cairo', ['pycairo']],
  ['community', ['python-louvain']],
  [
    'cv2',
    [
      'opencv-python',
      'opencv-python-headless',
      'opencv-contrib-python',
      'opencv-contrib-python-headless',
    ],
  ],
  ['dateutil', ['python-dateutil']],
  ['docx', ['python-docx']],
  ['dotenv', ['python-dotenv']],
  ['faiss', ['faiss-cpu', 'faiss-gpu']],
  ['fcl', ['python-fcl']],
  ['fitz', ['pymupdf']],
  ['gi', ['pygobject']],
  ['git', ['gitpython']],
  ['grpc', ['grpcio']],
  ['igraph', ['igraph', 'python-igraph']],
  ['jwt', ['pyjwt']],
  ['ldap', ['python-ldap']],
  ['llama_cpp', ['llama-cpp-python']],
  ['magic', ['python-magic']],
  ['mesonpy', ['meson-python']],
  ['mpl_toolkits', ['matplotlib']],
  ['osgeo', ['gdal']],
  ['pcl', ['python-pcl']],
  ['psycopg2', ['psycopg2', 'psycopg2-binary']],
  ['pywt', ['pywavelets']],
  ['pyximport', ['cython']],
  ['rpds', ['rpds-py']],
  ['serial', ['pyserial']],
  ['skbuild', ['scikit-build']],
  ['skimage', ['scikit-image']],
  ['sklearn', ['scikit-learn']],
  ['snappy', ['python-snappy']],
  ['talib', ['ta-lib']],
  ['umap', ['umap-learn']],
  ['usb', ['pyusb']],
  ['vtkmodules', ['vtk']],
  ['wx', ['wxpython']],
  ['yaml', ['pyyaml']],
  ['zmq', ['pyzmq']],
]);

/**
 * The distributions that may provide a top-level module, the likeliest first: the known ones, else
 * the one of its name.
 *
 * @example providersOf('Bio') // ['biopython']
 */
export function providersOf(top: string): readonly string[] {
  return DISTRIBUTIONS.get(top) ?? [nameAlike(top)];
}

/** @returns the distribution that is known to provide a module under another name, undefined when none is */
export function knownProvider(top: string): string | undefined {
  return DISTRIBUTIONS.get(top)?.[0];
}

/** A private module is called as its distribution, but for the underscore: `_brotli`. */
function nameAlike(top: string): string {
  return normaliseName(top).replaceAll(/^-+|-+$/g, '') || top;
}
