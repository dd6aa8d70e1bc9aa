import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Report } from '../../src/report/report.ts';
import { type CliRun, runCli } from '../support/cli.ts';
import { needLinuxPythons } from '../support/need-pythons.ts';
import { hostileProject } from '../support/projects/hostile.ts';
import {
  circularPackage,
  libraryForCtypes,
  needsNumpyFirst,
  passesOnItsInit,
  secondTimeLucky,
  swallowingPackage,
} from '../support/projects/imports.ts';
import { mergedProject } from '../support/projects/merged.ts';
import { writeProject } from '../support/projects/project-template.ts';
import { testCache } from '../support/test-cache.ts';

const PACKAGES = {
  swallows: swallowingPackage(),
  lucky: secondTimeLucky(),
  circular: circularPackage(),
  needsfirst: needsNumpyFirst(),
  rewrites: hostileProject('rewrite-files'),
  opened: libraryForCtypes(true),
  unopened: libraryForCtypes(false),
  passing: passesOnItsInit(),
};

/** What uv keeps unpacked, by path: the files that a hard link would let a module change. */
async function contents(folder: string): Promise<ReadonlyMap<string, string>> {
  const archives = await readdir(folder);
  const files = archives.flatMap((archive) =>
    ['numpy', 'rewrites'].map((name) => join(folder, archive, name, '__init__.py')),
  );
  const texts = await Promise.all(
    files.map(async (file) => {
      const text = await readFile(file, 'utf8').catch(() => undefined);
      return text === undefined ? [] : ([[file, text]] as const);
    }),
  );
  return new Map(texts.flat());
}

