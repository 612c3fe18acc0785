import { describe, expect, test } from 'vitest';
import { readsOf } from '../../../../support/readsOf';

/** Expected values: a person's reading. */
const port = `import { createContext, useContext } from 'react';
export interface Service { value(key: string, fallback: boolean): boolean; all(): object }
const context = createContext<Service | null>(null);
export const useOn = (key: string) => useContext(context)?.value(key, false) ?? false;
export const Provider = context.Provider;`;

const app = "import { useOn } from './port';\nexport const Page = () => useOn('a');";

const provider = (made: string) =>
  `import { useMemo, useRef } from 'react';\nimport { Provider, type Service } from './port';\nimport * as LD from 'launchdarkly-js-client-sdk';\nexport const Flags = ({ children }) => {\n  const ld = useRef<LD.LDClient>();\n  if (!ld.current) ld.current = LD.initialize('x', {});\n${made}\n  return <Provider value={service}>{children}</Provider>;\n};`;

const methods =
  '{ value(key, fallback) { return ld.current?.variation(key, fallback); }, all() { return {}; } }';

describe('a service that a context of React hands on', () => {
  test.each([
    ['declared as of its type', `  const service: Service = ${methods};`],
    ['made once', `  const service: Service = useMemo(() => (${methods}), []);`],
    ['cast to its type', `  const service = (${methods}) as Service;`],
    ['that fits its type', `  const service = useMemo(() => (${methods}) satisfies Service, []);`],
    ['given by a function', `  const make = (): Service => { return ${methods}; };`],
  ])('%s, reads the flag', async (_, made) => {
    const lines = await readsOf({ 'port.tsx': port, 'flags.tsx': provider(made), 'app.tsx': app });
    expect(lines).toEqual([
      'app.tsx:2 useOn a = false via wrapper useOn@port.tsx, wrapper value@port.tsx',
    ]);
  });

  test('of another type reads none', async () => {
    const lines = await readsOf({
      'port.tsx': port,
      'flags.tsx': provider(`  const service: Other = ${methods};`),
      'app.tsx': app,
    });
    expect(lines.filter((line) => line.startsWith('app'))).toEqual([]);
  });

  test('that reads no flag reads none', async () => {
    const lines = await readsOf({
      'port.tsx': port,
      'flags.tsx': provider(
        '  const service: Service = { value(key, fallback) { log(ld.current?.variation("b", true)); return stored(key); }, all() { return {}; } };',
      ),
      'app.tsx': app,
    });
    expect(lines.filter((line) => line.startsWith('app'))).toEqual([]);
  });
});
