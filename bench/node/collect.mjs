// Takes a folder of signed returns in, as far as `return36a collect` does the same: node collect.mjs SCHEMA FILES CARDS.
//
// Each file is read, parsed, validated by ajv against the return's JSON Schema, brought into its RFC 8785 form by
// canonicalize, hashed, and each of its signatures verified by jose with the public key of its agency's card. One file after the
// other, in one process. Prints one line of JSON: files, valid, seconds from the first file to the last.
import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import canonicalize from "canonicalize";
import { base64url, calculateJwkThumbprint, decodeProtectedHeader, flattenedVerify, importJWK } from "jose";

const read = (path) => JSON.parse(readFileSync(path, "utf8"));

const jsonIn = (folder) =>
  readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => join(folder, name));

async function keyring(cards) {
  const holders = new Map();
  for (const { agency, kid, jwk } of jsonIn(cards).map(read)) {
    if ((await calculateJwkThumbprint(jwk)) !== kid) throw new Error(`the card's kid ${kid} is not its key's`);
    holders.set(kid, { agency, key: await importJWK(jwk, "ES256") });
  }
  return holders;
}

async function isGenuine({ protected: header, signature }, agency, payload, holders) {
  const holder = holders.get(decodeProtectedHeader({ protected: header }).kid);
  if (holder?.agency !== agency) return false;
  await flattenedVerify({ protected: header, payload, signature }, holder.key, { algorithms: ["ES256"] });
  return true;
}

// The SHA-256 that the next revision would name; none where the file does not count.
async function taken(path, validates, holders) {
  const file = read(path);
  if (!validates(file) || file.signatures.length === 0) return null;
  const bytes = Buffer.from(canonicalize(file.return), "utf8");
  const payload = base64url.encode(bytes);
  for (const signature of file.signatures) {
    const genuine = await isGenuine(signature, file.return.agency, payload, holders).catch(() => false);
    if (!genuine) return null;
  }
  return createHash("sha256").update(bytes).digest("hex");
}

const [schema, files, cards] = process.argv.slice(2);
const validates = new Ajv2020().compile(read(schema));
const holders = await keyring(cards);
const paths = jsonIn(files);
const start = performance.now();
const hashes = new Set();
for (const path of paths) {
  const hash = await taken(path, validates, holders).catch(() => null);
  if (hash !== null) hashes.add(hash);
}
const seconds = (performance.now() - start) / 1000;
console.log(JSON.stringify({ files: paths.length, valid: hashes.size, seconds }));
