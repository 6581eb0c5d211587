// The version of this copy of the elements, told where two copies meet on one page. A test keeps it that of package.json.

/** The version of this copy of the elements. */
export const version = '0.1.0';
