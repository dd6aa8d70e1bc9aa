/** What uv says of an archive whose own files do not say what a wheel's must, or that cannot be unpacked. */
const SAID =
  /Couldn't parse metadata of `[^`]*\.whl`|The wheel is invalid: |Wheel version does not match filename|Package metadata name `[^`]*` does not match given name|Failed to (?:read metadata|extract archive): .*\.whl|The wheel filename `[^`]*` has an invalid|failed to open file `[^`]*\.dist-info[\\/](?:RECORD|WHEEL|METADATA)`/;

/**
 * Whether uv stopped at a wheel that is none.
 *
 * @param text uv's stderr
 * @example saysBadWheel('error: The wheel is invalid: Unsupported wheel major version') // true
 */
export function saysBadWheel(text: string): boolean {
  return SAID.test(text);
}
