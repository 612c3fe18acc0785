import type { Shape } from './readRule';

/** Whether what a shape gives has members that are flags. */
export function holdsFlags(shape: Shape | undefined): boolean {
  if (!shape) return false;
  const members = Object.values(shape.componentProperties?.members ?? {});
  return shape.flags !== undefined || holdsFlags(shape.returns) || members.some(holdsFlags);
}
