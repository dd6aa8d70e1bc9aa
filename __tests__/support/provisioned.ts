import { join } from 'node:path';
import { createProcesses, type OwnedProcesses } from '../../src/host/processes.ts';
import { createWorkspace, type Workspace } from '../../src/host/workspace.ts';
import type { Uv } from '../../src/model/ports.ts';
import type { Interpreter } from '../../src/packaging/interpreter.ts';
import { anyPython, availableInterpreters } from '../../src/provision/interpreters/available.ts';
import { findUv } from '../../src/provision/uv/find-uv.ts';
import { pythonTools } from '../../src/provision/uv/python-tools.ts';
import { testCache } from './test-cache.ts';

export interface Provisioned {
  readonly workspace: Workspace;
  readonly processes: OwnedProcesses;
  readonly uv: Uv;
  readonly tools: string;
  readonly interpreters: readonly Interpreter[];
}

/** Real uv and interpreters, with a cache that all integration tests share. */
export async function provision(): Promise<Provisioned> {
  const env = process.env;
  const processes = createProcesses();
  const cacheDir = join(testCache(), 'numpy-abi-matrix');
  const workspace = await createWorkspace({ env, cacheDir, useCache: true });
  const { cache, folder } = workspace;
  const progress = { info: () => {}, detail: () => {} };
  const uv = await findUv({ processes, env, cache, folder, progress });
  const tools = await pythonTools(uv, cache, (await anyPython(env)) ?? 'python3');
  const options = { processes, env, cache, folder, tools, uv };
  const { interpreters } = await availableInterpreters(options);
  return { workspace, processes, uv, tools, interpreters };
}
