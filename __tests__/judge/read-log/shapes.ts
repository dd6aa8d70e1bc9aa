/** Logs as they are pasted and kept: name, text, kind, distribution, module (empty: not told). */
export type Shape = readonly [
  name: string,
  text: string,
  kind: string,
  distribution: string | null,
  module: string | null,
];

const SIZE =
  'ValueError: numpy.dtype size changed, may indicate binary incompatibility. Expected 96 from C header, got 88 from PyObject';
const SITE = '/usr/local/lib/python3.11/site-packages';
const PANDAS = [
  'Traceback (most recent call last):',
  '  File "/app/main.py", line 3, in <module>',
  '    import pandas as pd',
  `  File "${SITE}/pandas/__init__.py", line 22, in <module>`,
  '    from pandas.compat import is_numpy_dev as _is_numpy_dev',
  `  File "${SITE}/pandas/_libs/__init__.py", line 13, in <module>`,
  '    from pandas._libs.interval import Interval',
  '  File "pandas/_libs/interval.pyx", line 1, in init pandas._libs.interval',
  SIZE,
];
const STUB = [
  '',
  'A module that was compiled using NumPy 1.x cannot be run in',
  'NumPy 2.0.2 as it may crash. To support both 1.x and 2.x',
  'versions of NumPy, modules must be compiled with NumPy 2.0.',
  "Some module may need to rebuild instead e.g. with 'pybind11>=2.12'.",
  '',
  'If you are a user of the module, the easiest solution will be to',
  "downgrade to 'numpy<2' or try to upgrade the affected module.",
  'We expect that some modules will need time to support NumPy 2.',
  '',
];
const CV2 = [
  ...STUB,
  'Traceback (most recent call last):  File "/app/main.py", line 1, in <module>',
  '    import cv2',
  `  File "${SITE}/cv2/__init__.py", line 181, in <module>`,
  '    bootstrap()',
  `  File "${SITE}/cv2/__init__.py", line 153, in bootstrap`,
  '    native_module = importlib.import_module("cv2")',
  'AttributeError: _ARRAY_API not found',
  'Traceback (most recent call last):',
  '  File "/app/main.py", line 1, in <module>',
  '    import cv2',
  `  File "${SITE}/cv2/__init__.py", line 181, in <module>`,
  '    bootstrap()',
  `  File "${SITE}/cv2/__init__.py", line 153, in bootstrap`,
  '    native_module = importlib.import_module("cv2")',
  'ImportError: numpy.core.multiarray failed to import',
];
/** As a mail's editor breaks lines: between words, and the rest at the margin. */
function wordWrapped(lines: readonly string[], width: number, quote: string): string {
  const broken = (line: string): readonly string[] => {
    const at = line.length <= width ? -1 : line.lastIndexOf(' ', width);
    if (at <= 0 || line.slice(0, at).trim() === '') return [line];
    return [line.slice(0, at), ...broken(line.slice(at + 1))];
  };
  return lines
    .flatMap(broken)
    .map((line) => `${quote}${line}`)
    .join('\n');
}
const each = (lines: readonly string[], change: (line: string, index: number) => string): string =>
  lines.map(change).join('\n');
const pandas = ['np1-on-np2', 'pandas', 'pandas._libs.interval'] as const;
const cv2 = ['np1-on-np2', 'opencv-python', 'cv2'] as const;

