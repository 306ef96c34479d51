"""Sentences for a teacher to translate, and what came back: more of the reference part's kind, where the corpora are thin.

    python teacher.py select --clean data/clean --batches teach/in --count 45000
    python teacher.py collect --clean data/clean --batches teach/in --answers teach/out --out data/clean/teacher.tsv

`select` takes sentences of mono.id that hold words the pairs show seldom and the language uses often (two of three), and others at
random, in files of 120 numbered lines. The teacher (a large language model, or a person) writes `n<TAB>English` into a file of the same
number; `-` stands for a line that is no Indonesian. `collect` joins both, in the form and by the tests of prepare.py. With `--from en`
both go the other way: sentences of mono.en, answered in Indonesian, so that the English side is what English speakers wrote.
"""
import argparse, collections, glob, heapq, os, random, re
from prepare import acceptable, key, normalise, numbers, read_pairs, write_pairs
from synthetic import lines

PER_BATCH, COVERING = 120, 80
SIDES = ("id", "en")
PARTS = ("reference", "news", "general")
SLANG = re.compile(r"\b(gw|gue|gua|kalo|ga|pengen|banget|aja|gak|nggak|enggak|ngga|lu|loe|lo|nih|sih|deh|dong|kayak|gitu|bgt|yg|temen|udah|bikin)\b", re.I)
MARKUP = re.compile(r"[.?!][A-Z]|\.\.|[|{}<>\[\]#*@]|http|www|,,|[^\x00-\x7f]")


def words(sentence):
    """Lower-case words of a sentence without its names: a capital inside the sentence marks a name."""
    found = re.findall(r"[A-Za-z]+(?:-[A-Za-z]+)?", sentence)
    return {w.lower() for i, w in enumerate(found) if len(w) > 2 and (i == 0 or w[0].islower())}


def plain(sentence):
    """Whether a sentence of the news reads as one: whole, not slang, not all names."""
    parts = sentence.split()
    return (8 <= len(parts) <= 30 and len(sentence) <= 230 and re.match(r'["A-Z0-9]', sentence) and re.search(r'[.?!]"?$', sentence)
            and sentence.count('"') % 2 == 0 and sum(p[0].isupper() for p in parts) < 0.55 * len(parts)
            and not SLANG.search(sentence) and not MARKUP.search(sentence))


def cover(pool, worth_of, count):
    """Indices of `count` sentences whose words together are worth most (`worth_of(word, times taken)`)."""
    taken = collections.Counter()
    worth = lambda ws: sum(worth_of(w, taken[w]) for w in ws) / len(ws) ** 0.6
    heap = [(-worth(ws), i) for i, (_, ws) in enumerate(pool)]
    heapq.heapify(heap)
    best = []
    while heap and len(best) < count:
        _, i = heapq.heappop(heap)
        now = -worth(pool[i][1])
        if now == 0:
            break
        if heap and now > heap[0][0] + 1e-12:
            heapq.heappush(heap, (now, i))
        else:
            best.append(i); taken.update(pool[i][1])
    return best


def select(a):
    rng, shown, used, known, pool = random.Random(5), collections.Counter(), collections.Counter(), set(), []
    for part in PARTS:
        for line in open(os.path.join(a.clean, part + ".tsv"), encoding="utf-8"):
            source = line.rstrip("\n").split("\t")[SIDES.index(a.source)]
            known.add(key(source)); shown.update(words(source))
    for path in glob.glob(os.path.join(a.batches, "*.txt")):
        for line in open(path, encoding="utf-8"):
            source = line.rstrip("\n").split("\t")[1]
            known.add(key(source)); shown.update(words(source))
    for line in open(os.path.join(a.clean, "mono." + a.source), encoding="utf-8"):
        sentence = line.strip()
        ws = words(sentence)
        used.update(ws)
        if len(ws) >= 4 and plain(sentence) and key(sentence) not in known and not (a.without and re.search(a.without, sentence)):
            known.add(key(sentence)); pool.append((sentence, ws))
    wanted = lines(a.wanted)
    thin = lambda w, taken: min(used[w], 300) ** 0.7 / (shown[w] + 10 + 6 * taken) if used[w] >= 4 else 0
    unknown = lambda w, taken: min(used[w], 300) ** 0.7 / (2 + taken) if w in wanted else 0
    best = cover(pool, unknown if wanted else thin, a.count * COVERING // PER_BATCH)
    rest = sorted(set(range(len(pool))) - set(best))
    rng.shuffle(rest)
    chosen = best + rest[: a.count - len(best)]
    rng.shuffle(chosen)
    os.makedirs(a.batches, exist_ok=True)
    first = len(glob.glob(os.path.join(a.batches, "*.txt")))
    for b in range(0, len(chosen), PER_BATCH):
        with open(os.path.join(a.batches, f"{first + b // PER_BATCH:03d}.txt"), "w", encoding="utf-8") as f:
            f.writelines(f"{n}\t{pool[i][0]}\n" for n, i in enumerate(chosen[b : b + PER_BATCH], 1))
    print(f"{len(chosen)} of {len(pool)} sentences in batches of {PER_BATCH}")


def pairs(batch, answer):
    """(source, answer) of one batch, by line number."""
    sources = dict(line.rstrip("\n").split("\t", 1) for line in open(batch, encoding="utf-8"))
    for line in open(answer, encoding="utf-8"):
        n, _, translation = line.strip().partition("\t")
        if n in sources and translation not in ("", "-"):
            yield normalise(sources[n]), normalise(translation)


def collect(a):
    banned, kept, read = set(), [], 0
    for path in glob.glob(os.path.join(a.clean, "dev-*.tsv")):
        banned.update(key(side) for pair in read_pairs(path) for side in pair)
    for answer in sorted(glob.glob(os.path.join(a.answers, "*.tsv"))):
        batch = os.path.join(a.batches, os.path.basename(answer)[:-4] + ".txt")
        for pair in pairs(batch, answer):
            source, english = pair if a.source == "id" else pair[::-1]
            read += 1
            if acceptable(source, english, False) and key(source) not in banned and key(english) not in banned and set(numbers(english)) <= set(numbers(source)):
                kept.append((source, english))
    write_pairs(a.out, kept, os.path.basename(a.out).split(".")[0])
    print(f"{len(kept)} of {read} pairs kept")


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("step", choices=("select", "collect"))
    ap.add_argument("--clean", required=True); ap.add_argument("--batches", required=True)
    ap.add_argument("--count", type=int, default=45000); ap.add_argument("--wanted", help="words that probe.py found unknown: only these count")
    ap.add_argument("--without", help="no sentence in which this expression is found")
    ap.add_argument("--from", dest="source", choices=SIDES, default="id")
    ap.add_argument("--answers"); ap.add_argument("--out")
    a = ap.parse_args()
    (select if a.step == "select" else collect)(a)


if __name__ == "__main__":
    main()