needLinuxPythons('3.11')('imports that only look well', () => {
  let run: CliRun;
  let again: CliRun;
  let cacheBefore: ReadonlyMap<string, string>;
  let cacheAfter: ReadonlyMap<string, string>;
  const report = (of: CliRun = run): Report => {
    if (!of.report) throw new Error(`no report:\n${of.stdout}\n${of.stderr}`);
    return of.report;
  };
  const results = (name: string, of: CliRun = run) =>
    report(of)
      .results.filter(({ module }) => module.startsWith(name))
      .map(({ module, outcome, diagnosis, severity }) => [
        module,
        outcome.kind,
        diagnosis,
        severity,
      ]);
  const findings = (name: string) =>
    report().findings.filter(({ modules }) => modules.some((one) => one.startsWith(name)));

  beforeAll(async () => {
    const { folder, remove } = await writeProject(mergedProject(PACKAGES));
    const arguments_ = ['check', folder, '--python', '3.11', '--json', '-'];
    const uvCache = join(testCache(), 'numpy-abi-matrix', 'uv-cache', 'archive-v0');
    try {
      // The first run also fills the cache, so that the second may not change it.
      again = await runCli([...arguments_, '--numpy', '2.0.2', '--isolation', 'module']);
      cacheBefore = await contents(uvCache);
      run = await runCli([...arguments_, '--numpy', '1.26.4', '--numpy', '2.0.2']);
      cacheAfter = await contents(uvCache);
    } finally {
      await remove();
    }
  }, 200_000);

  it('reports what a package swallows, and the import of its module as failed', () => {
    // Importing only the top-level package, which succeeds, would be green.
    expect(results('swallows')).toEqual([
      ['swallows._core', 'raised', 'np-import-array-failed', 'error'],
      ['swallows._core', 'raised', 'np-import-array-failed', 'error'],
    ]);
  });

  it('counts the first failure, though the second import of the same file succeeds', () => {
    // Our own import of the module is the second one: believing it would be plain green.
    expect(results('lucky')).toEqual([
      ['lucky._core', 'imported', 'swallowed', 'warning'],
      ['lucky._core', 'imported', 'swallowed', 'warning'],
    ]);
    expect(findings('lucky')).toMatchObject([
      { kind: 'swallowed', inner: 'np-import-array-failed', culprit: { module: 'lucky._core' } },
    ]);
  });

  it('fails the module of a circular tree that only a shared process could import', () => {
    // In one process for all, after circular.b, circular.a._x would be green.
    expect(results('circular')).toEqual([
      ['circular.a._x', 'raised', expect.any(String), 'error'],
      ['circular.b._y', 'imported', null, 'none'],
      ['circular.a._x', 'raised', expect.any(String), 'error'],
      ['circular.b._y', 'imported', null, 'none'],
    ]);
    expect(findings('circular')).toMatchObject([
      { location: { file: 'circular/b/__init__.py', line: 2 } },
    ]);
  });

  it('takes a library that its package opens for no module, and one that nothing opens for a broken one', () => {
    // Nobody imports it: a failure would be a false alarm. Without its package's word it is a module.
    expect(results('opened')).toEqual([
      ['opened._core', 'imported', null, 'none'],
      ['opened._core', 'imported', null, 'none'],
    ]);
    expect(report().notTested).toContainEqual({
      what: expect.stringContaining('opened/_library'),
      reason: expect.stringContaining('its package opens it'),
    });
    expect(results('unopened')).toEqual([
      ['unopened._core', 'imported', null, 'none'],
      ['unopened._library', 'raised', 'py-init-broken', 'error'],
      ['unopened._core', 'imported', null, 'none'],
      ['unopened._library', 'raised', 'py-init-broken', 'error'],
    ]);
  });

  it('fails a module that only passes its init on, where that raises and the package hides it', () => {
    const failed = ['passing._passes', 'raised', 'unclassified', 'error'];
    const core = ['passing._core', 'imported', null, 'none'];
    expect(results('passing')).toEqual([core, failed, core, failed]);
  });

  it('fails the module that works only when NumPy was imported before it', () => {
    // A probe that loads NumPy first, to read its version, would be green.
    expect(results('needsfirst')).toEqual([
      ['needsfirst._core', 'raised', expect.any(String), 'error'],
      ['needsfirst._core', 'raised', expect.any(String), 'error'],
    ]);
    expect(JSON.stringify(findings('needsfirst'))).toContain('numpy is not loaded');
  });

  it('lets a module that rewrites installed files change no other combination and no cache', () => {
    // Hard links to uv's cache would carry the change there, and from there everywhere.
    expect(results('rewrites').map(([module, kind]) => [module, kind])).toEqual([
      ['rewrites._core', 'imported'],
      ['rewrites._fine', 'imported'],
      ['rewrites._core', 'imported'],
      ['rewrites._fine', 'imported'],
    ]);
    // Other tests share this cache, so it may have grown.
    expect([...cacheBefore.keys()].some((file) => file.includes('numpy'))).toBe(true);
    for (const [file, text] of cacheBefore)
      expect([file, cacheAfter.get(file)]).toEqual([file, text]);
    expect([...cacheAfter.values()].filter((text) => text.includes('# rewritten'))).toEqual([]);
  });

  it('gives the same verdicts with one process for each module', () => {
    const of = (one: Report) =>
      one.results
        .filter(({ combination }) => combination === 'py3.11-np2.0.2')
        .map(({ module, outcome, diagnosis, severity }) => [module, outcome, diagnosis, severity]);
    expect(of(report(again))).toEqual(of(report()));
    expect(of(report()).length).toBe(12);
  });

  it('tells no path of a temporary folder in a finding: it would be another each time', () => {
    expect(JSON.stringify(report())).not.toMatch(/[\\/]numpy-abi-matrix-|[\\/]site-packages/);
    // Nor may it make one cause two findings.
    expect(findings('circular')).toHaveLength(1);
  });

  it('exits with 1', () => {
    expect([run.code, again.code]).toEqual([1, 1]);
    expect(run.stderr).not.toMatch(/\n\s+at .*\.mjs/);
  });
});
