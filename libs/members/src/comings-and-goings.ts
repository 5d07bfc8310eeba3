import type { Tx } from '@hemicycle/database';
import { Injectable } from '@nestjs/common';

/** What follows, in the transaction of the act, when somebody may come to take part in a body, or take part in it no more. */
export type Follower = (tx: Tx) => Promise<void>;

/**
 * Somebody may come to take part in a body, or take part in it no more: as a member of the forum or her alternate, in a working group,
 * by a mandate. The acts that do it say so; what follows is a later room's, which makes it known when it is made.
 */
@Injectable()
export class ComingsAndGoings {
  private readonly followers: Follower[] = [];

  follow(follower: Follower): void {
    this.followers.push(follower);
  }

  async tell(tx: Tx): Promise<void> {
    for (const follower of this.followers) await follower(tx);
  }
}
