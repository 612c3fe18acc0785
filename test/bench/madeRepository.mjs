import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';

/** @typedef {{ key: string, percent: number, file: number, readIn: readonly string[] }} MadeFlag */

const imports = [
  `import { OpenFeature } from '@openfeature/server-sdk';`,
  `const client = OpenFeature.getClient();`,
];
const linesPerFile = 60;
const flagsPerFile = 25;
/** One commit in so many is about flags. */
const flagCommitEvery = 10;

/** @param {number} seed @returns {(below: number) => number} whole numbers below a bound */
function numbers(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * below);
  };
}

/** @param {MadeFlag} flag */
function definitionOf({ key, percent }) {
  return [
    key,
    {
      state: 'ENABLED',
      variants: { on: true, off: false },
      defaultVariant: percent === 100 ? 'on' : 'off',
      targeting:
        percent > 0 && percent < 100
          ? { fractional: [['on', percent], ['off', 100 - percent]] } // prettier-ignore
          : {},
      metadata: { owner: `team-${key.length % 7}`, description: `What ${key} changes for people` },
    },
  ];
}

class MadeRepository {
  /** @type {Map<string, string[]>} */
  files = new Map();
  /** @type {MadeFlag[]} */
  flags = [];
  made = 0;

  /** @param {{ flags: number, files: number, commits: number }} size */
  constructor(size) {
    this.size = size;
    this.draw = numbers(20_261_124);
  }

  /** @param {string} name */
  addFile(name) {
    this.files.set(
      name,
      Array.from({ length: linesPerFile }, (_, at) => this.line(at)),
    );
    return name;
  }

  /** @param {number} at */
  line(at) {
    return `export const value${at} = () => compute(${this.draw(100_000)}, 'step-${this.draw(1000)}', total${this.draw(50)});`;
  }

  anyFile() {
    return `src/part${this.draw(50)}/file${this.draw(this.size.files / 50)}.ts`;
  }

  /** Some lines of a few files change. @returns {string[]} the files */
  ordinaryChange() {
    const touched = Array.from({ length: 1 + this.draw(3) }, () => this.anyFile());
    for (const name of touched) {
      const lines = this.files.get(name);
      if (!lines) this.addFile(name);
      else
        for (let count = 3 + this.draw(10); count > 0; count--) {
          const at = this.draw(linesPerFile);
          if (lines[at]?.startsWith('export')) lines[at] = this.line(at);
        }
    }
    return touched;
  }

  /** @param {MadeFlag} flag */
  takeReads({ key, readIn }) {
    for (const name of readIn) {
      const lines = this.files.get(name) ?? [];
      this.files.set(
        name,
        lines.filter((line) => !line.includes(`'${key}'`)),
      );
    }
    return readIn;
  }

  addFlag() {
    const key = `flag-${this.made++}`;
    const readIn = [...new Set([this.anyFile(), this.anyFile()])];
    for (const name of readIn) {
      if (!this.files.has(name)) this.addFile(name);
      const lines = this.files.get(name) ?? [];
      if (!lines[0]?.startsWith('import')) lines.unshift(...imports);
      lines.push(`if (await client.getBooleanValue('${key}', false)) value1();`);
    }
    const file = this.made % Math.ceil(this.size.flags / flagsPerFile);
    this.flags.push({ key, percent: 0, file, readIn });
    return [...readIn, `flags/group${file}.flagd.json`];
  }

  /** A flag comes, goes, loses its reads, or is given to more people. */
  flagChange() {
    if (this.flags.length < this.size.flags) return this.addFlag();
    const at = this.draw(this.flags.length);
    const flag = this.flags[at];
    if (!flag) return [];
    const name = `flags/group${flag.file}.flagd.json`;
    const kind = this.draw(30);
    if (kind <= 1) {
      this.flags.splice(at, 1);
      return [...this.takeReads(flag), name];
    }
    if (kind === 2) {
      this.flags[at] = { ...flag, readIn: [] };
      return [...this.takeReads(flag)];
    }
    const next = flag.percent === 100 ? 0 : ([1, 10, 25, 50, 100].find((share) => share > flag.percent) ?? 0); // prettier-ignore
    this.flags[at] = { ...flag, percent: next };
    return [name];
  }

  /** @param {string} name */
  textOf(name) {
    const group = /^flags\/group(\d+)/.exec(name)?.[1];
    if (group === undefined) return `${(this.files.get(name) ?? []).join('\n')}\n`;
    const own = this.flags.filter(({ file }) => file === Number(group));
    return `${JSON.stringify({ flags: Object.fromEntries(own.map(definitionOf)) }, null, 2)}\n`;
  }
}

/**
 * Makes a git repository with a history of source files and of definition files (flagd, 25 flags each), the same at every call: one
 * commit in ten is about flags, each is given to people in steps, some go, some lose their reads.
 *
 * @param {string} folder
 * @param {{ flags: number, files: number, commits: number }} size
 */
export async function makeRepository(folder, size) {
  mkdirSync(folder, { recursive: true });
  spawnSync('git', ['init', '-q', '-b', 'main', folder]);
  const child = spawn('git', ['-C', folder, 'fast-import', '--quiet'], {
    stdio: ['pipe', 'inherit', 'inherit'],
  });
  const made = new MadeRepository(size);
  const start = Date.UTC(2020, 0, 1) / 1000;
  const step = Math.floor((6 * 365 * 86_400) / size.commits);
  for (let commit = 0; commit < size.commits; commit++) {
    const first = () =>
      Array.from({ length: size.files }, (_, at) =>
        made.addFile(`src/part${at % 50}/file${Math.floor(at / 50)}.ts`),
      );
    const touched =
      commit === 0
        ? first()
        : commit % flagCommitEvery === 0
          ? made.flagChange()
          : made.ordinaryChange();
    const message = `Change ${commit}`;
    const parts = [
      `commit refs/heads/main\ncommitter Someone <someone@example.com> ${start + commit * step} +0000\ndata ${message.length}\n${message}\n`,
    ];
    for (const name of new Set(touched)) {
      const text = made.textOf(name);
      parts.push(`M 100644 inline ${name}\ndata ${Buffer.byteLength(text)}\n${text}\n`);
    }
    if (!child.stdin.write(parts.join(''))) await once(child.stdin, 'drain');
  }
  child.stdin.end();
  await once(child, 'exit');
  spawnSync('git', ['-C', folder, 'gc', '-q']);
  spawnSync('git', ['-C', folder, 'reset', '-q', '--hard', 'main']);
}
