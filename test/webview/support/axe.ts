import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { projectPath } from '../../house/projectFiles';

interface AxeViolation {
  readonly id: string;
  readonly nodes: readonly {
    readonly target: readonly unknown[];
    readonly failureSummary?: string;
  }[];
}

let source: string | null = null;

/** What axe finds wrong with the page, shadow roots included: one line for each element. */
export async function axeViolations(page: Page): Promise<readonly string[]> {
  source ??= readFileSync(projectPath('node_modules/axe-core/axe.min.js'), 'utf8');
  await page.evaluate(source);
  const violations = await page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run: (context: Document) => Promise<{ violations: AxeViolation[] }> };
    };
    return (await axe.run(document)).violations;
  });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${id} at ${JSON.stringify(target)}: ${failureSummary}`,
    ),
  );
}
