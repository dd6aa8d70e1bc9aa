import { spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removeTree } from '../../src/host/remove-tree.ts';
import type { Blobs } from './cache-service.ts';

/** A blob service on loopback that checks signatures as the real one does. */
export interface RunningAzurite extends Blobs {
  read(name: string): Promise<Buffer>;
  write(name: string, bytes: Uint8Array): Promise<void>;
  remove(name: string): Promise<void>;
  close(): Promise<void>;
}

/** What Azurite's documentation gives to everybody. */
const ACCOUNT = 'devstoreaccount1';
const KEY =
  'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';
const VERSION = '2021-12-02';

/** @param program `azurite-blob`, absolute */
export async function startAzurite(program: string): Promise<RunningAzurite> {
  const folder = mkdtempSync(join(tmpdir(), 'azurite-'));
  const child = spawn(
    program,
    [
      ...['--blobPort', '0', '--blobHost', '127.0.0.1', '--inMemoryPersistence'],
      ...['--disableTelemetry', '--skipApiVersionCheck'],
    ],
    { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const address = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += String(chunk);
      const [, found] = /successfully listens on (http:\S+)/.exec(said) ?? [];
      if (found !== undefined) resolve(found);
    });
    child.once('error', reject);
    child.once('close', () => reject(new Error(`it ended: ${said}`)));
  });
  const container = `${address}/${ACCOUNT}/caches`;
  const signed = (name: string): string =>
    `${container}/${encodeURIComponent(name)}?${signature()}`;
  await asked(`${container}?restype=container&${signature()}`, 'PUT');
  return {
    uploadUrl: signed,
    downloadUrl: signed,
    read: async (name) => Buffer.from(await (await asked(signed(name), 'GET')).arrayBuffer()),
    write: async (name, bytes) => void (await asked(signed(name), 'PUT', bytes)),
    remove: async (name) => void (await asked(signed(name), 'DELETE')),
    close: async () => {
      child.kill();
      await ended;
      await removeTree(folder);
    },
  };
}

/** A signature for an hour, of the account: "Create an account SAS". */
function signature(): string {
  const expires = new Date(Date.now() + 3_600_000).toISOString().replace(/\.\d+/, '');
  const fields = [ACCOUNT, 'rwdlac', 'b', 'sco', '', expires, '', '', VERSION, '', ''];
  const hmac = createHmac('sha256', Buffer.from(KEY, 'base64')).update(fields.join('\n'));
  const query = { sv: VERSION, ss: 'b', srt: 'sco', sp: 'rwdlac', se: expires };
  return String(new URLSearchParams({ ...query, sig: hmac.digest('base64') }));
}

async function asked(url: string, method: string, body?: Uint8Array): Promise<Response> {
  const headers = { 'x-ms-version': VERSION, ...(body && { 'x-ms-blob-type': 'BlockBlob' }) };
  const answer = await fetch(url, { method, headers, ...(body && { body: Buffer.from(body) }) });
  if (!answer.ok) throw new Error(`${method}: ${answer.status} ${await answer.text()}`);
  return answer;
}
