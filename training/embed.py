"""Initial embeddings in which words of like use, and words that translate each other, begin close together.

    python embed.py --packed data/packed --spm data/joint.model --out data/embed.npy --dim 256

Truncated SVD of shifted positive pointwise mutual information (Levy & Goldberg 2014) over windowed counts of both languages,
with the alignment table joining them. On little data this saves the first hours of training (Qi et al. 2018).
"""
import argparse, os
import numpy as np
import scipy.sparse as sp
import sentencepiece as spm
from scipy.sparse.linalg import svds

WINDOW = 4


def windowed(ids, V):
    """Counts of pieces seen within WINDOW places of each other, nearer ones weighing more; sentences end with eos (1)."""
    ids = ids.astype(np.int64)
    sentence = np.cumsum(ids == 1)
    total = sp.csr_matrix((V, V), dtype=np.float32)
    for d in range(1, WINDOW + 1):
        same = sentence[d:] == sentence[:-d]
        a, b = ids[:-d][same], ids[d:][same]
        total = total + sp.coo_matrix((np.full(len(a), 1.0 / d, np.float32), (a, b)), (V, V)).tocsr()
    return total + total.T


def aligned(z, V):
    """Counts of pieces that align with each other in one packed part."""
    starts = np.repeat(z["so"][:-1], np.diff(z["to"]))
    sure = z["al"] != 255
    a = z["src"][starts[sure] + z["al"][sure]].astype(np.int64)
    b = z["tgt"][sure].astype(np.int64)
    m = sp.coo_matrix((np.ones(len(a), np.float32), (a, b)), (V, V)).tocsr()
    return m + m.T


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("--packed", required=True); ap.add_argument("--spm", required=True); ap.add_argument("--out", required=True)
    ap.add_argument("--mono", nargs="*", default=[]); ap.add_argument("--dim", type=int, default=256)
    a = ap.parse_args()
    tok = spm.SentencePieceProcessor(model_file=a.spm); V = tok.get_piece_size()
    counts = sp.csr_matrix((V, V), dtype=np.float32)
    for name in ("reference", "news", "general"):
        z = np.load(os.path.join(a.packed, name + ".npz"))
        counts = counts + windowed(z["src"], V) + windowed(z["tgt"], V) + 6.0 * aligned(z, V)
    for path in a.mono:
        enc = tok.encode(open(path, encoding="utf-8").read().splitlines()[:150000], num_threads=2)
        counts = counts + windowed(np.concatenate([np.array(e + [1]) for e in enc]), V)
    row = np.asarray(counts.sum(1)).ravel(); col = row ** 0.75
    c = counts.tocoo(); keep = (c.row > 2) & (c.col > 2) & (c.data > 1)
    r, k, v = c.row[keep], c.col[keep], c.data[keep]
    pmi = np.log(v * col.sum() / (row[r] * col[k])).astype(np.float32)
    pos = pmi > 0
    m = sp.csr_matrix((pmi[pos], (r[pos], k[pos])), (V, V))
    u, s, _ = svds(m, k=a.dim, random_state=1)
    e = u * np.sqrt(s)
    rng = np.random.default_rng(1)
    # A rotation spreads the leading components over all heads' slices.
    q, _ = np.linalg.qr(rng.normal(size=(a.dim, a.dim)))
    e = (e @ q).astype(np.float32)
    norm = np.linalg.norm(e, axis=1, keepdims=True)
    e = np.where(norm > 1e-6, e / np.maximum(norm, 1e-6), 0) + rng.normal(size=e.shape).astype(np.float32) * 0.3 * a.dim ** -0.5
    e[0] = 0
    np.save(a.out, e.astype(np.float32))
    n = e / np.maximum(np.linalg.norm(e, axis=1, keepdims=True), 1e-6)
    for w in ("▁memuji", "▁tentara", "▁minister", "▁tidak", "▁year"):
        i = tok.piece_to_id(w)
        print(w, [tok.id_to_piece(int(j)) for j in np.argsort(-(n @ n[i]))[1:9]])


if __name__ == "__main__":
    main()
