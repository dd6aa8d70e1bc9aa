import type { Symptoms } from './symptoms.ts';

/**
 * How to leave a module out that nobody needs here: optional features want libraries that few have.
 * Empty where no single module was asked for.
 */
export function leaveOut(symptoms: Symptoms): string {
  const { module, smoke } = symptoms.evidence;
  return module && !smoke
    ? ` If nobody needs the module here, leave it out: \`--module '!${module.name}'\`.`
    : '';
}
