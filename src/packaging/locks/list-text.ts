/**
 * The text of a requirements or lock file, as pip decodes it: by its byte order mark, else as UTF-8.
 * PowerShell 5's `pip freeze > requirements.txt` writes UTF-16.
 */
export function listText(bytes: Uint8Array): string {
  const [a, b] = bytes;
  const encoding =
    a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}
