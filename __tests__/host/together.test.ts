import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { together, withTasks } from '../../src/host/together.ts';

const later = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function failing(milliseconds: number, message: string): Promise<never> {
  await later(milliseconds);
  throw new Error(message);
}

describe('together()', () => {
  test('values keep their order', async () => {
    const slow = later(10).then(() => 1);
    expect(await together([slow, Promise.resolve('two'), 3])).toEqual([1, 'two', 3]);
  });

  test('the first failure in time is thrown, when all have ended', async () => {
    let ended = false;
    const slow = later(40).then(() => {
      ended = true;
    });
    const all = together([slow, failing(20, 'second'), failing(5, 'first')]);
    await expect(all).rejects.toThrow('first');
    expect(ended).toBe(true);
  });
});

describe('withTasks()', () => {
  test('a task that fails while the body waits: the rest is cancelled, and waited for', async () => {
    const seen: string[] = [];
    let cancelled: () => void = () => undefined;
    const cancellation = new Promise<void>((resolve) => {
      cancelled = resolve;
    });
    const run = withTasks(cancelled, async (tasks) => {
      tasks.start(() => failing(5, 'task'));
      tasks.start(async () => {
        await cancellation;
        await later(10);
        seen.push('other task');
        throw new Error('a consequence');
      });
      await cancellation;
      await later(5);
      expect(tasks.failed).toBe(true);
      tasks.start(async () => {
        seen.push('never begun');
      });
      seen.push('body');
      throw new Error('another consequence');
    });
    await expect(run).rejects.toThrow('task');
    expect(seen).toEqual(['body', 'other task']);
  });

  test('a body that fails waits for its tasks', async () => {
    let ended = false;
    const run = withTasks(
      () => undefined,
      async (tasks) => {
        tasks.start(async () => {
          await later(20);
          ended = true;
        });
        throw new Error('body');
      },
    );
    await expect(run).rejects.toThrow('body');
    expect(ended).toBe(true);
  });

  test('nothing fails: the value, after tasks that tasks began', async () => {
    const seen: number[] = [];
    const value = await withTasks(
      () => undefined,
      async (tasks) => {
        tasks.start(async () => {
          await later(5);
          tasks.start(async () => {
            await later(5);
            seen.push(2);
          });
          seen.push(1);
        });
        return 'value';
      },
    );
    expect([value, seen]).toEqual(['value', [1, 2]]);
  });
});

test('nothing else in the sources leaves promises behind a failure', () => {
  const source = fileURLToPath(new URL('../../src', import.meta.url));
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' });
  const bare = files
    .filter((file) => file.endsWith('.ts') && !/^(?:host\/together|settings\/)/.test(file))
    .filter((file) => readFileSync(`${source}/${file}`, 'utf8').includes('Promise.all('));
  expect(bare).toEqual([]);
});