export const SHAPES: readonly Shape[] = [
  [
    'a worker’s traceback, quoted above that of its pool',
    [
      'concurrent.futures.process._RemoteTraceback: ',
      '"""',
      'Traceback (most recent call last):',
      '  File "<string>", line 1, in <module>',
      'ImportError: libfaildep.so.1: cannot open shared object file: No such file or directory',
      '"""',
      '',
      'The above exception was the direct cause of the following exception:',
      '',
      'Traceback (most recent call last):',
      '  File "/app/m.py", line 5, in <module>',
      '    f.result()',
      'RuntimeError: worker failed',
    ].join('\n'),
    'ld-missing-library',
    null,
    null,
  ],
  [
    'an interpreter that imports a module which lies in no package',
    [
      'RuntimeError: module compiled against API version 0x10 but this version of numpy is 0xf',
      'Traceback (most recent call last):',
      '  File "<stdin>", line 1, in <module>',
      '    import SharedArray as sa',
      'ImportError: numpy.core.multiarray failed to import',
    ].join('\n'),
    'np-api-too-new',
    'sharedarray',
    'SharedArray',
  ],
  [
    'a cause apart from the traceback that names whose it is',
    [
      'RuntimeError: module compiled against API version 0xc but this version of numpy is 0xb',
      '',
      'ERROR:root:models.geo failed',
      'Traceback (most recent call last):',
      `  File "${SITE}/skypy/models/geo/__init__.py", line 20, in <module>`,
      '    import geoFort',
      'ImportError: numpy.core.multiarray failed to import',
    ].join('\n'),
    'np-api-too-new',
    'geofort',
    'geoFort',
  ],
  [
    'the end of a traceback whose line breaks were lost',
    `packages/chonk/chunker/semantic.py", line 27, in <module> from .c_extensions.savgol import ( ImportError: ${SITE}/chonk/chunker/c_extensions/savgol.cpython-311-x86_64-linux-gnu.so: undefined symbol: __pow_finite`,
    'ld-undefined-symbol',
    'chonk',
    'chonk.chunker.c_extensions.savgol',
  ],
  [
    'GitHub Actions, with groups and the step’s end',
    each(
      [
        '##[group]Run pytest',
        'pytest',
        '##[endgroup]',
        ...CV2,
        '##[error]Process completed with exit code 1.',
      ],
      (line, index) => `2026-03-02T10:11:${10 + index}.1234567Z ${line}`,
    ),
    ...cv2,
  ],
  [
    'GitLab, with sections and colours',
    [
      'section_start:1700000000:step_script\r\u001b[0K\u001b[0KExecuting "step_script"\u001b[0;m',
      '\u001b[32;1m$ python main.py\u001b[0;m',
      ...PANDAS,
      'section_end:1700000001:step_script\r\u001b[0K',
      '\u001b[31;1mERROR: Job failed: exit code 1\u001b[0;m',
    ].join('\n'),
    ...pandas,
  ],
  [
    'journalctl -o json',
    each(PANDAS, (line, index) =>
      JSON.stringify({ __CURSOR: `s=ab;i=${index}`, PRIORITY: '6', _PID: '812', MESSAGE: line }),
    ),
    ...pandas,
  ],
  ['docker compose in colour', each(CV2, (line) => `\u001b[36mweb-1  | \u001b[0m${line}`), ...cv2],
  [
    'docker compose, two services at once',
    PANDAS.flatMap((line, index) => [
      `web-1  | ${line}`,
      ...(index % 3 === 1
        ? [`db-1   | 2026-03-02 10:11:12.123 UTC [1] LOG:  checkpoint ${index}`]
        : []),
    ]).join('\n'),
    ...pandas,
  ],
  [
    'Airflow, only the first line with a prefix',
    [
      '[2026-03-02, 10:11:12 UTC] {taskinstance.py:2698} ERROR - Task failed with exception',
      ...PANDAS,
      '[2026-03-02, 10:11:12 UTC] {taskinstance.py:1138} INFO - Marking task as FAILED.',
    ].join('\n'),
    ...pandas,
  ],
  [
    'CloudWatch, a JSON record per line',
    each(CV2, (line, index) =>
      JSON.stringify({ timestamp: 1_700_000_000 + index, ingestionTime: 1, message: line }),
    ),
    ...cv2,
  ],
  [
    'Google Cloud, a JSON record for all',
    JSON.stringify({
      severity: 'ERROR',
      textPayload: PANDAS.join('\n'),
      resource: { type: 'k8s' },
    }),
    ...pandas,
  ],
  [
    'AWS Lambda, the exception above its frames',
    [
      'START RequestId: 00000000-0000-0000-0000-000000000000 Version: $LATEST',
      `[ERROR] ${SIZE}`,
      ...PANDAS.slice(0, -1),
      'END RequestId: 00000000-0000-0000-0000-000000000000',
    ].join('\n'),
    ...pandas,
  ],
  [
    'logfmt',
    `time=2026-03-02T10:11:12Z level=error msg=${JSON.stringify(PANDAS.join('\n'))} pod=web-1`,
    ...pandas,
  ],
  [
    'a list of lines, as traceback.format_exception returns it',
    `failed: [${PANDAS.map((line) => `'${line}\\n'`).join(', ')}]`,
    ...pandas,
  ],
  ['tox 4', each(['commands[0]> pytest', ...PANDAS], (line) => `py311: ${line}`), ...pandas],
  [
    'pytest -n 4',
    [
      '==================================== ERRORS ====================================',
      '_____________________ ERROR collecting tests/test_frame.py _____________________',
      '[gw0] linux -- Python 3.11.9 /opt/venv/bin/python',
      'tests/test_frame.py:1: in <module>',
      '    import pandas',
      `${SITE}/pandas/__init__.py:22: in <module>`,
      '    from pandas.compat import is_numpy_dev',
      'pandas/_libs/interval.pyx:1: in init pandas._libs.interval',
      '    ???',
      `E   ${SIZE}`,
      '=========================== short test summary info ============================',
      `ERROR tests/test_frame.py - ${SIZE}`,
      '!!!!!!!!!!!!!!!!!!! Interrupted: 1 error during collection !!!!!!!!!!!!!!!!!!!!',
    ].join('\n'),
    ...pandas,
  ],
  [
    'pytest --tb=line',
    [
      '=================================== FAILURES ===================================',
      `pandas/_libs/interval.pyx:1: ${SIZE}`,
      '=========================== short test summary info ============================',
      'FAILED tests/test_frame.py::test_it',
    ].join('\n'),
    ...pandas,
  ],
  [
    'a failed nix build',
    [
      "error: builder for '/nix/store/abc-python3.11-app.drv' failed with exit code 1;",
      '       last 10 log lines:',
      ...PANDAS.map((line) => `       > ${line}`),
      "       For full logs, run 'nix log /nix/store/abc-python3.11-app.drv'.",
    ].join('\n'),
    ...pandas,
  ],
  [
    'Kaggle’s JSON log',
    `[${PANDAS.map((line, index) => JSON.stringify({ stream_name: 'stderr', time: 12.3 + index, data: `${line}\n` })).join('\n,')}]`,
    ...pandas,
  ],
  [
    'Colab',
    [
      '---------------------------------------------------------------------------',
      'ValueError                                Traceback (most recent call last)',
      '<ipython-input-1-c7d8a2e5bb1a> in <cell line: 1>()',
      '----> 1 import pandas as pd',
      '',
      '/usr/local/lib/python3.10/dist-packages/pandas/__init__.py in <module>',
      '     20 ',
      '     21 # numpy compat',
      '---> 22 from pandas.compat import is_numpy_dev as _is_numpy_dev  # pyright: ignore # noqa',
      '     23 ',
      '',
      '/usr/local/lib/python3.10/dist-packages/pandas/_libs/__init__.py in <module>',
      '     11 ',
      '     12 ',
      '---> 13 from pandas._libs.interval import Interval',
      '',
      '/usr/local/lib/python3.10/dist-packages/pandas/_libs/interval.pyx in init pandas._libs.interval()',
      '',
      SIZE,
    ].join('\n'),
    ...pandas,
  ],
  [
    'Databricks',
    [
      SIZE,
      '---------------------------------------------------------------------------',
      'ValueError                                Traceback (most recent call last)',
      'File <command-4183927464>, line 1',
      '----> 1 import pandas as pd',
      '',
      'File /databricks/python/lib/python3.10/site-packages/pandas/__init__.py:22',
      '     20 del _hard_dependencies',
      '---> 22 from pandas.compat import is_numpy_dev',
      '',
      'File /databricks/python/lib/python3.10/site-packages/pandas/_libs/interval.pyx:1, in init pandas._libs.interval()',
      '',
      SIZE,
    ].join('\n'),
    ...pandas,
  ],
  [
    'SageMaker',
    each(
      [
        ...PANDAS,
        '',
        'sagemaker-training-toolkit ERROR    Reporting training FAILURE',
        `ErrorMessage "${SIZE}"`,
      ],
      (line) => `\u001b[34m${line}\u001b[0m`,
    ),
    ...pandas,
  ],
  [
    'Slack, quoted, with typographic quotes',
    each(PANDAS, (line) => `&gt; ${line.replaceAll(/"([^"]*)"/g, '“$1”')}`),
    ...pandas,
  ],
  [
    'an HTML page',
    `<p>I get this:</p>\n<pre><code>${PANDAS.join('\n').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')}\n</code></pre>\n<p>What now?</p>`,
    ...pandas,
  ],
  [
    'CSV, with doubled quotes',
    `time,level,message\n2026-03-02,ERROR,"${PANDAS.join('\n').replaceAll('"', '""')}"\n`,
    ...pandas,
  ],
  [
    'a Windows console of 80 columns',
    [
      'C:\\Users\\me\\Desktop\\project>python main.py',
      'Traceback (most recent call last):',
      '  File "C:\\Users\\me\\Desktop\\project\\main.py", line 1, in <module>',
      '    import pandas as pd',
      '  File "C:\\Users\\me\\AppData\\Local\\Programs\\Python\\Python311\\Lib\\site-packages\\pandas\\__init__.py", line 22, in <module>',
      '    from pandas.compat import is_numpy_dev as _is_numpy_dev',
      '  File "C:\\Users\\me\\AppData\\Local\\Programs\\Python\\Python311\\Lib\\site-packages\\pandas\\_libs\\__init__.py", line 13, in <module>',
      '    from pandas._libs.interval import Interval',
      '  File "pandas\\_libs\\interval.pyx", line 1, in init pandas._libs.interval',
      SIZE,
    ]
      .flatMap((line) => line.match(/.{1,80}/g) ?? [''])
      .join('\n'),
    ...pandas,
  ],
  [
    'PowerShell 5, standard error merged in',
    [
      'python.exe : Traceback (most recent call last):',
      'At line:1 char:1',
      '+ python main.py 2>&1 | tee log.txt',
      '+ ~~~~~~~~~~~~~~~~~~~~',
      '    + CategoryInfo          : NotSpecified: (Traceback (most recent call last)::String) [], RemoteException',
      '    + FullyQualifiedErrorId : NativeCommandError',
      ' ',
      ...PANDAS.slice(1),
    ].join('\n'),
    ...pandas,
  ],
  [
    'R’s reticulate',
    [
      '> pd <- import("pandas")',
      `Error in py_module_import(module, convert = convert) : `,
      `  ${SIZE}`,
      'Run `reticulate::py_last_error()` for details.',
    ].join('\n'),
    'np1-on-np2',
    null,
    null,
  ],
  [
    'a C++ program that embeds Python through pybind11',
    [
      "terminate called after throwing an instance of 'pybind11::error_already_set'",
      `  what():  ${SIZE}`,
      '',
      'At:',
      '  pandas/_libs/interval.pyx(1): init pandas._libs.interval',
      `  ${SITE}/pandas/__init__.py(22): <module>`,
      '  <frozen importlib._bootstrap>(241): _call_with_frames_removed',
      '  /app/main.py(3): <module>',
      '',
      'Aborted (core dumped)',
    ].join('\n'),
    ...pandas,
  ],
  [
    'rich’s box',
    [
      '╭───────────────────── Traceback (most recent call last) ──────────────────────╮',
      '│ /app/main.py:3 in <module>                                                   │',
      '│                                                                              │',
      '│   1 import os                                                                │',
      '│ ❱ 3 import pandas as pd                                                      │',
      '│                                                                              │',
      '│ /usr/local/lib/python3.11/site-packages/pandas/_libs/a_long_folder_name/_ini │',
      '│ t__.py:13 in <module>                                                        │',
      '│                                                                              │',
      '│ ❱ 13 from pandas._libs.interval import Interval                              │',
      '│                                                                              │',
      '│ in init pandas._libs.interval:1                                              │',
      '╰──────────────────────────────────────────────────────────────────────────────╯',
      'ValueError: numpy.dtype size changed, may indicate binary incompatibility. ',
      'Expected 96 from C header, got 88 from PyObject',
    ].join('\n'),
    ...pandas,
  ],
  [
    'VS Code’s debugger',
    [
      'Exception has occurred: ValueError       (note: full exception trace is shown but execution is paused at: <module>)',
      SIZE.replace('ValueError: ', ''),
      ...PANDAS.slice(1),
    ].join('\n'),
    ...pandas,
  ],
  [
    'Apache’s mod_wsgi',
    each(
      PANDAS,
      (line, index) =>
        `[Mon Mar 02 10:11:12.12345${index} 2026] [wsgi:error] [pid 12:tid 14012345] [remote 10.0.0.1:5123${index}] ${line}`,
    ),
    ...pandas,
  ],
  [
    'Spark, inside a Java exception',
    [
      'org.apache.spark.SparkException: Job aborted due to stage failure: Task 0 in stage 1.0 failed 4 times: org.apache.spark.api.python.PythonException: Traceback (most recent call last):',
      ...PANDAS.slice(1),
      '',
      '\tat org.apache.spark.api.python.BasePythonRunner$ReaderIterator.handlePythonException(PythonRunner.scala:572)',
      '\tat java.base/java.lang.Thread.run(Thread.java:840)',
    ].join('\n'),
    ...pandas,
  ],
  [
    'loguru',
    [
      '2026-03-02 10:11:12.123 | ERROR    | __main__:<module>:5 - failed',
      'Traceback (most recent call last):',
      '',
      '> File "/app/main.py", line 3, in <module>',
      '    import pandas as pd',
      '',
      `  File "${SITE}/pandas/__init__.py", line 22, in <module>`,
      '    from pandas.compat import is_numpy_dev',
      '    └ <module>',
      '',
      '  File "pandas/_libs/interval.pyx", line 1, in init pandas._libs.interval',
      '',
      SIZE,
    ].join('\n'),
    ...pandas,
  ],
  [
    'an exception group',
    [
      '  + Exception Group Traceback (most recent call last):',
      '  |   File "/app/main.py", line 9, in <module>',
      '  |     asyncio.run(main())',
      '  | ExceptionGroup: unhandled errors in a TaskGroup (1 sub-exception)',
      '  +-+---------------- 1 ----------------',
      ...PANDAS.map((line) => `    | ${line}`),
      '    +------------------------------------',
    ].join('\n'),
    ...pandas,
  ],
  ['all on one line', `ERROR: ${PANDAS.map((line) => line.trim()).join(' ')}`, ...pandas],
  ['the line breaks taken out', PANDAS.join(''), ...pandas],
  ['every indentation lost', each(PANDAS, (line) => line.trim()), ...pandas],
  [
    'NumPy’s text and its frames on one line, ended by the real exception',
    [
      ...STUB,
      'Traceback (most recent call last):  File "/app/main.py", line 1, in <module>',
      '    import cv2',
      `  File "${SITE}/cv2/__init__.py", line 153, in bootstrap`,
      '    native_module = importlib.import_module("cv2")',
      'ImportError: numpy.core.multiarray failed to import',
    ].join('\n'),
    ...cv2,
  ],
  [
    'an egg’s name tells the version',
    [
      'Traceback (most recent call last):',
      '  File "/usr/lib/python3.7/site-packages/Foo_Bar-1.0.1-py3.7-linux-x86_64.egg/foo_bar/__init__.py", line 1, in <module>',
      '    from foo_bar._core import x',
      'RuntimeError: module compiled against API version 0xe but this version of numpy is 0xd',
    ].join('\n'),
    'np-api-too-new',
    'foo-bar',
    'foo_bar._core',
  ],
  [
    'macOS',
    [
      'Traceback (most recent call last):',
      '  File "<string>", line 1, in <module>',
      'ImportError: dlopen(/opt/venv/lib/python3.11/site-packages/lightgbm_ext/_core.cpython-311-darwin.so, 0x0002): Library not loaded: @rpath/libomp.dylib',
      '  Referenced from: <0B1C> /opt/venv/lib/python3.11/site-packages/lightgbm_ext/_core.cpython-311-darwin.so',
      "  Reason: tried: '/usr/local/lib/libomp.dylib' (no such file)",
    ].join('\n'),
    'ld-missing-library',
    'lightgbm-ext',
    'lightgbm_ext._core',
  ],
  [
    'a DLL that is missing, in Polish',
    [
      'Traceback (most recent call last):',
      '  File "C:\\app\\main.py", line 1, in <module>',
      '    import fastpack',
      '  File "C:\\Python311\\Lib\\site-packages\\fastpack\\__init__.py", line 4, in <module>',
      '    from ._native import run',
      'ImportError: DLL load failed while importing _native: Nie można odnaleźć określonego modułu.',
    ].join('\n'),
    'ld-missing-library',
    'fastpack',
    'fastpack._native',
  ],
  [
    'a sentence in backticks, without a space behind the colon',
    'running `python tools/make.py` gives:\n\n`RuntimeError:module compiled against API version 0x10 but this version of numpy is 0xe . Check the section C-API incompatibility`\n',
    'np-api-too-new',
    null,
    null,
  ],
  [
    'one quoted line among others that are not',
    `### What happened\n\n> ${SIZE}\n\nnumpy: 1.26.4\n`,
    'np1-on-np2',
    null,
    null,
  ],
  [
    'a title',
    '# DLL load failed while importing _solve: The specified procedure could not be found.\n\nwhen I import it\n',
    'ld-undefined-symbol',
    null,
    '_solve',
  ],
  [
    'a program that wraps the system’s words',
    "“Command failed with 'General' error.\nUnexpected error in method 'Load' 'DLL load failed: The specified procedure could not be found.”\n",
    'ld-undefined-symbol',
    null,
    null,
  ],
  [
    'another spelling, in the middle of a sentence',
    'It says: Import Error:  DLL Load Failed:  The specified procedure cannot be found. What version is it?\n',
    'ld-undefined-symbol',
    null,
    null,
  ],
  [
    'a sentence in a post whose other sentences speak as manuals do',
    `If you see problems like mine, please comment. This means that many are affected.\n\n### What happens\n\n\`${SIZE}\`\n\nIf you get it to work, tell me.\n`,
    'np1-on-np2',
    null,
    null,
  ],
  [
    'a post on one line',
    `Hi. My script says "${SIZE.replace('ValueError: ', '')}" when I start it. If you see what I did wrong, tell me.`,
    'np1-on-np2',
    null,
    null,
  ],
  [
    'NumPy’s original error alone',
    'Import Error: Unable to import required dependencies: numpy：\n...\n\nOriginal error was: DLL load failed:找不到指定的模块。\n### NumPy/Python version information:\nnumpy 1.19.2\n',
    'numpy-broken',
    'numpy',
    'numpy.core._multiarray_umath',
  ],
  [
    'a folder of Windows that reads as a line break',
    String.raw`Traceback (most recent call last):  File "J:\app\main.py", line 1, in <module>
  File "J:\app\python\lib\site-packages\torch\nn\modules\transformer.py", line 20, in <module>
    device: torch.device = torch.device("cpu"),
J:\app\python\lib\site-packages\torch\nn\modules\transformer.py:20: UserWarning: Failed to initialize NumPy: _ARRAY_API not found (Triggered internally at ..\torch\csrc\utils\tensor_numpy.cpp:84.)
  device: torch.device = torch.device("cpu"),
Traceback (most recent call last):
  File "J:\app\main.py", line 300, in f
    x = torch.from_numpy(frame)
RuntimeError: Numpy is not available`,
    'np1-on-np2',
    'torch',
    null,
  ],
  [
    'frames above NumPy’s text for the next module',
    [
      `  File "${SITE}/nettle/client/session.py", line 19, in <module>`,
      '    from nettle.client._session import *',
      'AttributeError: _ARRAY_API not found',
      ...STUB.slice(0, 4),
    ].join('\n'),
    'swallowed',
    'nettle',
    'nettle.client._session',
  ],
  [
    'asciinema, version 2: a line in pieces',
    [
      '{"version": 2, "width": 120, "height": 30, "timestamp": 1700000000}',
      '[0.2, "o", "\\u001b[?2004h$ "]',
      '[1.0, "o", "python main.py\\r\\n"]',
      ...(`${PANDAS.join('\r\n')}\r\n`.match(/[\s\S]{1,97}/g) ?? []).map((piece, index) =>
        JSON.stringify([2 + index / 10, 'o', piece]),
      ),
      '[9.0, "i", "exit\\r"]',
    ].join('\n'),
    ...pandas,
  ],
  [
    'asciinema, version 3, in colour',
    [
      '{"version":3,"term":{"cols":80,"rows":24}}',
      ...CV2.map((line, index) =>
        JSON.stringify([index / 10, 'o', `\u001b[31m${line}\u001b[0m\r\n`]),
      ),
      '[0.1,"x","1"]',
    ].join('\n'),
    ...cv2,
  ],
  [
    'asciinema, version 1',
    JSON.stringify({
      version: 1,
      width: 80,
      stdout: PANDAS.map((line, index) => [index / 10, `${line}\r\n`]),
    }),
    ...pandas,
  ],
  [
    'a mail, wrapped between words and quoted',
    `Hi list,\n\nOn Mon, Mar 2, 2026 at 10:11 AM Bob <bob@example.org> wrote:\n\n${wordWrapped(PANDAS, 70, '> ')}\n>\n> Thanks, Bob\n`,
    ...pandas,
  ],
  ['a mail, wrapped between words', `Hello,\n\n${wordWrapped(PANDAS, 78, '')}\n\nAnn\n`, ...pandas],
  [
    'a mail with format=flowed, which leaves a space at each break',
    wordWrapped(PANDAS, 66, '').replaceAll('\n', ' \n'),
    ...pandas,
  ],
  [
    'a mail that quotes an exception alone, wrapped',
    '>> ImportError:\n>> /home/u/.local/lib/python3.9/site-packages/tvision/_C.cpython-39-x86_64-linux-gnu.so:\n>> undefined symbol: _ZN3c104impl8GPUTrace13gpuTraceStateE\n',
    'ld-undefined-symbol',
    'tvision',
    'tvision._C',
  ],
  [
    'an exception that a post indents',
    'When I import it, this comes:\n\n    ImportError: libGL.so.1: cannot open shared object file: No such file or directory\n\nWhat can I do?\n',
    'ld-missing-library',
    null,
    null,
  ],
  [
    'a script that imports a module whose distribution has another name',
    'Traceback (most recent call last):\n  File "/app/main.py", line 3, in <module>\n    import cv2\nImportError: libGL.so.1: cannot open shared object file: No such file or directory\n',
    'ld-missing-library',
    'opencv-python',
    'cv2',
  ],
  [
    'Spyder',
    [
      'Traceback (most recent call last):',
      '',
      '  Cell In[1], line 1',
      '    import pandas as pd',
      '',
      '  File ~\\anaconda3\\Lib\\site-packages\\pandas\\__init__.py:46',
      '    from pandas.core.api import (',
      '',
      '  File C:\\anaconda3\\Lib\\site-packages\\spyder_kernels\\py3compat.py:356 in compat_exec',
      '    exec(code, globals, locals)',
      '',
      '  File pandas\\_libs\\interval.pyx:1 in init pandas._libs.interval',
      '',
      SIZE,
    ].join('\n'),
    ...pandas,
  ],
  [
    'a cause that CPython keeps beside another failed call',
    [
      'RuntimeError                              Traceback (most recent call last)',
      'RuntimeError: module compiled against API version 0xe but this version of numpy is 0xd',
      '---------------------------------------------------------------------------',
      'ImportError                               Traceback (most recent call last)',
      '<ipython-input-1-4039d98168f3> in <module>',
      '----> 1 import ecole',
      '',
      '~/envs/w/lib/python3.8/site-packages/ecole/__init__.py in <module>',
      '      1 import sys',
      '----> 3 from ecole.core import RandomEngine',
      '',
      'ImportError: SystemError: <built-in method __contains__ of dict object at 0x7f8f6ae5fac0> returned a result with an error set',
    ].join('\n'),
    'np-api-too-new',
    'ecole',
    'ecole.core',
  ],
  [
    'NumPy’s misleading last words alone',
    'Traceback (most recent call last):\n  File "C:\\Users\\太郎\\app.py", line 1, in <module>\n    import numpy as np\n  File "C:\\Users\\太郎\\venv\\lib\\site-packages\\numpy\\__init__.py", line 119, in <module>\n    raise ImportError(msg) from e\nImportError: Error importing numpy: you should not try to import numpy from\n        its source directory; please exit the numpy source tree, and relaunch\n        your python interpreter from there.\n',
    'numpy-broken.wrong-python',
    'numpy',
    null,
  ],
  [
    'a warning that pytest made an error, broken at a width',
    "E   RuntimeWarning: The global interpreter lock (GIL) has been enabled to load\nE   module '_brotli', which has not declared that it can run safely without the\nE   GIL. To override this behavior and keep the GIL disabled (at your own risk),\nE   run with PYTHON_GIL=0 or -Xgil=0.\n",
    'py-gil-enabled',
    'brotli',
    '_brotli',
  ],
  [
    'AWS Lambda’s own words for a failed import',
    "[ERROR] Runtime.ImportModuleError: Unable to import module 'app': /lib64/libm.so.6: version `GLIBC_2.27' not found (required by /var/task/site-packages/fastx/_core.cpython-39-x86_64-linux-gnu.so)\nTraceback (most recent call last):\n",
    'ld-libc-version',
    'fastx',
    'fastx._core',
  ],
  [
    'PyO3’s words for a subinterpreter',
    'Traceback (most recent call last):\n  File "/v/lib/python3.11/site-packages/cryptography/exceptions.py", line 9, in <module>\n    from cryptography.hazmat.bindings._rust import exceptions as rust_exceptions\nImportError: PyO3 modules do not yet support subinterpreters, see https://github.com/PyO3/pyo3/issues/576\n',
    'py-subinterpreter',
    'cryptography',
    'cryptography.hazmat.bindings._rust',
  ],
  [
    'GitHub’s page of a job, copied: folded lines’ numbers are links',
    each(PANDAS, (line) =>
      line.replace(
        /(?<=\bline )\d|(?<=Expected )9/,
        '[$&](https://github.com/o/r/actions/runs/1/job/2#step:5:10)',
      ),
    ),
    ...pandas,
  ],
  [
    'Android’s loader, a symbol',
    [
      'Traceback (most recent call last):',
      '  File "/app/main.py", line 1, in <module>',
      '    import numba',
      'ImportError: dlopen failed: cannot locate symbol "PyExc_TypeError" referenced by "/data/data/com.termux/files/usr/lib/python3.9/site-packages/numba/core/typeconv/_typeconv.cpython-39.so"...',
    ].join('\n'),
    'py-undefined-symbol',
    'numba',
    'numba.core.typeconv._typeconv',
  ],
  [
    'Android’s loader, a library',
    'ImportError: dlopen failed: library "libopenblas.so" not found: needed by /data/data/com.termux/files/usr/lib/python3.11/site-packages/scipy/linalg/_fblas.cpython-311.so in namespace (default)\n',
    'ld-missing-library',
    'scipy',
    'scipy.linalg._fblas',
  ],
  [
    'ctypes on Windows',
    [
      'Traceback (most recent call last):',
      '  File "C:\\py\\Lib\\site-packages\\llvmlite\\binding\\ffi.py", line 168, in <module>',
      '    lib = ctypes.CDLL(path)',
      "FileNotFoundError: Could not find module 'C:\\py\\Lib\\site-packages\\llvmlite\\binding\\llvmlite.dll' (or one of its dependencies). Try using the full path with constructor syntax.",
    ].join('\n'),
    'ld-missing-library',
    'llvmlite',
    null,
  ],
  [
    'a table that is no capsule',
    [
      'Traceback (most recent call last):',
      `  File "${SITE}/cv2/__init__.py", line 153, in bootstrap`,
      '    native_module = importlib.import_module("cv2")',
      'RuntimeError: _ARRAY_API is not PyCapsule object',
    ].join('\n'),
    'np-import-array-failed',
    'opencv-python',
    'cv2',
  ],
  [
    'gdb',
    [
      '(gdb) run',
      'Program received signal SIGSEGV, Segmentation fault.',
      '0x00007ffff79880f3 in __strcmp_avx2_rtm () from /lib64/libc.so.6',
      '(gdb) bt',
      '#0  0x00007ffff79880f3 in __strcmp_avx2_rtm () from /lib64/libc.so.6',
      `#1  0x00007ffff1a2b3c4 in PyInit__core () from ${SITE}/fastlib/_core.cpython-311-x86_64-linux-gnu.so`,
      '#2  0x00000000005a1b2c in _PyImport_LoadDynamicModuleWithSpec (spec=0x7f, fp=0x0) at ./Python/importdl.c:167',
    ].join('\n'),
    'crash',
    'fastlib',
    'fastlib._core',
  ],
  [
    'pip, building a package whose setup.py imports NumPy',
    [
      'error: subprocess-exited-with-error',
      '  × python setup.py bdist_wheel did not run successfully.',
      '  ╰─> [17 lines of output]',
      '      Traceback (most recent call last):',
      '        File "<string>", line 2, in <module>',
      '        File "/tmp/pip-install-x/foo/setup.py", line 5, in <module>',
      '          import numpy',
      "      ModuleNotFoundError: No module named 'numpy'",
      '      [end of output]',
    ].join('\n'),
    'numpy-missing',
    null,
    null,
  ],
  [
    'a script that imports NumPy, which is not there',
    'Traceback (most recent call last):\n  File "/app/main.py", line 1, in <module>\n    import numpy as np\nModuleNotFoundError: No module named \'numpy\'\n',
    'numpy-missing',
    null,
    null,
  ],
  [
    'a package that imports NumPy, which is not there',
    `Traceback (most recent call last):\n  File "${SITE}/foo/core.py", line 1, in <module>\n    import numpy as np\nModuleNotFoundError: No module named 'numpy'\n`,
    'numpy-missing',
    'foo',
    'foo.core',
  ],
];

