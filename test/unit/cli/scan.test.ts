import { describe, expect, test } from 'vitest';
import type { CliPorts } from '../../../src/cli/cliPorts';
import { run } from '../../../src/cli/run';
import { UserError } from '../../../src/cli/userError';
import { createFactsReader } from '../../../src/engine/createFactsReader';
import type { WorkspaceFiles } from '../../../src/engine/workspaceFiles';
import { createNodeWorkspaceFiles } from '../../../src/platform/node/nodeWorkspaceFiles';
import { expectGolden } from '../../support/expectGolden';
import { memoryFiles } from '../../support/memoryFiles';
import { createTestParser } from '../../support/testParser';

const parser = createTestParser();
const shop = createNodeWorkspaceFiles('test/workspaces/shop');

interface Ran {
  readonly exitCode: number;
  readonly output: string;
  readonly messages: string;
  readonly written: ReadonlyMap<string, string>;
}

/** Runs the command line on folders given by name. */
async function flaglab(
  argv: readonly string[],
  folders: Readonly<Record<string, WorkspaceFiles>> = { shop },
  signal = { aborted: false },
): Promise<Ran> {
  let output = '';
  let messages = '';
  const written = new Map<string, string>();
  const ports: CliPorts = {
    version: '0.0.0',
    createFactsReader: () => createFactsReader(parser),
    startSimulationThread: () => {
      throw new Error('Nothing is simulated here.');
    },
    openCache: () => Promise.resolve(undefined),
    signal,
    openHistory: () => null,
    isTerminal: false,
    openFolder: (folder) => {
      const files = folders[folder];
      return files ? Promise.resolve(files) : Promise.reject(new UserError(`${folder}: no folder`));
    },
    readFile: (file) => Promise.reject(new UserError(`${file}: no file`)),
    readChunks: (file) => {
      throw new UserError(`${file}: no file`);
    },
    today: () => '2027-03-22',
    isSameFile: (one, other) => one === other,
    writeFile: (file, text) => {
      written.set(file, text);
      return Promise.resolve();
    },
    makeFolder: () => Promise.resolve(),
    writeOutput: (text) => {
      output += text;
    },
    writeMessage: (text) => {
      messages += text;
    },
  };
  return { exitCode: await run(argv, ports), output, messages, written };
}

describe('flaglab scan of the example shop', () => {
  test('as JSON', async () => {
    const { exitCode, output, messages } = await flaglab(['scan', 'shop', '--format', 'json']);
    expect({ exitCode, messages }).toEqual({ exitCode: 0, messages: '' });
    expectGolden('cli/scan-shop.json', output);
  });

  test('for people', async () => {
    const { exitCode, output } = await flaglab(['scan', 'shop']);
    expect(exitCode).toBe(0);
    expectGolden('cli/scan-shop.txt', output);
  });

  test('into a file leaves the standard output empty', async () => {
    const { output, written } = await flaglab([
      'scan',
      'shop',
      '--format',
      'json',
      '--output',
      'f.json',
    ]);
    expect(output).toBe('');
    expect(JSON.parse(written.get('f.json') ?? '')).toMatchObject({ schema: 1, root: 'shop' });
  });
});

