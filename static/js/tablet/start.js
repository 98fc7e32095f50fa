// The tablet's own script: everything an officer enters goes through here. Without it every form still works.
import * as forms from "./forms.js";
import { on } from "./news.js";
import { flush, hurry } from "./outbox.js";
import * as strip from "./strip.js";
import * as stubs from "./stubs.js";

strip.start();
forms.start();

on("sent", ({ answer }) => { if (answer?.assignment) stubs.settle(answer.assignment.id, answer.assignment); });

addEventListener("online", hurry);
document.addEventListener("visibilitychange", () => { if (!document.hidden) hurry(); });
navigator.storage?.persist?.();
if ("serviceWorker" in navigator) navigator.serviceWorker.register("/tablet/sw.js", { scope: "/tablet/" });
flush();
