import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  measuredSubject,
  prepare,
  testedWheel
} from "./chunk-XUXSX3LX.mjs";
import {
  buildsOf,
  measuredPlan
} from "./chunk-YFW36LPT.mjs";
import {
  EXIT,
  UserError
} from "./chunk-7YHZB25F.mjs";

// src/commands/build.ts
import { copyFile, mkdir, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
async function build(config, folder, world, version) {
  const { subject, plan, build: stage, given, lacking } = await prepare(config, world, version);
  if (stage === null) {
    throw new UserError("There is nothing to build: wheels and packages are there already", {
      exitCode: EXIT.usage,
      remedy: "Leave `build` and `--build-once` out where no source project is tested"
    });
  }
  const named = await measuredSubject(subject, world);
  const { id } = given?.plan ?? measuredPlan(plan, named, version);
  const { kind, name, commit } = named;
  const head = {
    schema: 1,
    document: "built-wheel",
    tool: { name: "numpy-abi-matrix", version },
    subject: { kind, name, commit },
    plan: id
  };
  const written = [];
  const keep = async (one, result) => {
    const record = { ...head, python: one.python, platform: one.platform, result };
    const own = placeOf(folder, one);
    await mkdir(own, { recursive: true });
    await writeFile(join(own, "built.json"), `${JSON.stringify(record, void 0, 1)}
`);
    written.push(record);
  };
  for (const one of buildsOf(plan.planned)) {
    const built = await stage.wheelFor({ label: one.python, interpreter: one.interpreter });
    await keep(one, await outcomeOf(built, placeOf(folder, one)));
  }
  await stage.close();
  for (const { combination, state } of lacking) await keep(combination, { kind: "none", state });
  return written;
}
function placeOf(folder, { python, platform }) {
  return join(folder, `${platform}-${python}`.replaceAll(/[^\w.-]/g, "-"));
}
async function outcomeOf(result, own) {
  if (result.kind === "none") return result;
  const { wheel, buildNumpy, buildPython, abi, text } = result;
  await mkdir(own, { recursive: true });
  const copy = join(own, basename(wheel));
  await copyFile(wheel, copy);
  const { file, sha256 } = await testedWheel(copy);
  return { kind: "built", file, sha256, buildNumpy, buildPython, abi, text };
}

export {
  build
};