describe('flaglab scan of several folders', () => {
  const folders = {
    web: memoryFiles({
      'a.ts': `import { useFlag } from '@openfeature/react-sdk';\nuseFlag('one, "two"', 'x');\n`,
    }),
    server: memoryFiles({ 'b.flagd.json': '{ "flags": {} }' }),
  };

  test('as JSON has one element a folder, in the order in which they are given', async () => {
    const argv = ['scan', 'web', 'server', 'web', '--format', 'json'];
    const { exitCode, output } = await flaglab(argv, folders);
    expect(exitCode).toBe(0);
    expect(JSON.parse(output)).toMatchObject({
      schema: 1,
      folders: [
        { root: 'web', files: { scanned: 1 }, flags: [{ key: 'one, "two"' }] },
        { root: 'server', files: { scanned: 1 }, flags: [] },
      ],
    });
  });

  test('for people has a heading for each', async () => {
    const { output } = await flaglab(['scan', 'web', 'server'], folders);
    expect(output.match(/^(#.*|.* in 1 file\.)$/gm)).toEqual([
      '# web',
      '1 flag, 1 read in 1 file.',
      '# server',
      '0 flags, 0 reads in 1 file.',
    ]);
  });

  test('as CSV has one row a read', async () => {
    const { output } = await flaglab(['scan', 'web', 'server', '--format', 'csv'], folders);
    expect(output.split('\r\n')).toEqual([
      'root,key,scope,file,line,column,endLine,endColumn,sdk,language,call,valueType,default,via,context',
      'web,"one, ""two""",.,a.ts,2,1,2,27,openfeature,typescript,useFlag,,"""x""",,source',
      '',
    ]);
  });
});

describe('bad input', () => {
  const read = (key: string) =>
    `import { useFlag } from '@openfeature/react-sdk';\nuseFlag('${key}', false);\n`;

  test('of every kind gets its message, and the rest is read', async () => {
    const bad = memoryFiles(
      {
        'binary.ts': Uint8Array.of(0, 1, 2),
        'broken.ts': `${read('a')}const x = ;\n`,
        'empty.ts': '',
        'good.ts': read('b'),
        'huge.ts': new Uint8Array(3_000_000).fill(0x20),
        'latin1.ts': Uint8Array.of(0x2f, 0x2f, 0xe9, 0x0a),
        'x.flagd.json':
          '{ "flags": { "a": { "state": "ENABLED", "variants": { "on": true }, "defaultVariant": "on" }, } }',
      },
      { circle: 'a link that leads back to a folder around it' },
    );
    const { exitCode, output } = await flaglab(['scan', 'bad', '--format', 'json'], { bad });
    const report = JSON.parse(output);
    expect(exitCode).toBe(0);
    expect(report.files.skipped).toEqual([
      { file: 'binary.ts', reason: 'binary' },
      { file: 'circle', reason: 'a link that leads back to a folder around it' },
      { file: 'huge.ts', reason: 'larger than 1.0 MB (3.0 MB)' },
      { file: 'latin1.ts', reason: 'not valid UTF-8 (byte 3)' },
    ]);
    expect(report.flags.map(({ key }: { key: string }) => key)).toEqual(['a', 'b']);
    expect(report.diagnostics).toMatchObject([
      { file: 'broken.ts', line: 3, code: 'source-not-parsed', severity: 'information' },
      { file: 'x.flagd.json', line: 1, code: 'json-syntax', severity: 'error' },
    ]);
  });

  test.each([
    ['no such folder', ['scan', 'nowhere'], /nowhere: no folder/],
    [
      'an unknown format',
      ['scan', 'shop', '--format', 'xml'],
      /Allowed choices are text, json, csv/,
    ],
    [
      'a cache to verify and none to use',
      ['scan', 'shop', '--no-cache', '--verify-cache'],
      /--no-cache there is nothing/,
    ],
    ['a mistyped option', ['scan', 'shop', '--fromat', 'json'], /Did you mean --format/],
    ['a mistyped command', ['scna', 'shop'], /Did you mean scan/],
  ])('%s: exit code 2 and a message', async (_, argv, message) => {
    const { exitCode, output, messages } = await flaglab(argv);
    expect({ exitCode, output }).toEqual({ exitCode: 2, output: '' });
    expect(messages).toMatch(message);
  });

  test('a report that cannot be made leaves the one from before as it is', async () => {
    const broken = memoryFiles({ 'flaglab.yaml': 'version: 2' });
    const { exitCode, written } = await flaglab(['scan', 'broken', '--output', 'report.txt'], {
      broken,
    });
    expect({ exitCode, written: [...written] }).toEqual({ exitCode: 2, written: [] });
  });

  test.each(['size', 'simulate'])('the report of %s never replaces its plan', async (command) => {
    const ran = await flaglab([command, 'a.experiment.yaml', '--output', 'a.experiment.yaml']);
    expect({ exitCode: ran.exitCode, written: [...ran.written] }).toEqual({
      exitCode: 2,
      written: [],
    });
    expect(ran.messages).toMatch(/is the plan itself/);
  });

  test('names in scanned files cannot steer a terminal', async () => {
    const steering = memoryFiles({ 'a.ts': read('a\\u001b[31mred\\nline') });
    const { output } = await flaglab(['scan', 'steering'], { steering });
    expect(output).toContain(String.raw`a\u001b[31mred\u000aline: default off`);
  });

  test('an interrupted scan reports nothing and ends with 130', async () => {
    const { exitCode, output } = await flaglab(['scan', 'shop'], { shop }, { aborted: true });
    expect({ exitCode, output }).toEqual({ exitCode: 130, output: '' });
  });
});
