import { ActsOn } from '@hemicycle/graphql';
import { Injectable } from '@nestjs/common';
import type { ListedMember } from './members.repository.js';

/** The acts of later rooms on a member. */
@Injectable()
export class MemberActs extends ActsOn<ListedMember> {}
