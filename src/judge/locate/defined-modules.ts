import type { SourceFacts } from '../../model/measurements.ts';
import { BUILD_FILES, definitionsIn } from './definitions.ts';
import { isUnderPlatform } from './platform-condition.ts';
import { filesNamed } from './project-files.ts';
import type { Sources } from './sources.ts';

/** Folders whose build files make nothing of the project's own wheel. */
const ASIDE =
  /(?:^|\/)(?:tests?|testing|docs?|examples?|samples?|demos?|bench(?:marks?)?|subprojects|(?:3rd|third)_?party|vendor(?:ed)?|extern(?:al)?s?|deps|tools|ci|\.[^/]+)\//i;
/** Templates, patterns and variables are no names. */
const NAME = /^[A-Za-z_]\w*(?:[./][A-Za-z_]\w*)*$/;
/** A crate may be a library that Python does not see. */
const NO_MODULE = /(?:^|\/)Cargo\.toml$/;

/** The extension modules that the project's build files define by a name that stands there. */
export async function definedModules(
  sources: Sources,
): Promise<NonNullable<SourceFacts['defined']>> {
  const found: NonNullable<SourceFacts['defined']>[number][] = [];
  for (const file of await filesNamed(sources, BUILD_FILES)) {
    const isInside = sources.project === '' || file.startsWith(`${sources.project}/`);
    if (!isInside || ASIDE.test(file.slice(sources.project.length)) || NO_MODULE.test(file))
      continue;
    const text = (await sources.text(file)) ?? '';
    for (const { module, line, isInstalled } of definitionsIn(file, text)) {
      if (!isInstalled || !NAME.test(module)) continue;
      const isForSome = file.endsWith('.py') && isUnderPlatform(text, line);
      found.push({ module, file, line, ...(isForSome && { isForSome }) });
    }
  }
  return found;
}
