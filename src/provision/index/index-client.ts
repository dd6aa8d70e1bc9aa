import { openSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { isAbsolute, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { redact } from '../../escape/redact.ts';
import type { ReadBudget } from '../../host/read-budget.ts';
import { together } from '../../host/together.ts';
import { EXIT, UserError } from '../../model/user-error.ts';
import type { IndexFile, IndexProject } from '../../packaging/index-project.ts';
import { normaliseName } from '../../packaging/requirement-name.ts';
import { type BadWheel, openWheel, type Wheel } from '../../wheels/open-wheel.ts';
import { fetchPage, type PageOptions } from './fetch-page.ts';
import { readFolder } from './folder-index.ts';
import { httpGet } from './http-client.ts';
import type { IndexSettings } from './index-settings.ts';
import { remoteWheel } from './remote-wheel.ts';
import { remembered, remoteMetadata } from './wheel-metadata.ts';

/** The package indexes in force. */
export interface IndexClient {
  /**
   * All files of a project; none when no index has it.
   *
   * @param signal ends the asking before the run's end
   * @throws {UserError} exit 3 when an index cannot be used: a plan is never made from half an answer
   */
  fetchProject(name: string, signal?: AbortSignal): Promise<IndexProject>;
  /** Drops what was fetched of a project: of a long list, not all pages fit into memory. */
  forget(name: string): void;
  /**
   * A wheel's METADATA: beside it where the index serves that (PEP 658), else out of the wheel;
   * undefined when it cannot be read.
   */
  fetchMetadata(file: IndexFile): Promise<string | undefined>;
  /**
   * Opens a wheel where it lies: from an index only the members that are read are fetched. What is
   * read so may be judged, never run. Undefined when it cannot be had within the budget.
   */
  openWheel(file: IndexFile, budget: ReadBudget): Promise<Wheel | BadWheel | undefined>;
}

export interface IndexClientOptions extends PageOptions {
  readonly settings: Pick<IndexSettings, 'indexes' | 'findLinks' | 'strategy' | 'secrets'>;
  /** Relative `findLinks` folders are relative to it. */
  readonly cwd: string;
}

/** Asks package indexes, each page once. */
export function createIndexClient(options: IndexClientOptions): IndexClient {
  const { settings, cwd, http } = options;
  const guarded = { ...http, secrets: [...http.secrets, ...settings.secrets] };
  const projects = new Map<string, Promise<IndexProject>>();
  const fetchAll = async (name: string, signal?: AbortSignal): Promise<IndexProject> => {
    const ended = signal === undefined ? http.signal : AbortSignal.any([http.signal, signal]);
    const asked = { ...options, http: { ...guarded, signal: ended } };
    const flat = await together(
      settings.findLinks.map((place) => readLinks(place, name, cwd, asked)),
    );
    const files = [...flat.flat()];
    for (const index of settings.indexes) {
      const page = await fetchPage(projectAddress(index, name), asked);
      files.push(...page.files);
      if (page.found && settings.strategy === 'first-index') {
        break;
      }
    }
    return { name, files: unique(files.filter((file) => belongsTo(file, name))) };
  };
  const addressOf = ({ url }: IndexFile): string => {
    const places = [...settings.indexes, ...settings.findLinks];
    return withLogin(
      url,
      places.find((place) => sameOrigin(place, url)),
    );
  };
  return {
    // One answer for a whole run: a release that appears meanwhile must not split it.
    fetchProject(name, signal) {
      const known = projects.get(name);
      if (known !== undefined) return known;
      const asked = fetchAll(name, signal);
      projects.set(name, asked);
      return asked;
    },
    forget(name) {
      projects.delete(name);
    },
    async fetchMetadata(file) {
      if (!file.isWheel) {
        return undefined;
      }
      if (file.url.startsWith('file:')) {
        return localMetadata(file.url);
      }
      const address = addressOf(file);
      const read = async (): Promise<string | undefined> => {
        if (file.coreMetadata) {
          const page = await httpGet(metadataAddress(address), {}, guarded);
          if (page.status === 200 && isMetadata(page.text)) return page.text;
        }
        const text = await remoteMetadata(address, file, guarded);
        return text !== undefined && isMetadata(text) ? text : undefined;
      };
      return remembered(options.cacheFolder, `${file.url} ${file.sha256}`, read);
    },
    async openWheel(file, budget) {
      if (file.url.startsWith('file:')) {
        const path = fileURLToPath(file.url);
        return openWheel({ kind: 'descriptor', fd: openSync(path, 'r') });
      }
      const source = await remoteWheel(addressOf(file), file, guarded, budget);
      return source && openWheel(source);
    },
  };
}

/** Beside the wheel (PEP 658): what follows its path in the address stays behind. */
function metadataAddress(address: string): string {
  const url = new URL(address);
  url.pathname += '.metadata';
  return url.href;
}

function isMetadata(text: string): boolean {
  return /^Metadata-Version:/im.test(text);
}

async function localMetadata(address: string): Promise<string | undefined> {
  const file = await open(fileURLToPath(address)).catch(() => undefined);
  if (file === undefined) return undefined;
  try {
    const wheel = await openWheel({ kind: 'bytes', bytes: await file.readFile() });
    if ('kind' in wheel) return undefined;
    wheel.close();
    return wheel.metadata ?? undefined;
  } finally {
    await file.close();
  }
}

function projectAddress(index: string, name: string): string {
  const url = asUrl(index);
  url.pathname = `${url.pathname.replace(/\/+$/, '')}/${name}/`;
  return url.href;
}

function asUrl(address: string): URL {
  if (!/^(?:https?|file):/i.test(address) || !URL.canParse(address)) {
    throw new UserError(`${JSON.stringify(redact(address, []))} is no index address`, {
      exitCode: EXIT.usage,
      remedy: 'Write the whole address of the simple index, with https:// (or http://, file://)',
    });
  }
  return new URL(address);
}

/** A `--find-links` place: a folder, or a page of links. */
async function readLinks(
  place: string,
  name: string,
  cwd: string,
  options: IndexClientOptions,
): Promise<readonly IndexFile[]> {
  if (/^https?:/i.test(place)) {
    const { found, files } = await fetchPage(place, options);
    if (!found) {
      throw new UserError(
        `--find-links ${redact(place, options.http.secrets)} is not there (404)`,
        {
          exitCode: EXIT.setUp,
          remedy: 'Check the address',
        },
      );
    }
    return files.filter((file) => belongsTo(file, name));
  }
  const path = /^file:/i.test(place) ? fileURLToPath(place) : place;
  const folder = isAbsolute(path) ? path : resolve(cwd, path);
  const files = await readFolder(folder);
  if (files === undefined) {
    throw new UserError(`--find-links ${place} is no folder`, {
      exitCode: EXIT.usage,
      remedy: 'Name a folder with wheels, or the address of a page of links',
    });
  }
  return files;
}

function belongsTo(file: IndexFile, name: string): boolean {
  const stem = normaliseName(file.filename);
  return stem.startsWith(`${name}-`) && /^[\dv]/.test(stem.slice(name.length + 1));
}

function unique(files: readonly IndexFile[]): readonly IndexFile[] {
  const seen = new Set<string>();
  return files.filter(({ filename }) => !seen.has(filename) && seen.add(filename));
}

function sameOrigin(a: string, b: string): boolean {
  return URL.canParse(a) && URL.canParse(b) && new URL(a).origin === new URL(b).origin;
}

function withLogin(address: string, source: string | undefined): string {
  if (source === undefined) {
    return address;
  }
  const url = new URL(address);
  const { username, password } = new URL(source);
  url.username = username;
  url.password = password;
  return url.href;
}
