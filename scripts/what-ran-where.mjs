// docs/what-ran-where.md: which platforms this was run on, how, and by which tests.
//   npm run docs                                 writes it as if all tests had run
//   node scripts/what-ran-where.mjs RESULT…      prints it as the tests of these results ran, for .ci/run,
//                                                which holds the committed page to it
import { readFileSync } from 'node:fs';
import { argv } from 'node:process';
import { pathToFileURL } from 'node:url';

/**
 * How: real (on the machine itself), under an emulator, recorded (output of such a machine, read by
 * the tests), or not run. `tests` match `file › full name` of a test, and at least one must pass;
 * `never` says why none can.
 */
const ROWS = [
  {
    platform: 'Linux x86_64, CPython 3.8–3.13',
    how: 'real',
    what: 'builds in C, Cython, pybind11, f2py and Rust; real wheels; hostile modules; crashes; bad input; the HTML page in Chromium',
    tests: [/^__tests__\/e2e\/(?:diagnosis|diagnosis-rust|real-wheels|traps-\w+|bad-input)\.itg/],
  },
  {
    platform: 'Linux x86_64, CPython 3.14 and 3.15',
    how: 'real',
    what: 'Debian’s packages in a tool cache laid out like a runner’s: build, import and smoke code of `examples/healthy`',
    tests: [/^__tests__\/e2e\/newest-pythons\.itg/],
  },
  {
    platform: 'Linux x86_64, CPython 3.13t (free-threaded)',
    how: 'real',
    what: 'built from Debian’s source: planning, tags, abi3 excluded, modules that switch the GIL on; nothing left after a crash, a time-out, Ctrl-C',
    tests: [/^__tests__\/e2e\/free-threaded\.itg/],
  },
  {
    platform: 'Linux x86_64, PyPy 3.9',
    how: 'real',
    what: 'the system’s package in a tool cache laid out like a runner’s: build and import of `examples/my-extension`, where it fails, too',
    tests: [/^__tests__\/e2e\/pypy\.itg/],
  },
  {
    platform: 'Linux aarch64, CPython 3.13',
    how: 'under qemu',
    what: 'the interpreter alone (the tool itself on x86_64): build, choice of wheels, import, crashes; nothing left after a crash, a time-out, Ctrl-C',
    tests: [/^__tests__\/e2e\/arm64\.itg/],
  },
  {
    platform: 'Windows x86_64, CPython 3.12 and 3.14, Node 20 and 24',
    how: 'under Wine',
    what: 'the command line and the action with wheels and packages: crashes, time-outs with their processes, Ctrl-C, paths, globs, annotations, summary',
    tests: [/^__tests__\/e2e\/wine\.itg/],
  },
  {
    platform: 'Windows, the loader’s own messages',
    how: 'recorded',
    what: 'messages of failed DLLs in several languages, exit codes (NTSTATUS)',
    tests: [
      /^__tests__\/judge\/diagnose\/loader-texts\.test.*Windows’ loader/,
      /^__tests__\/packaging\/exit-codes\.test/,
    ],
  },
  {
    platform: 'macOS arm64 and x86_64',
    how: 'recorded',
    what: 'dyld’s messages from public reports; lldb’s stacks',
    tests: [
      /^__tests__\/judge\/diagnose\/loader-texts\.test.*macOS’ loader/,
      /^__tests__\/measure\/probe\/.*lldb/i,
    ],
  },
  {
    platform: 'macOS and Windows wheels',
    how: 'read',
    what: 'Mach-O (thin and universal2) and PE files, their tags and targets, on Linux, without running them',
    tests: [/^__tests__\/binary\/scan\.test.*(?:Mach-O|macho)/i, /^__tests__\/audit\//],
  },
  {
    platform: 'the action’s entry',
    how: 'real',
    what: 'under act, without containers',
    tests: [/^__tests__\/act\//],
  },
  {
    platform: 'Windows itself',
    how: 'not run',
    what: 'builds by MSVC, Windows’ own loader, pip’s network, Job Objects; `.github/workflows/ci.yml` would run it there',
    never: true,
  },
  {
    platform: 'macOS itself',
    how: 'not run',
    what: 'builds, imports, lldb, delocated wheels; `.github/workflows/ci.yml` would run it there',
    never: true,
  },
  {
    platform: 'GitHub’s hosted runners',
    how: 'not run',
    what: 'the workflows in `.github/` are checked by actionlint and zizmor alone',
    never: true,
  },
  {
    platform: 'Other PyPys, CPython 3.14t and newer free-threaded ones',
    how: 'not run',
    what: 'planning and tags by tables alone',
    never: true,
  },
];

/**
 * The page.
 *
 * @param {(row: typeof ROWS[number]) => boolean} ran whether all that a row names was run
 */
export function whatRanWhere(ran = () => true) {
  const lines = ROWS.map((row) => {
    const how = row.never || ran(row) ? row.how : '**not run here**';
    return `| ${row.platform} | ${how} | ${row.what} |`;
  });
  return [
    '<!-- Written by `npm run docs`; .ci/run holds it to the tests that ran. -->',
    '# What ran where',
    '',
    '| platform | how | what |',
    '| --- | --- | --- |',
    ...lines,
    '',
    '“Real”: on the machine itself. “Under”: real programs of that platform, on an emulator. “Recorded”: what such',
    'a machine printed, read by the tests. “Read”: files of that platform, read on another. “Not run”: written for it, and no more.',
    '',
  ].join('\n');
}

/** Whether each pattern of a row has a test that passed, and none that failed. */
function ranIn(results) {
  const tests = results.flatMap((one) => one.tests ?? []);
  return (row) =>
    row.tests.every((pattern) => {
      const own = tests.filter(({ name }) => pattern.test(name));
      return own.length > 0 && own.every(({ status }) => status === 'passed');
    });
}

if (argv[1] && import.meta.url === pathToFileURL(argv[1]).href) {
  const results = argv.slice(2).map((file) => JSON.parse(readFileSync(file, 'utf8')));
  process.stdout.write(whatRanWhere(ranIn(results)));
}
