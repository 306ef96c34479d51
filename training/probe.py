"""Which words of the lexicon a model does not know: each in a plain sentence, and whether one of its glosses comes back.

    python probe.py write --lexicon ../content/lexicon --out data/probe.txt
    npm run -s sejajar -- translate < data/probe.txt > data/probe.en        # in the project's folder
    python probe.py read --lexicon ../content/lexicon --translations data/probe.en --mono data/clean/mono.id --out data/unknown.txt

`read` prints the share known by how often the language uses a word, and writes the unknown ones for `--wanted` of teacher.py,
synthetic.py and substitute.py. The last two letters of a gloss of six and more are not compared: grammar may change them.
"""
import argparse, re
from synthetic import lemma_rows, uses

CARRIERS = {"noun": "Ada {} di sana.", "verb": "Mereka akan {} hal itu.", "adj": "Hal itu sangat {}."}
EMPTY = set("the and for with one something someone that thing who make get become".split())
BANDS = (300, 50, 10, 0)


def entries(folder):
    """(word, carrier's part of speech, words of all its glosses), each word once."""
    seen = set()
    for word, parts, _, _, senses in lemma_rows(folder):
        if word in seen or not re.fullmatch(r"[a-z]+(-[a-z]+)?", word):
            continue
        kind = parts.split("|")[0]
        glosses = set(re.findall(r"[a-z]{3,}", re.sub(r"\([^)]*\)", "", senses.lower()))) - EMPTY
        if kind in CARRIERS and glosses:
            seen.add(word)
            yield word, kind, glosses


def known(glosses, output):
    """Whether the output has a word that begins as one of the glosses does."""
    words = re.findall(r"[a-z]+", output.lower())
    same = lambda word, gloss: word == gloss if len(gloss) == 3 else word.startswith(gloss[: max(4, len(gloss) - 2)])
    return any(same(w, g) for w in words for g in glosses)


def read(a):
    rows, outputs = list(entries(a.lexicon)), open(a.translations, encoding="utf-8").read().splitlines()
    assert len(rows) == len(outputs), "the translations are of another lexicon"
    used, unknown, count = uses(a.mono), [], {b: [0, 0] for b in BANDS}
    for (word, _, glosses), output in zip(rows, outputs):
        band = count[next(b for b in BANDS if used[word] >= b)]
        right = known(glosses, output)
        band[0] += right; band[1] += 1
        if not right:
            unknown.append(word)
    for b, (right, of) in count.items():
        print(f"used {b} times and more: {right} of {of} known, {100 * right / max(1, of):.1f} %")
    with open(a.out, "w", encoding="utf-8") as f:
        f.writelines(w + "\n" for w in unknown)


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("step", choices=("write", "read")); ap.add_argument("--lexicon", required=True); ap.add_argument("--out", required=True)
    ap.add_argument("--translations"); ap.add_argument("--mono")
    a = ap.parse_args()
    if a.step == "read":
        if not (a.translations and a.mono):
            ap.error("read needs --translations and --mono")
        return read(a)
    with open(a.out, "w", encoding="utf-8") as f:
        f.writelines(CARRIERS[kind].format(word) + "\n" for word, kind, _ in entries(a.lexicon))


if __name__ == "__main__":
    main()
