"""Pairs of headlines in the case of sentences, as lib/language/headline-case.ts gives them to the model.

    python headlines.py --spm data/joint.model --out data/clean/titles.tsv data/headlines/*.tsv

A model of this size learns `banjir` and `Banjir` as two words, so headlines are not taught in capitals: their grammar is (bare roots,
no copula), in lower case, with the capitals left to what the vocabulary finds likelier with one.
"""
import argparse
import sentencepiece as spm
from casing import Casing
from prepare import normalise, read_pairs, write_pairs


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("files", nargs="+", help="Indonesian<TAB>English, in title case"); ap.add_argument("--spm", required=True); ap.add_argument("--out", required=True)
    a = ap.parse_args()
    casing, rows = Casing(spm.SentencePieceProcessor(model_file=a.spm)), {}
    for path in a.files:
        for pair in read_pairs(path):
            source, target = (casing.sentence_case(normalise(side)) for side in pair)
            rows[source] = target
    write_pairs(a.out, rows.items(), "headline")
    print(f"{len(rows)} headlines")


if __name__ == "__main__":
    main()
