"""Pairs of headlines in the case of sentences, as lib/language/headline-case.ts gives them to the model.

    python headlines.py --spm data/joint.model --out data/clean/titles.tsv data/headlines/*.tsv

A model of this size learns `banjir` and `Banjir` as two words, so headlines are not taught in capitals: their grammar is (bare roots,
no copula), in lower case, with the capitals left to what the vocabulary finds likelier with one.
"""
import argparse, re
from functools import lru_cache
import sentencepiece as spm
from prepare import normalise

WORD = re.compile(r"[^\W\d_][\w'-]*")


def sentence_case(text, score):
    """The first word, acronyms and names keep their capitals; of two shapes the likelier is taken, by score(word)."""
    def shape(m):
        word = m.group()
        if m.start() == 0 or not re.fullmatch(r"[^\W\d_a-z][^A-Z]*", word):
            return word
        return max((word, word.lower()), key=score)
    return WORD.sub(shape, text)


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("files", nargs="+", help="Indonesian<TAB>English, in title case"); ap.add_argument("--spm", required=True); ap.add_argument("--out", required=True)
    a = ap.parse_args()
    sp = spm.SentencePieceProcessor(model_file=a.spm)
    score = lru_cache(None)(lambda word: sum(sp.get_score(i) for i in sp.encode(word)))
    rows = {}
    for path in a.files:
        for line in open(path, encoding="utf-8"):
            sides = [sentence_case(normalise(side), score) for side in line.rstrip("\n").split("\t")[:2]]
            if len(sides) == 2 and all(sides):
                rows[sides[0]] = sides[1]
    with open(a.out, "w", encoding="utf-8") as f:
        f.writelines(f"{s}\t{t}\theadline\n" for s, t in rows.items())
    print(f"{len(rows)} headlines")


if __name__ == "__main__":
    main()
