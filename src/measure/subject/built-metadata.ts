import { openSync } from 'node:fs';
import { basename } from 'node:path';
import type { SubjectFacts } from '../../model/subject-facts.ts';
import { parseCoreMetadata } from '../../packaging/core-metadata.ts';
import { parseWheelFilename } from '../../packaging/wheel-filename.ts';
import type { Pythons } from '../../plan/chosen-python.ts';
import { openWheel } from '../../wheels/open-wheel.ts';
import type { BuildStage } from '../build/build-stage.ts';
import { factsOf } from './metadata-facts.ts';
import type { Subject } from './subject.ts';

/**
 * Fills in what only a build tells (dynamic metadata): builds the wheel of the oldest Python that
 * builds, and reads its METADATA. The wheel is kept for the run. Where every build fails, the plan
 * goes on with what is known, and the failures are reported with their combinations.
 *
 * @param onBuild told the label of each Python before it builds, which may take minutes
 */
export async function withBuiltMetadata(
  subject: Subject,
  pythons: Pythons,
  build: BuildStage | null,
  onBuild: (label: string) => void,
): Promise<Subject> {
  const [facts] = subject.facts;
  if (!build || !facts) return subject;
  if (facts.requirements !== null && facts.requiresPython !== null) return subject;
  for (const python of pythons.chosen) {
    onBuild(python.label);
    const built = await build.wheelFor(python);
    if (built.kind !== 'built') continue;
    const metadata = await metadataOf(built.wheel);
    if (!metadata) continue;
    return withFacts(subject, factsOf(facts.name, metadata, facts.extras, null), built.wheel);
  }
  return subject;
}

async function metadataOf(file: string) {
  const wheel = await openWheel({ kind: 'descriptor', fd: openSync(file, 'r') });
  if ('kind' in wheel) return undefined;
  try {
    return wheel.metadata === null ? undefined : parseCoreMetadata(wheel.metadata);
  } finally {
    wheel.close();
  }
}

function withFacts(subject: Subject, facts: SubjectFacts, wheel: string): Subject {
  const version = parseWheelFilename(basename(wheel))?.version ?? null;
  return { ...subject, name: facts.name, version: facts.version ?? version, facts: [facts] };
}
