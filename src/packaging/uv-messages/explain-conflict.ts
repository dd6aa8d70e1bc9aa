/**
 * Finds in uv's derivation who keeps NumPy out: `Because pandas==2.1.4 depends on numpy>=1.23.2,<2`.
 *
 * @param text uv's stderr
 * @param numpy the release that was asked for
 * @returns a sentence for the exclusion
 * @example explainConflict('Because a==1 depends on numpy>=1,<2 and …', '2.0.0')
 * // 'a 1 requires numpy>=1,<2, which does not allow NumPy 2.0.0'
 */
export function explainConflict(text: string, numpy: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  if (
    /numpy==\S+ has no (usable )?wheels|no wheels with a matching|numpy==\S+ can(not|'t) be used/.test(
      line,
    )
  ) {
    return `NumPy ${numpy} has no wheel for this Python`;
  }
  const depends =
    /(?<who>[A-Za-z0-9][\w.-]*(?:\[[\w,.-]+\])?)(?:(?<operator>==|>=|<=|<|>|!=)(?<version>[^\s,]*)\S*)? depends? on numpy(?:\{[^}]*\})?(?<range>[^\s{]*)/g;
  const found = [...line.matchAll(depends)].flatMap(({ groups }) =>
    groups && groups['who'] !== 'you' && groups['range'] !== `==${numpy}` ? [groups] : [],
  );
  const first = found[0];
  if (first !== undefined) {
    const version = first['operator'] === '==' ? ` ${first['version']}` : '';
    const range = (first['range'] ?? '').replace(/[,.]$/, '');
    return `${first['who']}${version} requires numpy${range}, which does not allow NumPy ${numpy}`;
  }
  const all = /all versions of (?<who>[\w.-]+) depend on numpy(?<range>\S*)/.exec(line)?.groups;
  if (all !== undefined) {
    return `${all['who']} requires numpy${all['range']}, which does not allow NumPy ${numpy}`;
  }
  return `the requirements do not allow NumPy ${numpy}: ${derivation(text)}`;
}

/**
 * Whether uv gave up because the requirements contradict each other, not for want of a server.
 *
 * @param text uv's stderr
 * @example saysNoSolution('  × No solution found when resolving dependencies:') // true
 */
export function saysNoSolution(text: string): boolean {
  return /No solution found|unsatisfiable/i.test(text);
}

/** uv's own explanation in one paragraph, without its progress lines. */
export function derivation(text: string): string {
  const cause = /(?:cause:|╰─▶|Because)[\s\S]*/.exec(text)?.[0] ?? text;
  return cause
    .replace(/^(cause:|╰─▶)\s*/, '')
    .replace(/\n\s*hint:[\s\S]*/, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, 2_000);
}
