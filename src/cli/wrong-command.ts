/** The command was wrong, and this is why: exit status 2. */
export class WrongCommand extends Error {}
