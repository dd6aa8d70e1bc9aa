import { join } from 'node:path';
import { createProcesses, type OwnedProcesses } from '../../src/adapters/processes.ts';
import { createWorkspace, type Workspace } from '../../src/adapters/workspace.ts';
import type { Interpreter } from '../../src/model/interpreter.ts';
import type { Uv } from '../../src/ports.ts';
import { anyPython, availableInterpreters } from '../../src/provision/interpreters/available.ts';
import { pythonTools } from '../../src/provision/python-tools.ts';
import { findUv } from '../../src/provision/uv.ts';
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
