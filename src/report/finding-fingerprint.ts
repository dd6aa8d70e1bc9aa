import { createHash } from 'node:crypto';
import type { Finding } from '../model/finding.ts';

/**
 * What makes two findings of different runs the same one, for tools that follow a finding over time:
 * its kind, whom it blames and the file it points at. Lines move, and versions and combinations come
 * and go, so none of them counts.
 *
 * @returns 32 hexadecimal digits, different within one list
 */
export function fingerprintsOf(findings: readonly Finding[]): readonly string[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const { kind, inner, culprit, location, modules } = finding;
    const { distribution, module } = culprit;
    const key = JSON.stringify([kind, inner, distribution, module ?? modules[0], location?.file]);
    const count = seen.get(key) ?? 0;
    seen.set(key, count + 1);
    const whole = count === 0 ? key : `${key}#${count}`;
    return createHash('sha256').update(whole).digest('hex').slice(0, 32);
  });
}
