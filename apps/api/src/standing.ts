import { SessionsRepository } from '@hemicycle/accounts';
import { Database } from '@hemicycle/database';
import type { Actor, Day, Role } from '@hemicycle/kernel';
import { MandatesRepository } from '@hemicycle/mandates';
import { MembersRepository } from '@hemicycle/members';
import { ProcedureRepository } from '@hemicycle/procedure';
import { Injectable } from '@nestjs/common';

/** What an actor may do: gathered here, from every room, afresh for each request. */
@Injectable()
export class Standing {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionsRepository,
    private readonly procedure: ProcedureRepository,
    private readonly members: MembersRepository,
    private readonly mandates: MandatesRepository,
  ) {}

  /** Who stands behind a session token at an instant; the public when there is none, or when it is over. */
  async actorBehind(token: string | null, at: Date, on: Day): Promise<Actor> {
    const session = token === null ? null : await this.sessions.openedBy(this.database.reader, token, at);
    if (session === null) return { personId: null, sessionId: null, roles: new Set<Role>(['ANYONE']) };
    return {
      personId: session.personId,
      sessionId: session.id,
      roles: new Set<Role>(['ANYONE', 'PERSON', ...(await this.rolesOf(session.personId, on))]),
    };
  }

  /** The roles that a person holds on a day by dated rows. */
  async rolesOf(personId: string, on: Day): Promise<Role[]> {
    const { reader } = this.database;
    return [
      ...(await this.procedure.rolesOf(reader, personId, on)),
      ...(await this.members.rolesOf(reader, personId, on)),
      ...(await this.mandates.rolesOf(reader, personId, on)),
    ];
  }
}
