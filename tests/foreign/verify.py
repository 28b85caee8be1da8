"""Verifies every signature of a return with Python's jwcrypto and rfc8785: python verify.py FILE CARD...

Each signature is verified alone. Prints a line for each; ends with 1 and the reason where one of them does not hold.
"""

import base64
import json
import ssl
import sys

import rfc8785
from jwcrypto import jwk, jws
from jwcrypto.common import base64url_decode, base64url_encode


class Refused(Exception):
    """A reason not to believe the file."""


def read(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def keys_by_kid(paths):
    keys = {}
    for card in map(read, paths):
        key = jwk.JWK(**card["jwk"])
        if key.thumbprint() != card["kid"]:
            raise Refused(f"the card's kid {card['kid']} is not its key's")
        keys[card["kid"]] = key
    return keys


def certified(header):
    """The key of the header's certificate; whether to trust that one is not asked here."""
    der = base64.b64decode(header["x5c"][0])
    return jwk.JWK.from_pem(ssl.DER_cert_to_PEM_cert(der).encode())


def verified(file, signature, keys):
    header = json.loads(base64url_decode(signature["protected"]))
    if "x5c" not in header and header.get("kid") not in keys:
        raise Refused(f"no card has the key {header.get('kid')}")
    key = certified(header) if "x5c" in header else keys[header["kid"]]
    payload = base64url_encode(rfc8785.dumps(file["return"]))
    token = jws.JWS()
    token.deserialize(json.dumps({**signature, "payload": payload}))
    token.allowed_algs = ["ES256", "RS256", "PS256"] if "x5c" in header else ["ES256"]
    token.verify(key)
    return header


def main(path, *cards):
    file = read(path)
    keys = keys_by_kid(cards)
    if not file.get("signatures"):
        raise Refused("the file has no signature")
    for signature in file["signatures"]:
        header = verified(file, signature, keys)
        print(f"jwcrypto: {header['role']} {header.get('kid') or header['x5t#S256']}")


if __name__ == "__main__":
    try:
        main(*sys.argv[1:])
    except (Refused, jws.InvalidJWSSignature, jws.InvalidJWSObject, rfc8785.CanonicalizationError) as error:
        sys.exit(f"jwcrypto: {error}")
