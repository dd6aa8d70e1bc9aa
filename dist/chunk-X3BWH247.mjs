import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  EXIT,
  UserError
} from "./chunk-7YHZB25F.mjs";

// src/host/workspace.ts
import { existsSync, statfsSync } from "node:fs";
import { mkdtemp, realpath, rm as rm2, writeFile } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
import { dirname as dirname2, isAbsolute, join as join2, resolve } from "node:path";

// src/host/make-folder.ts
import { mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";
function makeFolder(folder, mode) {
  if (isFolder(folder)) return;
  const above = dirname(folder);
  if (above !== folder) makeFolder(above, mode);
  try {
    mkdirSync(folder, { mode });
  } catch (error) {
    if (!isFolder(folder)) throw error;
  }
}
function isFolder(path) {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

// src/host/reason-of.ts
function reasonOf(error) {
  const { code, message } = error;
  switch (code) {
    case "ENOSPC":
    case "EDQUOT":
      return "no space is left on its disk";
    case "EACCES":
    case "EPERM":
      return "permission denied";
    case "EROFS":
      return "its disk is read-only";
    case "ENOENT":
      return "there is no such folder, or nothing can be made in it";
    case "ENOTDIR":
    case "EEXIST":
      return "a file is in the way";
    default:
      return message;
  }
}

// src/host/remove-tree.ts
import { chmod, lstat, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
var LONGEST_PATH = 700;
var RETRIES = process.platform === "win32" ? 5 : 0;
async function removeTree(folder) {
  const remove = () => rm(folder, { recursive: true, force: true, maxRetries: RETRIES, retryDelay: 50 });
  try {
    await remove();
  } catch {
    await makeWritable(folder);
    await flatten(folder);
    await remove();
  }
}
async function removeOrLeave(folder) {
  await removeTree(folder).catch(() => void 0);
}
async function makeWritable(folder) {
  const stats = await lstat(folder).catch(() => void 0);
  if (!stats?.isDirectory()) return;
  await chmod(folder, 448).catch(() => void 0);
  for (const name of await readdir(folder).catch(() => [])) await makeWritable(join(folder, name));
}
async function flatten(top) {
  let moved = 0;
  const open = [top];
  for (let folder = open.pop(); folder !== void 0; folder = open.pop()) {
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
    for (const entry of entries.filter((one) => one.isDirectory())) {
      const path = join(folder, entry.name);
      moved += 1;
      const near = join(top, `${moved}.moved`);
      const isFar = path.length > Math.max(LONGEST_PATH, 2 * near.length);
      const isMoved = isFar && await rename(path, near).then(yes, no);
      open.push(isMoved ? near : path);
    }
  }
}
var yes = () => true;
var no = () => false;

// src/host/workspace.ts
var LEAST_BYTES = 1024 * 1024;
async function createWorkspace(options) {
  const base = options.env["RUNNER_TEMP"] || tmpdir();
  return withDiskErrors([base], async () => {
    const folder = await realpath(await ownFolder(base));
    const wanted = options.cacheDir ?? userCache(options.env);
    const refused = options.useCache ? await whyUnwritable(wanted) : null;
    const usable = options.useCache && refused === null;
    if (options.cacheDir !== null && refused !== null) {
      await removeTree(folder);
      throw new UserError(`Cannot write to the cache folder "${options.cacheDir}": ${refused}`, {
        exitCode: EXIT.usage,
        remedy: "Give another folder with --cache-dir, or use --no-cache"
      });
    }
    const full = usable && hasNoRoom(wanted) && !hasNoRoom(folder);
    const cache = usable && !full ? wanted : join2(folder, "cache");
    makeFolder(cache);
    const trouble = full ? `The disk that holds "${wanted}" is full` : `Cannot write to "${wanted}" (${refused})`;
    const notice = options.useCache && (full || !usable) ? `${trouble}: nothing of it is used, and nothing is kept for the next run (--cache-dir or XDG_CACHE_HOME names another folder)` : null;
    return { folder, cache, notice, dispose: () => removeTree(folder) };
  });
}
function userCache(env, platform = process.platform) {
  const name = "numpy-abi-matrix";
  const home = resolve(env["HOME"] || homedir());
  const chosen = env["XDG_CACHE_HOME"];
  if (chosen && isAbsolute(chosen)) return join2(chosen, name);
  if (platform === "win32")
    return join2(env["LOCALAPPDATA"] || join2(home, "AppData", "Local"), name);
  if (platform === "darwin") return join2(home, "Library", "Caches", name);
  return join2(home, ".cache", name);
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
    const gone = code === "ENOENT" ? where.find((one) => !existsSync(one)) : void 0;
    if (gone !== void 0) throw takenAway(gone, error);
    throw error;
  }
}
function takenAway(folder, cause) {
  return new UserError(`Somebody removed "${folder}" while the run was using it`, {
    exitCode: EXIT.setUp,
    remedy: "Run it again, and keep what cleans temporary folders away from it, or name another folder by TMPDIR and, for the cache, XDG_CACHE_HOME",
    cause
  });
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
    const parent = dirname2(folder);
    return parent !== folder && hasNoRoom(parent);
  }
}
function saysDiskFull(text) {
  return /No space left on device|os error 28\b|Disk quota exceeded|not enough space on the disk/i.test(
    text
  );
}
async function ownFolder(base) {
  return mkdtemp(join2(base, "numpy-abi-matrix-")).catch((cause) => {
    if (cause.code === "ENOSPC" || cause.code === "EDQUOT") throw cause;
    throw new UserError(`Cannot make a folder in "${base}": ${reasonOf(cause)}`, {
      exitCode: EXIT.usage,
      remedy: "Name an existing folder for temporary files that can be written: TMPDIR (TEMP on Windows), in a workflow RUNNER_TEMP",
      cause
    });
  });
}
async function whyUnwritable(folder) {
  try {
    makeFolder(folder);
    const file = join2(folder, `.writable-${process.pid}-${Date.now()}`);
    await writeFile(file, "");
    await rm2(file);
    return null;
  } catch (error) {
    return error.code === "ENOSPC" ? null : reasonOf(error);
  }
}

export {
  removeTree,
  removeOrLeave,
  makeFolder,
  reasonOf,
  createWorkspace,
  userCache,
  withDiskErrors,
  diskFull,
  saysDiskFull
};
