// Signs a return with npm jose and canonicalize: node sign.mjs RETURN ALG KEY HEADER
//
// KEY is a PKCS#8 PEM, HEADER the members beside `alg` as a JSON file. Prints the signature as files carry it.
import { readFileSync } from "node:fs";
import { webcrypto } from "node:crypto";

globalThis.crypto ??= webcrypto;
const jose = await import("jose");
const { default: canonicalize } = await import("canonicalize");

const [content, alg, key, header] = process.argv.slice(2);
const read = (path) => readFileSync(path, "utf8");
const payload = new TextEncoder().encode(canonicalize(JSON.parse(read(content))));
const signer = new jose.FlattenedSign(payload).setProtectedHeader({ alg, ...JSON.parse(read(header)) });
const { protected: covered, signature } = await signer.sign(await jose.importPKCS8(read(key), alg));
console.log(JSON.stringify({ protected: covered, signature }));
