import { Clock, type Day, day, instantAt } from '@hemicycle/kernel';

/** A clock that stands still until it is told. */
export class TestClock extends Clock {
  private instant: Date;

  constructor(
    on: string,
    private readonly zone = 'Europe/Paris',
  ) {
    super();
    this.instant = instantAt(day(on), '09:00', zone);
  }

  now(): Date {
    return this.instant;
  }

  /** Moves to a time of a day, in the forum's zone. */
  goTo(on: Day | string, time = '09:00'): void {
    this.instant = instantAt(day(on), time, this.zone);
  }

  /** Moves forward. */
  pass(milliseconds: number): void {
    this.instant = new Date(this.instant.getTime() + milliseconds);
  }
}
