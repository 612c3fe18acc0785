import { keyAt, named } from '../keyAt';
import type { SdkRow, Shape } from '../readRule';

const things = ['Config', 'Experiment', 'Layer'] as const;

function withForms(name: string): readonly string[] {
  return [name, `${name}Sync`, `${name}Async`];
}

function serverReads(): Record<string, Shape> {
  return {
    ...named(withForms('checkGate'), keyAt(1, { valueType: 'boolean' })),
    ...named(
      things.flatMap((thing) => withForms(`get${thing}`)),
      keyAt(1),
    ),
  };
}

function clientReads(): Record<string, Shape> {
  return {
    checkGate: keyAt(0, { valueType: 'boolean' }),
    ...named(['getFeatureGate', ...things.map((thing) => `get${thing}`)], keyAt(0)),
  };
}

/** Sources: statsig-io/java-server-sdk at aa7a4c3, android-sdk at 98bd14c. */
export const statsigJvm: readonly SdkRow[] = [
  {
    id: 'jvm-server',
    title: 'Java and Kotlin server',
    packages: ['jvm:com.statsig.sdk'],
    exports: {
      Statsig: { type: 'Server' },
      StatsigServer: { members: { create: { returns: { type: 'Server' } } } },
    },
    exportedTypes: { StatsigServer: 'Server' },
    types: { Server: { members: serverReads() } },
  },
  {
    id: 'android',
    title: 'Android',
    packages: ['jvm:com.statsig.androidsdk'],
    exports: { Statsig: { type: 'Client' }, StatsigClient: { returns: { type: 'Client' } } },
    exportedTypes: { StatsigClient: 'Client' },
    types: { Client: { members: clientReads() } },
  },
];
