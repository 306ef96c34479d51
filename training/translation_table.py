"""Word translation probabilities learned from the training pairs, for the app's dictionary and word highlight.

    python translation_table.py --out ../content/lexicon/translation-table.tsv.gz data/reference.tsv data/news.tsv data/general.tsv data/technical.tsv:0.15

IBM model 1 with fast_align's diagonal prior (Dyer et al. 2013) in both directions over the same cells; from the third
iteration on they are trained to agree (Liang, Taskar and Klein 2006), which is also the symmetrisation. Lines of the result:
`kebijakan<TAB>policy:0.52 policies:0.31 ...`, lower case, at most six words of at least 3 %.
"""
import argparse, gzip, random, re, time
from collections import Counter
import numpy as np

WORD = re.compile(r"[^\W\d_]+(?:[-'][^\W\d_]+)*")
LONGEST, TENSION, NULL = 45, 4.0, 0.08


def words(text):
    return WORD.findall(text.lower())


def read(files, seed=1):
    """Word lists of all pairs; `path:0.15` takes that share of a file."""
    rng, pairs = random.Random(seed), []
    for name in files:
        path, _, share = name.partition(":")
        for line in open(path, encoding="utf-8"):
            cells = line.rstrip("\n").split("\t")
            if share and rng.random() > float(share):
                continue
            a, b = words(cells[0]), words(cells[1])
            if 0 < len(a) <= LONGEST and 0 < len(b) <= LONGEST:
                pairs.append((a, b))
    return pairs


def index(sentences, least):
    """Ids by frequency; words rarer than `least` get -1."""
    count = Counter(w for s in sentences for w in s)
    vocabulary = [w for w, n in count.most_common() if n >= least]
    number = {w: i for i, w in enumerate(vocabulary)}
    return vocabulary, number, count


class Cells:
    """Every (source word, target word) meeting of every pair, flat: `key` into the distinct meetings, the number of the
    source token and of the target token it belongs to, and the diagonal prior of either direction."""

    def __init__(self, pairs, src, tgt, V):
        keys, a, b, pa, pb, n, m, prior = [], [], [], [], [], 0, 0, {}
        for s, t in pairs:
            s, t = np.array([src.get(w, -1) for w in s]), np.array([tgt.get(w, -1) for w in t])
            shape = (len(s), len(t))
            if shape not in prior:
                near = np.exp(-TENSION * np.abs((np.arange(shape[0])[:, None] + 1) / shape[0] - (np.arange(shape[1])[None] + 1) / shape[1]))
                prior[shape] = ((near / near.sum(0)).astype(np.float32), (near / near.sum(1, keepdims=True)).astype(np.float32))
            keep = np.flatnonzero(((s[:, None] >= 0) & (t[None] >= 0)).ravel())
            i, j = keep // shape[1], keep % shape[1]
            keys.append((s[i].astype(np.int64) * V + t[j])); a.append((n + i).astype(np.int32)); b.append((m + j).astype(np.int32))
            pa.append(prior[shape][0].ravel()[keep]); pb.append(prior[shape][1].ravel()[keep])
            n += shape[0]; m += shape[1]
        self.a, self.b, self.pa, self.pb = (np.concatenate(x) for x in (a, b, pa, pb))
        self.n, self.m = n, m
        self.distinct, key = np.unique(np.concatenate(keys), return_inverse=True)
        self.key = key.astype(np.int32)
        self.s, self.t = self.distinct // V, self.distinct % V


def posterior(table, c, prior, token, tokens, null):
    """Share of each cell in explaining its token, given t(explained | explaining) per distinct meeting."""
    w = table[c.key] * prior
    z = np.bincount(token, w, tokens) * (1 - NULL) + null
    return (w * (1 - NULL) / z[token]).astype(np.float32)


def train(c, iterations=6, apart=2):
    """Expected counts of each distinct meeting after training."""
    S, T = int(c.s.max()) + 1, int(c.t.max()) + 1
    forward, backward = np.full(len(c.s), 1.0 / T, np.float32), np.full(len(c.s), 1.0 / S, np.float32)
    start = time.time()
    for it in range(iterations):
        p = posterior(forward, c, c.pa, c.b, c.m, NULL / T)
        q = posterior(backward, c, c.pb, c.a, c.n, NULL / S)
        if it >= apart:
            p *= q; q = p
        counts = np.bincount(c.key, p, len(c.s)); forward = (counts / (np.bincount(c.s, counts, S) + 0.02)[c.s]).astype(np.float32)
        other = counts if q is p else np.bincount(c.key, q, len(c.s))
        backward = (other / (np.bincount(c.t, other, T) + 0.02)[c.t]).astype(np.float32)
        print(f"iteration {it}: {counts.sum() / c.m:.3f} of target words explained, {time.time() - start:.0f} s", flush=True)
    return counts


def table(c, counts, src, tgt, least, top, share):
    """{word: [(translation, probability)]}; half a count is held back, so that rare words claim less."""
    total = np.bincount(c.s, counts, len(src)) + 0.5
    p = counts / total[c.s]
    good = np.flatnonzero((p >= share) & (counts >= least))
    out = {}
    for k in good[np.lexsort((-p[good], c.s[good]))]:
        row = out.setdefault(src[c.s[k]], [])
        if len(row) < top:
            row.append((tgt[c.t[k]], float(p[k])))
    return out


def write(path, rows):
    """Deterministic gzip: sorted lines, no time, no name."""
    text = "".join(f"{w}\t{' '.join(f'{t}:{p:.2f}' for t, p in row)}\n" for w, row in sorted(rows.items()))
    data = gzip.compress(text.encode(), 9, mtime=0)
    open(path, "wb").write(data)
    return len(data)


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("files", nargs="+"); ap.add_argument("--out", required=True)
    ap.add_argument("--least", type=int, default=3, help="times a word must be seen"); ap.add_argument("--top", type=int, default=6); ap.add_argument("--share", type=float, default=0.03)
    ap.add_argument("--bytes", type=int, default=1_500_000)
    a = ap.parse_args()
    pairs = read(a.files)
    src, snum, _ = index([p[0] for p in pairs], a.least)
    tgt, tnum, _ = index([p[1] for p in pairs], 2)
    c = Cells(pairs, snum, tnum, len(tgt))
    print(f"{len(pairs)} pairs, {len(src)} and {len(tgt)} words, {len(c.key)} cells, {len(c.distinct)} distinct", flush=True)
    del pairs
    counts = train(c)
    least = 0.4
    while True:
        rows = table(c, counts, src, tgt, least, a.top, a.share)
        size = write(a.out, rows)
        if size <= a.bytes:
            break
        least *= 1.5
    print(f"{len(rows)} words, {size} bytes")
    for w in ("memuji", "kebijakan", "tentara", "mengharapkan", "hati", "kedutaan", "perempuan", "anak-anak", "bertanggung"):
        print(w, rows.get(w))


if __name__ == "__main__":
    main()
