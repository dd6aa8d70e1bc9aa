// pip: "Successfully installed numpy-2.0.2 pandas-2.0.3"; uv: " + numpy==2.0.2".
const PIP = /Successfully installed (.+)$/;
const UV = /^ *\+ ([A-Za-z][\w.-]*)==(\d[\w.+!]*)/;
const MAX = 5000;

/** Collects the versions that a log says were installed. */
export class InstalledVersions {
  readonly #versions = new Map<string, string>();

  get versions(): ReadonlyMap<string, string> {
    return this.#versions;
  }

  read(line: string): void {
    const uv = UV.exec(line);
    if (uv?.[1] && uv[2]) this.#set(uv[1], uv[2]);
    const words = line.includes('Successfully installed') ? PIP.exec(line)?.[1] : undefined;
    for (const word of words?.split(' ') ?? []) {
      const [, name, version] = /^(.+)-(\d[^-]*)$/.exec(word) ?? [];
      if (name && version) this.#set(name, version);
    }
  }

  #set(name: string, version: string): void {
    if (this.#versions.size < MAX) {
      this.#versions.set(name.toLowerCase().replace(/[-_.]+/g, '-'), version);
    }
  }
}
