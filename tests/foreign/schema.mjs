// Validates JSON texts, one a line, against a JSON Schema by npm ajv: node schema.mjs SCHEMA LINES
//
// Prints `valid`, or where the first fault is, for each line.
import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";

const [schema, lines] = process.argv.slice(2).map((path) => readFileSync(path, "utf8"));
const validates = new Ajv2020().compile(JSON.parse(schema));
const said = lines.split("\n").filter(Boolean).map((line) => {
  if (validates(JSON.parse(line))) return "valid";
  const [{ instancePath, message }] = validates.errors;
  return `${instancePath} ${message}`;
});
console.log(said.join("\n"));
