// A thread of BoxWork: what it may be asked, by name.
export { ballotsAtFault, closeBox, endArchive, judgeBallot } from './box-work.js';
