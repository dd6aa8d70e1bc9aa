import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/escape/moment.ts
function formatMoment(iso) {
  return `${iso.slice(0, 16).replace("T", " ")} UTC`;
}

export {
  formatMoment
};
