"""Encode cleaned pairs to packed arrays, with a word alignment per target piece for guided attention.

    python pack.py --spm data/joint.model --out data/packed --table data/align.npz data/reference.tsv data/news.tsv ...

Each part becomes OUT/<name>.npz: `src`, `tgt` (uint16 piece ids, eos at the end of each sentence), `so`, `to` (offsets)
and `al` (uint8 source index per target piece, 255 where nothing is likely). The alignment comes from IBM model 1 over pieces
with fast_align's diagonal prior (Dyer et al. 2013), learned from the first `--learn` files.
"""
import argparse, os, time
import numpy as np
import sentencepiece as spm
from casing import Casing, is_headline
from prepare import read_pairs

LAMBDA, EOS, MAX, NONE = 4.0, 1, 120, 255


def diagonal(S, T):
    """Prior of source position i for target position j, (T, S), rows sum to one."""
    p = np.exp(-LAMBDA * np.abs((np.arange(T)[:, None] + 1) / T - (np.arange(S)[None] + 1) / S))
    return (p / p.sum(1, keepdims=True)).astype(np.float32)


def encode(path, sp, tag=None):
    """Piece ids of every pair of a TSV, eos at the end, in the case that `casing` makes; `tag` is a piece put before each source (back-translations)."""
    casing = Casing(sp)
    def cased(source, target):
        small, was_headline = casing.source(source)
        return small, casing.sentence_case(target) if was_headline and is_headline(target) else target
    front = [sp.piece_to_id(tag)] if tag else []
    rows = [cased(*pair) for pair in read_pairs(path)]
    a, b = sp.encode([r[0] for r in rows], num_threads=2), sp.encode([r[1] for r in rows], num_threads=2)
    return [(np.array(front + s + [EOS], np.int64), np.array(t + [EOS], np.int64)) for s, t in zip(a, b) if len(s) < MAX and len(t) < MAX]


def learn(pairs, V, iterations=5, longest=60):
    """t(target piece | source piece) as (sorted keys, values) by expectation maximisation."""
    keys, prior, row, n = [], [], [], 0
    for s, t in pairs:
        if len(s) > longest or len(t) > longest:
            continue
        keys.append((s[None] * V + t[:, None]).ravel().astype(np.int32)); prior.append(diagonal(len(s), len(t)).ravel())
        row.append(np.repeat(np.arange(n, n + len(t), dtype=np.int32), len(s))); n += len(t)
    keys, prior, row = np.concatenate(keys), np.concatenate(prior), np.concatenate(row)
    start = time.time()
    uniq, inv = np.unique(keys, return_inverse=True); inv = inv.astype(np.int32); del keys
    src, tab = uniq // V, np.full(len(uniq), 1.0 / V, np.float32)
    for it in range(iterations):
        w = tab[inv] * prior
        z = np.bincount(row, w, n)
        w = (w / z[row]).astype(np.float32)
        c = np.bincount(inv, w, len(uniq)) + 1e-4
        tab = (c / np.bincount(src, c, V)[src]).astype(np.float32)
        print(f"alignment iteration {it}: perplexity {np.exp(-np.log(z + 1e-30).mean()):.1f}, {time.time() - start:.0f} s", flush=True)
    keep = tab > 1e-4
    return uniq[keep].astype(np.int64), tab[keep]


def align(s, t, keys, values, V):
    k = (s[None] * V + t[:, None]).ravel()
    i = np.searchsorted(keys, k); i[i == len(keys)] = 0
    p = np.where(keys[i] == k, values[i], 1e-6).reshape(len(t), len(s)) * diagonal(len(s), len(t))
    best = p.argmax(1)
    sure = p.max(1) / p.sum(1) > 0.4
    out = np.where(sure, best, NONE).astype(np.uint8)
    out[-1] = len(s) - 1
    return out


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("files", nargs="+")
    ap.add_argument("--spm", required=True)
    ap.add_argument("--out", required=True)
    ap.add_argument("--table", required=True, help="alignment table; learned from the first --learn files if absent")
    ap.add_argument("--learn", type=int, default=2)
    ap.add_argument("--tag", help="piece before every source sentence, <bt> for back-translated files")
    a = ap.parse_args()
    os.makedirs(a.out, exist_ok=True)
    sp = spm.SentencePieceProcessor(model_file=a.spm); V = sp.get_piece_size()
    parts = {f: encode(f, sp, a.tag) for f in a.files}
    if not os.path.exists(a.table):
        keys, values = learn([p for f in a.files[: a.learn] for p in parts[f]], V)
        np.savez(a.table, keys=keys, values=values)
    z = np.load(a.table); keys, values = z["keys"], z["values"]
    for f, pairs in parts.items():
        name = os.path.splitext(os.path.basename(f))[0]
        np.savez(os.path.join(a.out, name + ".npz"),
                 src=np.concatenate([s for s, _ in pairs]).astype(np.uint16), tgt=np.concatenate([t for _, t in pairs]).astype(np.uint16),
                 so=np.cumsum([0] + [len(s) for s, _ in pairs]), to=np.cumsum([0] + [len(t) for _, t in pairs]),
                 al=np.concatenate([align(s, t, keys, values, V) for s, t in pairs]))
        print(f"{name}: {len(pairs)} pairs, {sum(len(t) for _, t in pairs)} target pieces", flush=True)


if __name__ == "__main__":
    main()
