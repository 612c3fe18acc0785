const environments: ReadonlySet<string> = new Set([
  'canary',
  'demo',
  'dev',
  'development',
  'local',
  'preprod',
  'preview',
  'prod',
  'production',
  'qa',
  'sandbox',
  'stage',
  'staging',
  'test',
  'testing',
  'uat',
]);

/**
 * The environment a definition file is for, by its name (`shop.prod.flagd.json`) or its folder (`prod/flags.json`),
 * innermost first; `default` where neither names one. The first part of a name is the name itself: `demo.flagd.json`
 * is for no environment called demo.
 */
export function environmentOf(file: string): string {
  const folders = file.split('/');
  const parts = (folders.pop() ?? '').split('.').slice(1).reverse();
  const named = [...parts, ...folders.reverse()].find((part) =>
    environments.has(part.toLowerCase()),
  );
  return named?.toLowerCase() ?? 'default';
}
