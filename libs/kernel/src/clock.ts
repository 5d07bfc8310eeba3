/** Where instants come from. Only the edges (API, command line) hold a clock; rules and commands are given instants. */
export abstract class Clock {
  abstract now(): Date;
}

export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}

/** Injection token of where people reach the forum: `https://forum.example`, without a slash at the end. */
export const PUBLIC_URL = Symbol('where people reach the forum');

/** Injection token of the IANA name of the forum's time zone: days are days there. */
export const FORUM_TIME_ZONE = Symbol('the forum’s time zone');
