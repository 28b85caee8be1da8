"""Verifies every signature of a return with Python's jwcrypto and rfc8785: python verify.py FILE CARD...

Each signature is verified alone. Prints a line for each; ends with 1 and the reason where one of them does not hold.
"""

import json
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


def verified(file, signature, keys):
    header = json.loads(base64url_decode(signature["protected"]))
    if header.get("kid") not in keys:
        raise Refused(f"no card has the key {header.get('kid')}")
    payload = base64url_encode(rfc8785.dumps(file["return"]))
    token = jws.JWS()
    token.deserialize(json.dumps({**signature, "payload": payload}))
    token.allowed_algs = ["ES256"]
    token.verify(keys[header["kid"]])
    return header


def main(path, *cards):
    file = read(path)
    keys = keys_by_kid(cards)
    if not file.get("signatures"):
        raise Refused("the file has no signature")
    for signature in file["signatures"]:
        header = verified(file, signature, keys)
        print(f"jwcrypto: {header['role']} {header['kid']}")


if __name__ == "__main__":
    try:
        main(*sys.argv[1:])
    except (Refused, jws.InvalidJWSSignature, jws.InvalidJWSObject, rfc8785.CanonicalizationError) as error:
        sys.exit(f"jwcrypto: {error}")
