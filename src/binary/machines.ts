/** ELF `e_machine` → the names Linux wheels use. */
const ELF: Readonly<Record<number, string>> = {
  3: 'i686',
  8: 'mips',
  20: 'ppc',
  21: 'ppc64',
  22: 's390x',
  40: 'armv7l',
  62: 'x86_64',
  183: 'aarch64',
  243: 'riscv64',
  258: 'loongarch64',
};

/** PE `Machine` → the same names. */
const PE: Readonly<Record<number, string>> = {
  332: 'i686',
  452: 'armv7l',
  34404: 'x86_64',
  43620: 'aarch64',
};

/** Mach-O `cputype` → the same names. */
const MACHO: Readonly<Record<number, string>> = {
  7: 'i686',
  12: 'armv7l',
  18: 'ppc',
  16777223: 'x86_64',
  16777228: 'aarch64',
  16777234: 'ppc64',
};

const named =
  (table: Readonly<Record<number, string>>) =>
  (code: number): string =>
    table[code] ?? `machine-0x${code.toString(16)}`;

export const elfMachine = named(ELF);
export const peMachine = named(PE);
export const machoMachine = named(MACHO);
