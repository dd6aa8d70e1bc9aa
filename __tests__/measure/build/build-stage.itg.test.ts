import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { World } from '../../../src/host/world.ts';
import { createBuildStage } from '../../../src/measure/build/build-stage.ts';
import type { RunContext } from '../../../src/measure/measure-combination.ts';
import type { ChosenPython } from '../../../src/plan/chosen-python.ts';
import { needLinuxPythons } from '../../support/need-pythons.ts';
import { type Provisioned, provision } from '../../support/provisioned.ts';

needLinuxPythons('3.10', '3.11')('builds beside each other', () => {
  let provided: Provisioned;
  beforeAll(async () => {
    provided = await provision();
  }, 60_000);
  afterAll(async () => {
    await provided.processes.close();
    await provided.workspace.dispose();
  });

  const python = (label: string): ChosenPython => {
    const interpreter = provided.interpreters.find(({ version }) =>
      version.startsWith(`${label}.`),
    );
    if (interpreter === undefined) throw new Error(`no Python ${label}`);
    return { label, interpreter };
  };
  const project = async (name: string, files: Readonly<Record<string, string>>) => {
    const root = join(provided.workspace.folder, name);
    for (const [file, text] of Object.entries(files)) {
      await mkdir(dirname(join(root, file)), { recursive: true });
      await writeFile(join(root, file), text);
    }
    return root;
  };
  const stageFor = (root: string, own: string) => {
    const { uv, processes, tools, workspace } = provided;
    const world = {
      ...{ processes, folder: join(workspace.folder, own), env: process.env, store: null },
      ...{
        now: Date.now,
        timeline: { timed: (_: string, __: string, task: () => unknown) => task() },
      },
      progress: { info: () => {}, detail: () => {}, group: () => {} },
    } as unknown as World;
    const context = {
      world,
      tools: { uv, inspect: { tools }, settings: { uvArguments: [] } },
      config: { subject: { buildNumpy: null } },
    } as unknown as RunContext;
    return createBuildStage(root, context, true);
  };
  const TOML =
    '[build-system]\nrequires = ["setuptools<80"]\nbuild-backend = "setuptools.build_meta"\n[project]\nname = "tiny"\nversion = "1"\n';

  it('takes what was built ahead, and deletes what builds left', async () => {
    const root = await project('own', {
      'pyproject.toml': TOML,
      'setup.py':
        'from setuptools import Extension, setup\nsetup(ext_modules=[Extension("tiny", ["tiny.c"])])\n',
      'tiny.c':
        '#include <Python.h>\nstatic struct PyModuleDef d = {PyModuleDef_HEAD_INIT, "tiny", NULL, -1, NULL};\nPyMODINIT_FUNC PyInit_tiny(void) { return PyModule_Create(&d); }\n',
    });
    const stage = stageFor(root, 'runs-own');
    const [, first] = await Promise.all([
      stage.ahead(python('3.11')),
      stage.wheelFor(python('3.10')),
    ]);
    expect(first).toMatchObject({ kind: 'built', abi: 'cp310' });
    expect(await stage.wheelFor(python('3.11'))).toMatchObject({ kind: 'built', abi: 'cp311' });
    await stage.close();
    for (const label of ['3.10', '3.11']) {
      const folder = join(provided.workspace.folder, 'runs-own', `build-${label}`);
      expect(['source', 'build-env'].filter((one) => existsSync(join(folder, one)))).toEqual([]);
    }
  }, 90_000);

  it('leaves aside what was built ahead where the first wheel serves all', async () => {
    const root = await project('pure', { 'pyproject.toml': TOML, 'tiny.py': '' });
    const stage = stageFor(root, 'runs-pure');
    const [, first] = await Promise.all([
      stage.ahead(python('3.11')),
      stage.wheelFor(python('3.10')),
    ]);
    expect(first).toMatchObject({ kind: 'built', abi: 'none' });
    expect(await stage.wheelFor(python('3.11'))).toBe(first);
    await stage.close();
  }, 90_000);
});
