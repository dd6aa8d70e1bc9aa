import { crc32, deflateRawSync } from 'node:zlib';

/**
 * A zip archive in memory: local headers with data, the list of members, the end record. Nothing is
 * really compressed, so that sizes stay as given.
 */
export function storedZip(members: readonly (readonly [string, Buffer | string])[]): Buffer {
  const parts: Buffer[] = [];
  const list: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of members) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes, { level: 0 });
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(name.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    list.push(Buffer.from([0x50, 0x4b, 1, 2, 20, 0]), common, place, Buffer.from(name));
    const local = [Buffer.from([0x50, 0x4b, 3, 4]), common, Buffer.from(name), packed];
    parts.push(...local);
    offset += Buffer.concat(local).length;
  }
  const directory = Buffer.concat(list);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(members.length, 8);
  end.writeUInt16LE(members.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, directory, end]);
}

/** A pure wheel of release 1.0, with METADATA, WHEEL and RECORD. */
export function pureWheel(
  name: string,
  files: Readonly<Record<string, string>>,
  requires: readonly string[] = [],
): Buffer {
  const folder = `${name}-1.0.dist-info`;
  const lines = requires.map((one) => `Requires-Dist: ${one}\n`).join('');
  const all = {
    ...files,
    [`${folder}/METADATA`]: `Metadata-Version: 2.1\nName: ${name}\nVersion: 1.0\n${lines}`,
    [`${folder}/WHEEL`]:
      'Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n',
  };
  const record = [...Object.keys(all), `${folder}/RECORD`].map((path) => `${path},,\n`).join('');
  return storedZip([...Object.entries(all), [`${folder}/RECORD`, record]]);
}
