"""Signs a return with Python's jwcrypto and rfc8785: python sign.py RETURN ALG KEY HEADER

KEY is a PKCS#8 PEM, HEADER the members beside `alg` as a JSON file. Prints the signature as files carry it.
"""

import json
import sys

import rfc8785
from jwcrypto import jwk, jws

content, alg, key, header = sys.argv[1:]
with open(content, encoding="utf-8") as file:
    token = jws.JWS(rfc8785.dumps(json.load(file)))
with open(header, encoding="utf-8") as file:
    protected = {"alg": alg, **json.load(file)}
token.allowed_algs = [alg]
with open(key, "rb") as file:
    token.add_signature(jwk.JWK.from_pem(file.read()), alg, json.dumps(protected))
signed = json.loads(token.serialize())
print(json.dumps({"protected": signed["protected"], "signature": signed["signature"]}))
