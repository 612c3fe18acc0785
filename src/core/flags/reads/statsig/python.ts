import { eachOf, readOf } from '../readOf';
import type { SdkRow, Shape } from '../readRule';

const reads: Readonly<Record<string, Shape>> = {
  check_gate: readOf([1, 'gate_name'], { valueType: 'boolean', telling: true }),
  get_feature_gate: readOf([1, 'gate_name'], { telling: true }),
  ...eachOf(['get_dynamic_config', 'get_config'], readOf([1, 'config_name'])),
  get_experiment: readOf([1, 'experiment_name']),
  get_layer: readOf([1, 'layer_name']),
};
const server: Shape = { returns: { type: 'Statsig' } };

/** Sources: statsig-io/statsig-server-core at 3c1805e3; statsig-io/python-sdk, the package before it. */
export const statsigPython: readonly SdkRow[] = [
  {
    id: 'python',
    title: 'Python',
    packages: ['python:statsig', 'python:statsig.statsig', 'python:statsig_python_core'],
    exports: { ...reads, statsig: { type: 'Statsig' }, Statsig: server, StatsigServer: server },
    exportedTypes: { Statsig: 'Statsig', StatsigServer: 'Statsig' },
    types: { Statsig: { members: reads } },
  },
];
