import type { FunctionDeclaration, TypeDeclaration } from '../typed/declaration';

/** Extension methods of a static class: those that use its namespace call them as methods of what they extend. */
export function extensionsIn(type: TypeDeclaration): readonly FunctionDeclaration[] {
  return type.members.flatMap((member) =>
    member.kind === 'function' && member.receiver ? [member] : [],
  );
}
