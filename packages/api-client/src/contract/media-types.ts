// The media types of files that are answered.

/** A workbook of Excel and LibreOffice. */
export const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
export const CSV = 'text/csv; charset=utf-8';
