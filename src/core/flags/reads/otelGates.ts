import { otelGatesGo } from './otelGates/go';
import type { SdkRulePack } from './readRule';

/** OpenTelemetry feature gates. */
export const otelGates: SdkRulePack = {
  id: 'otel-gates',
  name: 'OpenTelemetry feature gates',
  definitionFormats: ['openfeature-manifest'],
  definedElsewhere: false,
  rows: [...otelGatesGo],
};
