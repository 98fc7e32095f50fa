// What this page has typed and not yet sent, readable by its own officer for as long as the page is open; never stored.
const texts = new Map();

export const remember = (key, data) => texts.set(key, data);
// What the list behind the strip says of an entry whose content is no text.
const told = new Map();

export const describe = (key, text) => told.set(key, text);
export const described = (key) => told.get(key) ?? "";
export const recall = (key) => texts.get(key) ?? null;
export const drop = (key) => { texts.delete(key); told.delete(key); };
export const dropAll = () => { texts.clear(); told.clear(); };
