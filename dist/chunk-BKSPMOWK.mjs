import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/model/make-finding.ts
function makeFinding(kind, found) {
  const { fault, culprit, title, explanation, fix, evidence, modules, combinations } = found;
  return {
    kind: kind.id,
    category: found.category ?? kind.category,
    severity: found.severity ?? kind.severity,
    fault,
    culprit,
    facts: found.facts ?? {},
    title,
    explanation,
    fix,
    evidence,
    inner: found.inner ?? null,
    hints: found.hints ?? {},
    location: found.location ?? null,
    modules,
    combinations,
    documentation: documentationOf(kind.id)
  };
}
function documentationOf(kind) {
  return `docs/failures/${kind}.md`;
}

export {
  makeFinding
};
