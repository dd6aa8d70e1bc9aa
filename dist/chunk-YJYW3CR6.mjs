import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/settings/suggest.ts
function suggest(written, known) {
  const name = written.toLowerCase();
  const limit = Math.max(1, Math.floor(name.length * 0.4));
  const ranked = known.map((candidate) => ({ candidate, cost: cost(name, candidate) })).filter((one) => one.cost <= limit).sort((a, b) => a.cost - b.cost);
  return ranked[0]?.candidate;
}
function cost(written, candidate) {
  const plain = (text) => text.replaceAll(/[-_]/g, "");
  if (plain(written) === plain(candidate)) return 0;
  const whole = (a, b) => a.length >= 3 && b.startsWith(`${a}-`);
  if (whole(written, candidate) || whole(candidate, written)) return 0.5;
  if (`${written}s` === candidate || written === `${candidate}s`) return 0.25;
  return editDistance(written, candidate);
}
function editDistance(a, b) {
  const rows = [Array.from({ length: b.length + 1 }, (_, index) => index)];
  const at = (row, column) => rows[row]?.[column] ?? Number.POSITIVE_INFINITY;
  for (let i = 1; i <= a.length; i += 1) {
    rows.push([i]);
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const costs = [at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (same ? 0 : 1)];
      rows[i]?.push(Math.min(...costs, swapped ? at(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY));
    }
  }
  return at(a.length, b.length);
}

export {
  suggest,
  editDistance
};
