// The tablet's own script: everything an officer enters goes through here. Without it every form still works.
import * as cache from "./cache.js";
import * as forms from "./forms.js";
import * as leave from "./leave.js";
import { flush, hurry } from "./outbox.js";
import * as parked from "./parked.js";
import * as shell from "./shell.js";
import * as strip from "./strip.js";

const MINUTE = 60000;
const isShell = "shell" in document.body.dataset;

async function begin() {
  if (await leave.owed()) return void (isShell && shell.start());
  await cache.purge();
  setInterval(cache.purge, MINUTE);
  if (isShell) await shell.start();
  await flush();
  const isNew = !isShell && await cache.renew();
  document.documentElement.dataset.tablet = isNew ? "renewed" : "begun";
}

strip.start();
forms.start();
parked.start();
leave.start();
addEventListener("online", async () => { if (!(await leave.owed())) hurry(); });
document.addEventListener("visibilitychange", () => { if (!document.hidden) hurry(); });
navigator.storage?.persist?.();
navigator.serviceWorker?.register("/tablet/sw.js", { scope: "/tablet/" }).catch(() => null);
begin();
