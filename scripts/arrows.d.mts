export const ARROWS: Readonly<Record<string, readonly string[]>>;
export const PURE: readonly string[];
export function overrides(): readonly object[];
export function arrowTable(): string;
