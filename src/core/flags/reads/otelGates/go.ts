import { readOf } from '../readOf';
import type { SdkRow, Shape } from '../readRule';

const registry: Shape = { returns: { type: 'Registry' } };
const gate: Shape = { returns: { type: 'Gate' } };

/** Source: open-telemetry/opentelemetry-collector at 934999fbab. */
export const otelGatesGo: readonly SdkRow[] = [
  {
    id: 'go',
    title: 'Go',
    packages: ['go:go.opentelemetry.io/collector/featuregate'],
    exports: { GlobalRegistry: registry, NewRegistry: registry },
    exportedTypes: { Registry: 'Registry', Gate: 'Gate' },
    types: {
      Registry: { members: { MustRegister: gate, Register: gate } },
      // The key stands where the gate is registered.
      Gate: { members: { IsEnabled: readOf([0], { made: true, valueType: 'boolean' }) } },
    },
  },
];
