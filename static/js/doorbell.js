// One stream for all tabs of this browser: the tab that holds the lock listens and tells the others, since a browser
// opens only six connections to one server. Heard things become "cit:bell" events: beat, rung, down, poll, out.
const ADDRESS = "/live/", SILENCE = 9000, FIRST = 250, LONGEST = 2500, FULL = 60000, SIGNED_OUT = 30000, GIVEN_UP = 3;
const tabs = "BroadcastChannel" in window ? new BroadcastChannel("cit-live") : null;
let cursor = "", connected = false;

const tell = (news) => document.dispatchEvent(new CustomEvent("cit:bell", { detail: news }));
function share(news) {
  tell(news);
  tabs?.postMessage({ ...news, cursor });
}

if (tabs) tabs.onmessage = ({ data }) => {
  if (data.kind === "hello") return void (connected && share({ kind: "beat" }));
  cursor = data.cursor || cursor;
  tell(data);
};

const pause = (milliseconds) => new Promise((done) => {
  const timer = setTimeout(done, milliseconds);
  addEventListener("online", () => { clearTimeout(timer); done(); }, { once: true });
});

function take(frame) {
  const fields = Object.fromEntries(frame.split("\n").map((line) => line.split(/: (.*)/s, 2)));
  cursor = fields.id || cursor;
  connected = true;
  if (fields.event === "changed") share({ kind: "rung", topics: fields.data.split(" ") });
  else share({ kind: "beat", time: fields.data });
}

async function stream() {
  const stop = new AbortController();
  let timer = setTimeout(() => stop.abort(), SILENCE);
  try {
    const headers = cursor ? { "Last-Event-ID": cursor } : {};
    const answer = await fetch(ADDRESS, { headers, cache: "no-store", signal: stop.signal });
    if (answer.status !== 200) return answer.status;
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    for (let text = ""; ;) {
      const { done, value } = await reader.read();
      if (done) return 200;
      clearTimeout(timer);
      timer = setTimeout(() => stop.abort(), SILENCE);
      const frames = (text + value).split("\n\n");
      text = frames.pop();
      frames.forEach(take);
    }
  } catch {
    return 0;
  } finally {
    clearTimeout(timer);
    connected = false;
  }
}

async function listen() {
  for (let failed = 0; ;) {
    const status = await stream();
    if (status === 204) return share({ kind: "poll" });
    failed = status === 200 ? 0 : failed + 1;
    share({ kind: status === 401 ? "out" : failed < GIVEN_UP ? "down" : "poll" });
    const wait = { 401: SIGNED_OUT, 429: FULL }[status] ?? Math.min(LONGEST, FIRST * 2 ** failed);
    await pause(wait * (0.7 + 0.5 * Math.random()));
  }
}

document.addEventListener("cit:listen", () => {
  tabs?.postMessage({ kind: "hello" });
  if (navigator.locks) navigator.locks.request("cit-live", listen);
  else listen();
}, { once: true });
