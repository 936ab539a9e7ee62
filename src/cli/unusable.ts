/** Input or command line that cannot be used: its sentence goes to standard error and the exit status is 2. */
export class Unusable extends Error {}
