import type { Page } from 'playwright-core';

interface AxNode {
  readonly role?: { readonly value: string };
  readonly name?: { readonly value: string };
  readonly description?: { readonly value: string };
  readonly properties?: readonly {
    readonly name: string;
    readonly value: { readonly value: unknown };
  }[];
  readonly ignored: boolean;
}

export interface Focusable {
  readonly role: string;
  readonly name: string;
  readonly description: string;
}

/** All that can take the focus, as assistive technology is told of it. */
export async function focusables(page: Page): Promise<readonly Focusable[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { nodes: AxNode[] };
  await session.detach();
  return nodes
    .filter(
      ({ ignored, properties = [] }) =>
        !ignored &&
        properties.some(({ name, value }) => name === 'focusable' && value.value === true),
    )
    .map(({ role, name, description }) => ({
      role: role?.value ?? '',
      name: name?.value ?? '',
      description: description?.value ?? '',
    }));
}
