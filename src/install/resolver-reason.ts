/**
 * Says in one sentence why uv found no solution with the planned NumPy, naming the package in the
 * way.
 *
 * uv's derivation is a chain of "Because A depends on numpy<2 and …": the first requirement on NumPy
 * that is not our own pin is the one in the way. Its text is a program's, not an interface: where it
 * cannot be read, its own first sentence is passed on.
 *
 * @param text uv's stderr
 * @param numpy the planned release
 * @example resolverReason('… pandas==2.1.4 depends on numpy>=1.22.4,<2 …', '2.0.2')
 *   // 'pandas 2.1.4 requires numpy>=1.22.4,<2'
 */
export function resolverReason(text: string, numpy: string): string {
  const flat = flatten(text);
  const wheel =
    /numpy==(\S+?) has no wheels? with a matching ([\w ]+?)(?: tag)?(?= \(|,|\.| and|$)/.exec(flat);
  if (wheel?.[1]) return `NumPy ${wheel[1]} has no wheel with a matching ${wheel[2]} here`;
  const inTheWay = [...flat.matchAll(DEPENDS)]
    .map((match) => match.groups)
    .find((groups) => groups?.['specifier'] && !isOwnPin(groups['specifier'], numpy));
  if (inTheWay?.['name']) {
    return `${spell(inTheWay['name'], inTheWay['versions'] ?? '')} requires numpy${inTheWay['specifier']}`;
  }
  return `no set of releases fits NumPy ${numpy}: ${firstSentence(flat)}`;
}

/** @returns whether uv says that no set of releases fits (and not that it could not look) */
export function isNoSolution(text: string): boolean {
  return /No solution found when resolving/.test(text);
}

/** uv's derivation as one line, without its tree drawing. */
export function flatten(text: string): string {
  return text
    .replace(/[│╰├─▶×✗]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

const DEPENDS =
  /(?<name>[A-Za-z0-9][\w.-]*?)(?:\[[^\]]*\])?(?:\{[^}]*\})?(?<versions>(?:(?:==|>=|<=|!=|~=|<|>)[^\s,]+,?)*)(?: \([^)]*\))? depends? on numpy(?:\[[^\]]*\])?(?:\{[^}]*\})?(?<specifier>(?:(?:==|>=|<=|!=|~=|<|>)[^\s,]+(?:,(?=[=<>!~]))?)+)/g;

function isOwnPin(specifier: string, numpy: string): boolean {
  return specifier === `==${numpy}`;
}

function spell(name: string, versions: string): string {
  const exact = /^==([^,*]+)$/.exec(versions);
  return exact ? `${name} ${exact[1]}` : `${name}${versions.replace(/,$/, '')}`;
}

function firstSentence(flat: string): string {
  const because = flat.indexOf('Because');
  const text = because >= 0 ? flat.slice(because) : flat;
  return text.length > 300 ? `${text.slice(0, 299)}…` : text;
}
