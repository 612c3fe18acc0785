const escapes: Readonly<Record<string, string>> = {
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  s: ' ',
  t: '\t',
};

/** The text that a string of Java or Kotlin stands for, given what is written between its quotes. */
export function jvmText(written: string): string {
  if (!written.includes('\\')) return written;
  return written.replace(
    /\\(?:u+([0-9a-fA-F]{4})|([0-3]?[0-7]{1,2})|([\s\S]))/g,
    (all: string, unit?: string, octal?: string, simple?: string) => {
      if (unit !== undefined) return String.fromCodePoint(Number.parseInt(unit, 16));
      if (octal !== undefined) return String.fromCodePoint(Number.parseInt(octal, 8));
      return escapes[simple ?? ''] ?? simple ?? all;
    },
  );
}
