import { ActsOn } from '@hemicycle/graphql';
import { Injectable } from '@nestjs/common';
import type { ListedPaper } from './papers.repository.js';

/** The acts on a paper of an agenda. */
@Injectable()
export class PaperActs extends ActsOn<ListedPaper> {}
