"""Asks DuckDB: python query.py SQL. Prints each row as one JSON list."""

import json
import sys

import duckdb


def main(sql):
    for row in duckdb.connect().execute(sql).fetchall():
        print(json.dumps(row, ensure_ascii=False, default=str))


if __name__ == "__main__":
    try:
        main(*sys.argv[1:])
    except duckdb.Error as error:
        sys.exit(f"duckdb: {error}")
