import { ActsOn } from '@hemicycle/graphql';
import { Injectable } from '@nestjs/common';
import type { NamedOrganisation } from './organisations.repository.js';

/** The acts of later rooms on an organisation. */
@Injectable()
export class OrganisationActs extends ActsOn<NamedOrganisation> {}
