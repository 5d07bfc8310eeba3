import type { ElectionRound } from './election-round.entity.js';

/** Whether a round takes no ballot any more: its closing instant counts, whether or not anybody closed it (charter POLL). */
export const isOver = ({ closedAt, closesAt }: ElectionRound, at: Date): boolean =>
  closedAt !== null || (closesAt !== null && closesAt.getTime() <= at.getTime());
