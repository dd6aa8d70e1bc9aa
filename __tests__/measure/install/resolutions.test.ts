import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLimiter } from '../../../src/host/limiter.ts';
import {
  createResolutions,
  pinnedLines,
  type Resolvable,
} from '../../../src/measure/install/resolutions.ts';
import type { Uv } from '../../../src/model/ports.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'resolutions-'));
});
afterEach(() => rm(folder, { recursive: true }));

type Answer = string | undefined;
/** A resolver that notes what it was asked: `index 2.0`, `cache 2.1`. */
function resolver(answer: (reach: 'index' | 'cache', numpy: string, python: string) => Answer) {
  const asked: string[] = [];
  const uv = {
    async run(args: readonly string[], { input = '' }: { readonly input?: string }) {
      const reach = args.includes('--offline') ? 'cache' : 'index';
      const numpy = /numpy==(\S+)/.exec(input)?.[1] ?? 'none';
      const python = args[args.indexOf('--python') + 1] ?? '';
      asked.push(`${reach} ${numpy}`);
      const text = answer(reach, numpy, python);
      if (text !== undefined) await writeFile(args[args.indexOf('--output-file') + 1] ?? '', text);
      return { ending: { kind: 'exited', code: text === undefined ? 1 : 0 } };
    },
  } as unknown as Uv;
  return { uv, asked };
}
const what = (uv: Uv, numpy: string, executable = '/py'): Resolvable =>
  ({
    ...{ uv, numpy, interpreter: { executable }, constraints: [], extras: [], indexArgs: [] },
    ...{ cwd: folder, subject: { kind: 'requirements', lines: ['p'] } },
  }) as unknown as Resolvable;
const pins = (numpy: string, p = '1.0') =>
  `numpy==${numpy} \\\n    --hash=sha256:aa\np==${p} \\\n    --hash=sha256:bb \\\n    --hash=sha256:cc\n`;

async function askedFor(
  answer: Parameters<typeof resolver>[0],
  wanted: readonly (readonly [string, string?])[],
) {
  const { uv, asked } = resolver(answer);
  const resolutions = createResolutions(folder, createLimiter(4));
  const texts = await Promise.all(
    wanted.map(([numpy, python]) => resolutions.resolve(what(uv, numpy, python))),
  );
  return { texts, asked };
}

it.each<
  [string, Parameters<typeof resolver>[0], (readonly [string, string?])[], string[], Answer[]]
>([
  [
    'asks the index once, and what uv has for another NumPy',
    (_, numpy) => pins(numpy),
    [['1.26'], ['2.0']],
    ['index 1.26', 'cache 2.0'],
    [pins('1.26'), pins('2.0')],
  ],
  [
    'asks once for the same',
    (_, numpy) => pins(numpy),
    [['1.26'], ['1.26']],
    ['index 1.26'],
    [pins('1.26'), pins('1.26')],
  ],
  [
    'asks the index for each Python',
    (_, numpy) => pins(numpy),
    [
      ['1.26', '/py10'],
      ['1.26', '/py11'],
    ],
    ['index 1.26', 'index 1.26'],
    [pins('1.26'), pins('1.26')],
  ],
  [
    'asks the index where uv has another release than it was just told',
    (reach, numpy) => pins(numpy, reach === 'cache' ? '0.9' : numpy === '2.0' ? '1.1' : '1.0'),
    [['1.26'], ['2.0']],
    ['index 1.26', 'cache 2.0', 'index 2.0'],
    [pins('1.26'), pins('2.0', '1.1')],
  ],
  [
    'asks the index where uv does not have it all',
    (reach, numpy) => (reach === 'cache' ? undefined : pins(numpy)),
    [['1.26'], ['2.0']],
    ['index 1.26', 'cache 2.0', 'index 2.0'],
    [pins('1.26'), pins('2.0')],
  ],
  [
    'asks the index where it found nothing the first time',
    (_, numpy) => (numpy === '1.26' ? undefined : pins(numpy)),
    [['1.26'], ['2.0']],
    ['index 1.26', 'index 2.0'],
    [undefined, pins('2.0')],
  ],
])('resolve() %s', async (_, answer, wanted, expected, texts) => {
  const seen = await askedFor(answer, wanted);
  expect(seen.asked).toEqual(expected);
  expect(seen.texts).toEqual(texts);
});

it('pinnedLines() leaves out hashes and remarks', () => {
  const text = `# made by uv\n${pins('2.0')}q @ file:///q-1.whl \\\n    --hash=sha256:dd\n`;
  expect(pinnedLines(text)).toEqual(['numpy==2.0', 'p==1.0', 'q @ file:///q-1.whl']);
});
