import { posthogJavascript } from './posthog/javascript';
import { posthogPython } from './posthog/python';
import { posthogGo } from './posthog/go';
import { posthogDotnet } from './posthog/dotnet';
import { posthogJvm } from './posthog/jvm';
import type { SdkRulePack } from './readRule';

/** PostHog. */
export const posthog: SdkRulePack = {
  id: 'posthog',
  name: 'PostHog',
  definitionFormats: ['openfeature-manifest'],
  definedElsewhere: true,
  rows: [...posthogJavascript, ...posthogPython, ...posthogGo, ...posthogJvm, ...posthogDotnet],
};
