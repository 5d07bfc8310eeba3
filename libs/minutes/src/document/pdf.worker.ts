// A thread of PdfPrinter: what it may be asked, by name.
export { pdfOf } from './pdf.js';
