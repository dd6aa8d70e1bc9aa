/** @returns the 1-based line of a text in which a place of it lies */
export function lineAt(text: string, index: number): number {
  return text.slice(0, index).split('\n').length;
}
