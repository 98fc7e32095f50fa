// Whether the tablet can store, and one more attempt to become able to.
import { meet, ready } from "./session.js";

export { ready };

// True when the server answers but the tablet still cannot store: then the form goes to the server directly, as it does
// without script. False when it can store now; an error when neither works.
export async function hurried() {
  const { status } = await meet();
  if (await ready()) return false;
  if (!status) throw new Error("neither stored nor sent");
  return true;
}
