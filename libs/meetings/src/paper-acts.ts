import type { KnownPaperFacts } from '@hemicycle/charter';
import { ActsOn } from '@hemicycle/graphql';
import { Injectable } from '@nestjs/common';

/** The acts on a paper of an agenda, by what the charter asks to know: it is read once for all the papers of a meeting. */
@Injectable()
export class PaperActs extends ActsOn<KnownPaperFacts> {}
