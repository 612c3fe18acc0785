/** An argument as given: by position, or by name. */
interface Given {
  readonly name?: string;
}

/**
 * The argument given for a parameter: the one with its name, else the one at its position among those without a name
 * before it. Undefined where none is given.
 */
export function argumentAt<Argument extends Given>(
  given: readonly Argument[],
  index: number,
  name: string | undefined,
): Argument | undefined {
  const named = name === undefined ? undefined : given.find((each) => each.name === name);
  if (named) return named;
  const positional = given[index];
  return positional?.name === undefined ? positional : undefined;
}
