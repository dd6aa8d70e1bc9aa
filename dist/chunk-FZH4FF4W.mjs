import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/model/severity.ts
var ORDER = ["error", "warning", "note", "none"];
function compareSeverity(a, b) {
  return ORDER.indexOf(a) - ORDER.indexOf(b);
}

// src/escape/plural.ts
function plural(count, one, many = `${one}s`) {
  return `${count} ${count === 1 ? one : many}`;
}
function listSome(names, most) {
  if (names.length <= most + 1) return names.join(", ");
  return `${names.slice(0, most).join(", ")} and ${names.length - most} more`;
}

export {
  compareSeverity,
  plural,
  listSome
};
