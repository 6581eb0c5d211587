// What a page can mean by properties that several elements have.

/** The words in an attribute's text, apart by spaces or commas. */
export const words = (said: string | null) => said?.split(/[\s,]+/).filter(Boolean);

export const densities = /^(comfortable|compact)$/;
export const headingLevels = /^[1-6]$/;
/** Of what has headings of its own under it. */
export const innerLevels = /^[1-5]$/;
export const urlPlaces = /^(off|query|hash)$/;
