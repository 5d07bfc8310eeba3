import { ApiError } from '@hemicycle/graphql';

/**
 * Ballots that a seat may cast in one round. A limit of this platform, not of the charter, which lets electors vote again: no
 * elector comes near it, and whoever holds her session cannot fill the box for ever.
 */
export const BALLOTS_OF_A_SEAT = 500;

/** A seat cast all the ballots that it may in a round: the last one counts. */
export class NoMoreBallots extends ApiError {
  constructor() {
    super(
      'FORBIDDEN',
      {
        fr: `Ce siège a déposé ${BALLOTS_OF_A_SEAT} bulletins dans ce tour, autant que la plateforme en garde : le dernier compte. Si vous n’en avez pas déposé autant, quelqu’un d’autre vote à votre place : dites-le au secrétariat et aux scrutateurs avant la clôture.`,
        en: `This seat has cast ${BALLOTS_OF_A_SEAT} ballots in this round, as many as the platform keeps: the last one counts. If you did not cast as many, somebody else votes in your place: tell the secretariat and the scrutineers before the closing.`,
      },
      { limit: 'ballotsOfASeat', most: BALLOTS_OF_A_SEAT },
    );
  }
}

/**
 * The number of a seat's next ballot in a round. @param last how many it cast; the seat is locked where the ballot is kept
 * @throws NoMoreBallots
 */
export function nextBallot(last: number): number {
  if (last >= BALLOTS_OF_A_SEAT) throw new NoMoreBallots();
  return last + 1;
}
