// One section of a locked record: its questions open and its rows are added as on the record's own page.
import { conditions } from "./record_shown.js";
import { rows } from "./record_rows.js";

const form = document.querySelector("form[data-record-part]");
form.addEventListener("change", (event) => { rows.tapped(event.target); conditions(form); });
rows.watch(form, () => {});
conditions(form);
