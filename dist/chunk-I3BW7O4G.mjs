import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  EXIT,
  UserError
} from "./chunk-MMZ46JQG.mjs";

// src/host/workspace.ts
import { statfsSync } from "node:fs";
import { chmod, lstat, mkdir, mkdtemp, readdir, realpath, rm, writeFile } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
import { dirname, join } from "node:path";
var LEAST_BYTES = 1024 * 1024;
async function createWorkspace(options) {
  const base = options.env["RUNNER_TEMP"] || tmpdir();
  return withDiskErrors([base], async () => {
    const folder = await realpath(await mkdtemp(join(base, "numpy-abi-matrix-")));
    const wanted = options.cacheDir ?? userCache(options.env);
    const usable = options.useCache && await isWritable(wanted);
    if (options.useCache && options.cacheDir !== null && !usable) {
      await removeTree(folder);
      throw new UserError(`Cannot write to the cache folder "${options.cacheDir}"`, {
        exitCode: EXIT.usage,
        remedy: "Give another folder with --cache-dir, or use --no-cache"
      });
    }
    const full = usable && hasNoRoom(wanted) && !hasNoRoom(folder);
    const cache = usable && !full ? wanted : join(folder, "cache");
    await mkdir(cache, { recursive: true });
    const trouble = full ? `The disk that holds "${wanted}" is full` : `Cannot write to "${wanted}"`;
    const notice = options.useCache && (full || !usable) ? `${trouble}: nothing of it is used, and nothing is kept for the next run (--cache-dir or XDG_CACHE_HOME names another folder)` : null;
    return { folder, cache, notice, dispose: () => removeTree(folder) };
  });
}
function userCache(env, platform = process.platform) {
  const name = "numpy-abi-matrix";
  const home = env["HOME"] || homedir();
  const chosen = env["XDG_CACHE_HOME"];
  if (chosen) return join(chosen, name);
  if (platform === "win32")
    return join(env["LOCALAPPDATA"] || join(home, "AppData", "Local"), name);
  if (platform === "darwin") return join(home, "Library", "Caches", name);
  return join(home, ".cache", name);
}
async function removeTree(folder) {
  const remove = () => rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  try {
    await remove();
  } catch {
    await makeWritable(folder);
    await remove();
  }
}
async function withDiskErrors(where, action) {
  try {
    return await action();
  } catch (error) {
    const told = error instanceof UserError ? fullDisks.get(error) : void 0;
    const other = where.find((one) => told !== void 0 && !hasNoRoom(told) && hasNoRoom(one));
    if (other !== void 0) throw diskFull(other, error);
    const { code, path } = error;
    if (code === "ENOSPC" || code === "EDQUOT") throw diskFull(path ?? where.join('" or "'), error);
    throw error;
  }
}
function diskFull(where, cause) {
  const error = new UserError(`No space left on the disk that holds "${where}"`, {
    exitCode: EXIT.setUp,
    remedy: "Free some space, or name a larger disk by TMPDIR and, for the cache, XDG_CACHE_HOME",
    cause
  });
  fullDisks.set(error, where);
  return error;
}
var fullDisks = /* @__PURE__ */ new WeakMap();
function hasNoRoom(folder) {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize < LEAST_BYTES;
  } catch {
    const parent = dirname(folder);
    return parent !== folder && hasNoRoom(parent);
  }
}
function saysDiskFull(text) {
  return /No space left on device|os error 28\b|Disk quota exceeded|not enough space on the disk/i.test(
    text
  );
}
async function isWritable(folder) {
  try {
    await mkdir(folder, { recursive: true });
    const file = join(folder, `.writable-${process.pid}-${Date.now()}`);
    await writeFile(file, "");
    await rm(file);
    return true;
  } catch (error) {
    return error.code === "ENOSPC";
  }
}
async function makeWritable(folder) {
  const stats = await lstat(folder).catch(() => void 0);
  if (!stats?.isDirectory()) return;
  await chmod(folder, 448).catch(() => void 0);
  for (const name of await readdir(folder).catch(() => [])) await makeWritable(join(folder, name));
}

export {
  createWorkspace,
  userCache,
  removeTree,
  withDiskErrors,
  diskFull,
  saysDiskFull
};
