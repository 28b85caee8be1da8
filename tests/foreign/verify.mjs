// Verifies every signature of a return with npm jose and canonicalize: node verify.mjs FILE CARD...
//
// Each signature is verified alone, since jose's generalVerify is content with one good signature among broken ones.
// Prints a line for each; ends with 1 and the reason where one of them does not hold.
import { readFileSync } from "node:fs";
import { webcrypto } from "node:crypto";

// Node 18 keeps it from the global scope, where jose looks for it.
globalThis.crypto ??= webcrypto;
const jose = await import("jose");
const { default: canonicalize } = await import("canonicalize");

const read = (path) => JSON.parse(readFileSync(path, "utf8"));

async function keysByKid(paths) {
  const keys = new Map();
  for (const { kid, jwk } of paths.map(read)) {
    if ((await jose.calculateJwkThumbprint(jwk)) !== kid) throw new Error(`the card's kid ${kid} is not its key's`);
    keys.set(kid, await jose.importJWK(jwk, "ES256"));
  }
  return keys;
}

// The key of the header's certificate; whether to trust that one is not asked here.
function certified({ alg, x5c: [leaf] }) {
  const lines = leaf.match(/.{1,64}/g).join("\n");
  return jose.importX509(`-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----`, alg);
}

async function verified(file, { protected: header, signature }, keys) {
  const named = jose.decodeProtectedHeader({ protected: header });
  if (!named.x5c && !keys.has(named.kid)) throw new Error(`no card has the key ${named.kid}`);
  const key = named.x5c ? await certified(named) : keys.get(named.kid);
  const payload = jose.base64url.encode(canonicalize(file.return));
  const jws = { protected: header, payload, signature };
  const algorithms = named.x5c ? ["ES256", "RS256", "PS256"] : ["ES256"];
  const { protectedHeader } = await jose.flattenedVerify(jws, key, { algorithms });
  return protectedHeader;
}

async function main([path, ...cards]) {
  const file = read(path);
  const keys = await keysByKid(cards);
  if (!file.signatures?.length) throw new Error("the file has no signature");
  for (const signature of file.signatures) {
    const { kid, role, "x5t#S256": thumbprint } = await verified(file, signature, keys);
    console.log(`jose: ${role} ${kid ?? thumbprint}`);
  }
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error(`jose: ${error.message}`);
  process.exit(1);
}
