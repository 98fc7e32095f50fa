// On the page for signing in: nobody is signed in, wherever the sign-out happened, so nothing readable may stay. Sealed
// entries stay and wait for their officer.
import { afterSignOut } from "./wipe.js";

const found = await indexedDB.databases?.() ?? [];
if (found.some(({ name }) => name === "cit-tablet")) await afterSignOut(true);
