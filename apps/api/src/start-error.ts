/** The server cannot run as it was asked to: said in one line that tells what to do. */
export class StartError extends Error {}
