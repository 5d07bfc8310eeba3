// A thread of BoxWork: what it may be asked, by name.
export { closeBox, endArchive, judgeBallot } from './box-work.js';
