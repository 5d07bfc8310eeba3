/** Where instants come from. Only the edges (API, command line) hold a clock; rules and commands are given instants. */
export abstract class Clock {
  abstract now(): Date;
}

export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}

/** Injection token of the IANA name of the forum's time zone: days are days there. */
export const FORUM_TIME_ZONE = Symbol('the forum’s time zone');
