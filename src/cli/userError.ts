/** Something people can mend: what is wrong and what to do, in a sentence or two. The command ends with exit code 2. */
export class UserError extends Error {
  override readonly name = 'UserError';
}
