// What this page has typed and not yet sent, readable by its own officer for as long as the page is open; never stored.
const texts = new Map();

export const remember = (key, data) => texts.set(key, data);
export const recall = (key) => texts.get(key) ?? null;
export const drop = (key) => texts.delete(key);
export const dropAll = () => texts.clear();
