/**
 * Collects a stream, keeping its first and last halves when it grows over the cap: a compiler's
 * cause stands at the beginning, its last words at the end.
 */
export class OutputCap {
  readonly #half: number;
  readonly #head: Buffer[] = [];
  #headBytes = 0;
  #tail: Buffer[] = [];
  #tailBytes = 0;
  #dropped = 0;

  constructor(capBytes: number) {
    this.#half = Math.max(1, Math.floor(capBytes / 2));
  }

  push(chunk: Buffer): void {
    const room = this.#half - this.#headBytes;
    if (room > 0) {
      // Copied: a slice would keep the whole read buffer alive.
      this.#head.push(Buffer.from(chunk.subarray(0, room)));
      this.#headBytes += Math.min(room, chunk.length);
    }
    if (chunk.length <= room) return;
    const rest = chunk.subarray(Math.max(0, room));
    this.#tail.push(Buffer.from(rest));
    this.#tailBytes += rest.length;
    if (this.#tailBytes > this.#half * 2 + 65_536) this.#trim();
  }

  get truncated(): boolean {
    return this.#dropped > 0 || this.#tailBytes > this.#half;
  }

  /** The kept bytes as UTF-8 (what is no UTF-8 becomes U+FFFD), with a line where bytes are missing. */
  text(): string {
    this.#trim();
    const head = Buffer.concat(this.#head);
    const tail = Buffer.concat(this.#tail);
    if (this.#dropped === 0) return Buffer.concat([head, tail]).toString('utf8');
    return `${head.toString('utf8')}\n[… ${this.#dropped} bytes left out …]\n${tail.toString('utf8')}`;
  }

  #trim(): void {
    if (this.#tailBytes <= this.#half) return;
    const joined = Buffer.concat(this.#tail);
    const over = joined.length - this.#half;
    this.#dropped += over;
    this.#tail = [joined.subarray(over)];
    this.#tailBytes = this.#half;
  }
}
