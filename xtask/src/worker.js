"use strict";
// Keeps the page beside it whole, so that it opens with no network, and answers for nothing else. This file names the page
// by its SHA-256: for another page it is another file, by which browsers find out at each visit.
const PAGE = "sha256 of the page";
const ADDRESS = new URL("./", self.location.href);
const OWN = [ADDRESS.pathname, ADDRESS.pathname + "index.html"];
// The same server may have another page in another folder.
const OURS = "return36a " + ADDRESS.pathname + " ";
const KEPT = OURS + PAGE;

async function sha256(bytes) {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(hash, byte => byte.toString(16).padStart(2, "0")).join("");
}

// Keeps the page as the server has it, if it is the one that this file names: not half of it, not one changed on its way.
// Whether it is.
async function keep() {
  const answer = await fetch(ADDRESS, { cache: "no-cache" });
  if (!answer.ok) throw new Error("the server gives no page: " + answer.status);
  const bytes = await answer.arrayBuffer();
  if (await sha256(bytes) !== PAGE) return false;
  const cache = await caches.open(KEPT);
  await cache.put(ADDRESS, new Response(bytes, { headers: answer.headers }));
  return true;
}

async function install() {
  if (!await keep()) throw new Error("the server gives another page than this file names");
  // An open page asks for nothing, so that nothing is changed under it; the next visit has the new one.
  await self.skipWaiting();
}

async function forgetOlder() {
  const names = await caches.keys();
  await Promise.all(names.filter(name => name.startsWith(OURS) && name !== KEPT).map(name => caches.delete(name)));
}

async function page(request) {
  const kept = await caches.match(ADDRESS, { cacheName: KEPT }).catch(() => undefined);
  return kept || fetch(request);
}

// A page put there without its worker must be seen as well: the next visit asks the server for it.
async function look() {
  if (!await keep()) await caches.delete(KEPT);
}

self.addEventListener("install", event => event.waitUntil(install()));
self.addEventListener("activate", event => event.waitUntil(forgetOlder()));
self.addEventListener("fetch", event => {
  const { method, mode, url } = event.request;
  if (method !== "GET" || mode !== "navigate" || !OWN.includes(new URL(url).pathname)) return;
  event.respondWith(page(event.request));
  event.waitUntil(look().catch(() => undefined));
});
