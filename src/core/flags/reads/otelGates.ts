import { otelGatesGo } from './otelGates/go';
import type { SdkRulePack } from './readRule';

/** OpenTelemetry feature gates. */
export const otelGates: SdkRulePack = {
  id: 'otel-gates',
  name: 'OpenTelemetry feature gates',
  // Code declares its gates itself: no file of flags is to hold them.
  definitionFormats: ['code-feature-gate'],
  definedElsewhere: false,
  rows: [...otelGatesGo],
};
