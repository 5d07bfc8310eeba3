import { ActsOn } from '@hemicycle/graphql';
import { Injectable } from '@nestjs/common';
import type { PlenaryRequest } from './plenary-request.entity.js';

/** The acts on a request for a plenary. */
@Injectable()
export class PlenaryRequestActs extends ActsOn<PlenaryRequest> {}
