// Which words of a list British English does not know: JSON in, JSON out.
import { readFileSync } from "node:fs";
import dictionary from "dictionary-en-gb";
import nspell from "nspell";

const speller = nspell({ aff: Buffer.from(dictionary.aff), dic: Buffer.from(dictionary.dic) });
const { words, own } = JSON.parse(readFileSync(0, "utf8"));
own.forEach((word) => speller.add(word));
process.stdout.write(JSON.stringify(words.filter((word) => !speller.correct(word))));