/** Logs without a failure of a compiled module: nothing may be found in them. */
export const HARMLESS: readonly (readonly [string, string])[] = [
  [
    'NumPy’s own sources, which a compiler shows',
    'numpy/__multiarray_api.h:1532:16: note: PyErr_Format(PyExc_RuntimeError, "module compiled against ABI version 0x%x but this version of numpy is 0x%x",\n',
  ],
  [
    'a list of what changed',
    '- Fixed DLL load failed while importing _x: The specified module could not be found.\n* numpy.dtype size changed, may indicate binary incompatibility. Expected 96 from C header, got 88 from PyObject\n',
  ],
  [
    'a struct that grew, told by a program',
    'note: numpy.ndarray size changed, may indicate binary incompatibility. Expected 80 from C header, got 96 from PyObject\n',
  ],
  [
    'a changelog with prefixes',
    '[1.2.3] - Fixed: ImportError: numpy.core.multiarray failed to import\n[1.2.4] - Fixed: ValueError: numpy.dtype size changed, may indicate binary incompatibility\n',
  ],
  [
    'a passing test run with a size warning',
    'tests/test_a.py ..\n\n=== warnings summary ===\n  <frozen importlib._bootstrap>:241: RuntimeWarning: numpy.ndarray size changed, may indicate binary incompatibility. Expected 80 from C header, got 96 from PyObject\n=== 2 passed, 1 warning in 0.1s ===\n',
  ],
  [
    'an installation',
    'Collecting numpy<2\n  Downloading numpy-1.26.4-cp311-cp311-manylinux_2_17_x86_64.whl (18.3 MB)\nSuccessfully installed numpy-1.26.4 pandas-2.2.3\n',
  ],
  [
    'JSON records of a web server',
    '{"level":"info","message":"GET /numpy/core/multiarray 200"}\n{"level":"error","message":"connection reset"}\n',
  ],
  [
    'source code that raises',
    'def f():\n    raise ImportError("numpy.core.multiarray failed to import")\n\n# ImportError: numpy.core.multiarray failed to import\n',
  ],
  [
    'documentation of the failure',
    'You may see the following, which `pip install "numpy<2"` mends:\n\n* `A module that was compiled using NumPy 1.x cannot be run in NumPy 2`\n* "numpy.dtype size changed, may indicate binary incompatibility"\n',
  ],
  [
    'a build with deprecation warnings',
    'src/a.c:12:2: warning: "Using deprecated NumPy API, disable it with #define NPY_NO_DEPRECATED_API" [-Wcpp]\n[2/9] Compiling C object a.so\n',
  ],
  [
    'deprecation warnings of NumPy',
    '/app/x.py:3: DeprecationWarning: `np.float` is a deprecated alias for the builtin `float`.\n  np.float\n',
  ],
  [
    'a manual that explains below what it quotes',
    `## Questions\n\n**${SIZE.replace('ValueError: ', '')}**\n\nThis usually means that the package was built for NumPy 1.\n`,
  ],
  [
    'a manual that announces what it quotes, in lines of its own',
    `If you see something\nlike this:\n\n> ${SIZE}\n\nupgrade it.\n`,
  ],
  [
    'a manual whose sentence goes on',
    'The message "DLL load failed while importing _x: The specified module could not be found." means that a library is missing.\n',
  ],
  [
    'a manual that announces an exception in a block of its own',
    'If you see an error like this:\n\n    RuntimeError: module compiled against API version 0x10 but this version of numpy is 0xf\n\nyour NumPy is too old.\n',
  ],
  [
    'a manual that says when it happens',
    'RuntimeError: module compiled against API version 0x10 but this version of numpy is 0xf happens when NumPy is older.\n',
  ],
  [
    'a library that TensorFlow goes without',
    "2020-03-02 10:11:12.123456: W tensorflow/stream_executor/platform/default/dso_loader.cc:55] Could not load dynamic library 'libnvinfer.so.6'; dlerror: libnvinfer.so.6: cannot open shared object file: No such file or directory\n",
  ],
  [
    'a debugger that was interrupted',
    'Program received signal SIGINT, Interrupt.\n#0  0x1 in poll () from /lib/libc.so.6\n',
  ],
  [
    'a debug log of imports',
    "import 'numpy.core.multiarray' # <_frozen_importlib_external.SourceFileLoader object at 0x7f>\nDEBUG:root:ImportError for optional module skipped\n",
  ],
  [
    'a log at a width of 80 columns',
    `${'x'.repeat(80)}\nImportError handling is on\n${'='.repeat(80)}\nall fine\n`,
  ],
];
