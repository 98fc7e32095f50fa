// Closes what was typed to the server's public key. The tablet itself cannot open it again: whoever finds the tablet
// finds nothing to read. Each entry has a key of its own, which is thrown away here.
const INFO = "cit-tablet-1";
const bytes = (text) => new TextEncoder().encode(text);

// What the sealed text is bound to; the server refuses it under any other device, person, key, number or kind.
export const binding = ({ device, user, key, seq, kind }) => [device, user, key, seq, kind].join("|");

// One byte after the other: a long text has more of them than one call may have arguments.
function base64url(buffer) {
  let binary = "";
  for (const byte of new Uint8Array(buffer)) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

export async function seal({ kid, jwk }, data, bound) {
  const curve = { name: "ECDH", namedCurve: "P-256" };
  const { kty, crv, x, y } = jwk;
  const theirs = await crypto.subtle.importKey("jwk", { kty, crv, x, y }, curve, false, []);
  const own = await crypto.subtle.generateKey(curve, false, ["deriveBits"]);
  const shared = await crypto.subtle.deriveBits({ name: "ECDH", public: theirs }, own.privateKey, 256);
  const root = await crypto.subtle.importKey("raw", shared, "HKDF", false, ["deriveKey"]);
  const how = { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(0), info: bytes(INFO) };
  const lock = await crypto.subtle.deriveKey(how, root, { name: "AES-GCM", length: 256 }, false, ["encrypt"]);
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const additionalData = bytes(bound);
  const closed = await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData }, lock, bytes(JSON.stringify(data)));
  const point = await crypto.subtle.exportKey("raw", own.publicKey);
  return { kid, epk: base64url(point), iv: base64url(iv), ct: base64url(closed) };
}
