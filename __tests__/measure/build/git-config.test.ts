import { cleanGitConfig } from '../../../src/measure/build/git-config.ts';

describe('cleanGitConfig()', () => {
  it.each([
    ['core.filemode\ntrue', '[core]\n\tfilemode = "true"\n'],
    [
      'remote.origin.url\nhttps://me:TOKEN@host/a.git?key=TOKEN',
      '[remote "origin"]\n\turl = "https://host/a.git"\n',
    ],
    ['remote.a.b "c".url\ngit@host:a.git', '[remote "a.b \\"c\\""]\n\turl = "git@host:a.git"\n'],
    ['submodule.lib.active\ntrue', '[submodule "lib"]\n\tactive = "true"\n'],
    ['http.https://host/.extraheader\nAUTHORIZATION: basic TOKEN', ''],
    ['url.https://x:TOKEN@host/.insteadof\nhttps://host/', ''],
    ['credential.helper\n!echo TOKEN', ''],
    ['include.path\n/secret/TOKEN', ''],
    ['core.worktree\n../../../lib', ''],
    ['core.hookspath\n/hooks', ''],
    ['core.sshcommand\nssh -i TOKEN', ''],
    ['', ''],
  ])('%j -> %j', (entry, expected) => {
    expect(cleanGitConfig(`${entry}\0`)).toBe(expected);
  });
});
