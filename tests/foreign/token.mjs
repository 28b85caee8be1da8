// A stand-in for the signing service of USB tokens: node token.mjs TLS-KEY TLS-CERTIFICATE KEY CERTIFICATE [SILENT]
//
// Listens where the true one does, speaks as it does, and signs whatever hash it is given, but gives the first SILENT requests
// no answer, as a token does that waits for its PIN. Prints `ready`, then each request, and `left` for each without an
// answer that is waited for no longer.
import { createHash, createPrivateKey, privateEncrypt, constants, X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer } from "node:https";

const [tlsKey, tlsCertificate, key, certificate] = process.argv.slice(2, 6).map((path) => readFileSync(path));
let silent = Number(process.argv[6] ?? 0);
// DigestInfo of SHA-256 before the hash (RFC 8017, section 9.2, note 1).
const DIGEST = Buffer.from("3031300d060960864801650304020105000420", "hex");

function answer(request) {
  const { HashAlg, HashValue, Encode } = JSON.parse(request);
  const hash = Buffer.from(HashValue, "base64");
  if (HashAlg !== "SHA256" || Encode !== "RSA" || hash.length !== 32) return { Status: 1, Message: "bad request" };
  const padding = constants.RSA_PKCS1_PADDING;
  const signature = privateEncrypt({ key: createPrivateKey(key), padding }, Buffer.concat([DIGEST, hash]));
  const der = new X509Certificate(certificate).raw;
  return { Status: 0, Signature: signature.toString("base64"), CertBase64: der.toString("base64") };
}

// One unbroken text frame (RFC 6455, section 5.2), as short as requests are.
function text(frame) {
  const short = frame[1] & 0x7f;
  const [length, start] = short < 126 ? [short, 2] : [frame.readUInt16BE(2), 4];
  const mask = frame.subarray(start, start + 4);
  const masked = frame.subarray(start + 4, start + 4 + length);
  return Buffer.from(masked.map((byte, at) => byte ^ mask[at % 4])).toString("utf8");
}

function frame(words) {
  const payload = Buffer.from(words);
  const head = Buffer.from([0x81, 126, payload.length >> 8, payload.length & 0xff]);
  return Buffer.concat([head, payload]);
}

const server = createServer({ key: tlsKey, cert: tlsCertificate });
server.on("upgrade", (request, socket) => {
  const accept = createHash("sha1").update(request.headers["sec-websocket-key"] + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11");
  const lines = ["HTTP/1.1 101 Switching Protocols", "Upgrade: websocket", "Connection: Upgrade"];
  socket.write([...lines, `Sec-WebSocket-Accept: ${accept.digest("base64")}`, "", ""].join("\r\n"));
  let waiting = false;
  socket.on("error", () => {});
  socket.on("data", (data) => {
    if ((data[0] & 0x0f) !== 1) {
      if (waiting) console.log("left");
      return socket.end();
    }
    console.log(`${request.url} ${text(data)}`);
    if (silent-- > 0) return (waiting = true);
    socket.write(frame(JSON.stringify(answer(text(data)))));
  });
});
server.listen(8987, "127.0.0.1", () => console.log("ready"));
