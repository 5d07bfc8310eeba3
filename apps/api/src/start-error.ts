import { ToldError } from '@hemicycle/kernel';

/** The server cannot run as it was asked to: said in one line that tells what to do. */
export class StartError extends ToldError {}
