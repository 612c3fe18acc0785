import { microsoftFeatureManagementJavascript } from './microsoftFeatureManagement/javascript';
import { microsoftFeatureManagementPython } from './microsoftFeatureManagement/python';
import { microsoftFeatureManagementDotnet } from './microsoftFeatureManagement/dotnet';
import type { SdkRulePack } from './readRule';

/** Microsoft.FeatureManagement. */
export const microsoftFeatureManagement: SdkRulePack = {
  id: 'microsoft-feature-management',
  name: 'Microsoft.FeatureManagement',
  definitionFormats: ['microsoft-feature-management', 'openfeature-manifest'],
  definedElsewhere: true,
  rows: [
    ...microsoftFeatureManagementJavascript,
    ...microsoftFeatureManagementPython,
    ...microsoftFeatureManagementDotnet,
  ],
};
