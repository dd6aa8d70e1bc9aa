import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { refuseUnwritable } from '../../src/entry/output-file.ts';
import { makeReportFolder } from '../../src/entry/write-reports.ts';
import { makeFolder } from '../../src/host/make-folder.ts';
import { createWorkspace } from '../../src/host/workspace.ts';
import { needThat } from '../support/need.ts';

describe('makeFolder()', () => {
  let base: string;
  beforeAll(() => {
    base = mkdtempSync(join(tmpdir(), 'make-folder-'));
    writeFileSync(join(base, 'file'), '');
  });
  afterAll(() => rmSync(base, { recursive: true }));

  it('makes what is missing above, too, with the mode that is wanted, and leaves what is there', () => {
    makeFolder(join(base, 'a', 'b', 'c'), 0o700);
    makeFolder(join(base, 'a', 'b', 'c'));
    expect(statSync(join(base, 'a', 'b', 'c')).mode & 0o777).toBe(0o700);
  });

  it.each([['file'], ['file/x'], ['file/x/y']])('says that a file is in the way: %s', (path) => {
    expect(() => makeFolder(join(base, path))).toThrow(/^(?:EEXIST|ENOTDIR)/);
  });
});

/** A file system in which nobody makes anything: Node's recursive mkdir tries there for ever. */
needThat(process.platform === 'linux', 'Linux: /proc')('below /proc', () => {
  it.each(['/proc/nothing', '/proc/nothing/below'])(
    '%s is refused at once, in words',
    async (path) => {
      expect(() => makeFolder(path)).toThrow(expect.objectContaining({ code: 'ENOENT' }));
      const refused = { exitCode: 2, message: expect.stringContaining(path) };
      const none = { env: {}, cacheDir: null, useCache: true };
      await expect(makeReportFolder(path)).rejects.toMatchObject(refused);
      await expect(refuseUnwritable(path)).rejects.toMatchObject(refused);
      await expect(createWorkspace({ ...none, cacheDir: path })).rejects.toMatchObject(refused);
      const away = { ...none, useCache: false, env: { RUNNER_TEMP: path } };
      await expect(createWorkspace(away)).rejects.toMatchObject(refused);
      const workspace = await createWorkspace({ ...none, env: { XDG_CACHE_HOME: path } });
      expect(workspace.notice).toContain(`Cannot write to "${path}/numpy-abi-matrix"`);
      await workspace.dispose();
    },
  );
});
