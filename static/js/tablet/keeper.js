// A worker that all pages of this browser share: it remembers one key for as long as it runs, and writes nothing down.
let held = null;

addEventListener("connect", ({ ports: [port] }) => {
  port.onmessage = ({ data }) => {
    if (data.kind !== "ask") held = data.held ?? null;
    port.postMessage(held);
    if (data.kind === "end") close();
  };
});
