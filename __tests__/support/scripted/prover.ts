import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { probeEnvironment } from '../../../src/host/child-environment.ts';
import { createLimiter } from '../../../src/host/limiter.ts';
import { createProcesses } from '../../../src/host/processes.ts';
import { type Proof, proveModules } from '../../../src/measure/probe/prove.ts';
import type { ProbeSettings } from '../../../src/measure/probe/run-probe.ts';
import { runSmoke, type SmokeProof } from '../../../src/measure/probe/smoke.ts';
import type { CompiledModule } from '../../../src/model/compiled-module.ts';
import { buildScripted, writeTree } from './build.ts';

export type ScriptedProof = Proof & { readonly modules: readonly CompiledModule[] };

/** Proves trees of scripted extensions and runs smoke code, with the `python3` on the path. */
export interface Prover {
  prove(
    tree: Readonly<Record<string, string>>,
    isolation?: 'shared' | 'module',
    timeoutSeconds?: number,
    isTarget?: (module: CompiledModule) => boolean,
  ): Promise<ScriptedProof>;
  smoke(code: string, file?: string | null, name?: string): Promise<SmokeProof>;
  close(): Promise<void>;
}

export function createProver(): Prover {
  const processes = createProcesses();
  const limiter = createLimiter(2);
  const root = mkdtempSync(join(tmpdir(), 'prove-'));
  const python = buildScripted(
    execFileSync('sh', ['-c', 'command -v python3'], { encoding: 'utf8' }).trim(),
    root,
  );
  let counter = 0;
  const newSite = (): string => {
    counter += 1;
    const site = join(root, `tree-${counter}`, 'site');
    mkdirSync(site, { recursive: true });
    return site;
  };
  const settings = (site: string, timeoutSeconds: number): ProbeSettings => ({
    processes,
    python: python.executable,
    pythonVersion: python.version,
    implementation: 'cpython',
    folder: join(site, '..'),
    timeoutSeconds,
    environment: ({ home, tmp }) => ({
      ...probeEnvironment(process.env, { home, tmp, names: [] }),
      PYTHONPATH: site,
      PYTHONDONTWRITEBYTECODE: '1',
    }),
  });
  return {
    async prove(tree, isolation = 'shared', timeoutSeconds = 20, isTarget = () => true) {
      const site = newSite();
      const modules = writeTree(site, tree, python).filter(isTarget);
      const proof = await proveModules(modules, isolation, settings(site, timeoutSeconds), limiter);
      expect(readdirSync(join(site, '..'))).toEqual(['site']);
      return { ...proof, modules };
    },
    async smoke(code, file = null, name = '<smoke>') {
      const site = newSite();
      const source = { name, code, file };
      return runSmoke(source, settings(site, 20), limiter);
    },
    async close() {
      await processes.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

/** `name: outcome` of each module, with the culprit file where there is one. */
export function verdicts(proof: ScriptedProof): readonly string[] {
  return proof.modules.map((module, index) => {
    const seen = proof.observations[index];
    if (!seen) return `${module.name}: nothing`;
    const { outcome } = seen;
    const detail =
      outcome.kind === 'signalled'
        ? ` ${outcome.signal}`
        : outcome.kind === 'exited'
          ? ` ${outcome.code}`
          : outcome.kind === 'not-run'
            ? ` ${outcome.reason}`
            : '';
    const culprit = seen.culpritFile?.split('/').at(-1)?.split('.')[0];
    const flaky = seen.disagreement.length > 0 ? ' flaky' : '';
    const at = seen.phase === 'exit' ? ' at exit' : '';
    return `${module.name}: ${outcome.kind}${detail}${at}${culprit ? ` by ${culprit}` : ''}${flaky}`;
  });
}
