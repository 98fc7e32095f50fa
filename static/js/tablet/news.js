// What happens on one page of the tablet is told to all of its open pages: changed, sent, parked, contact, left.
const tabs = "BroadcastChannel" in window ? new BroadcastChannel("cit-tablet") : null;
const hear = (kind, detail) => document.dispatchEvent(new CustomEvent(`cit:tablet-${kind}`, { detail }));

export function tell(kind, detail = {}) {
  hear(kind, detail);
  tabs?.postMessage({ kind, detail });
}
export const on = (kind, act) => document.addEventListener(`cit:tablet-${kind}`, ({ detail }) => act(detail));

if (tabs) tabs.onmessage = ({ data }) => hear(data.kind, data.detail);
