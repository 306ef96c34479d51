"""English sentences into Indonesian by a reversed model, as tagged training pairs.

    python train.py --swap ... --out rev                                  # English -> Indonesian, the same code
    python backtranslate.py --checkpoint rev/last.pt --spm data/joint.model --mono data/mono.en --out data/bt.tsv --sentences 200000
    python pack.py --spm data/joint.model --out data/packed --table data/align.npz data/bt.tsv

Runs int8 in onnxruntime, one process per core (some 300 sentences a second on two). Pieces are drawn among the three best
(Edunov et al. 2018: noise helps), sources are tagged `<bt>` (Caswell et al. 2019). Pairs are dropped that do not end, loop, are
of odd length, repeat their source, or whose numbers differ.
"""
import argparse, multiprocessing, random, tempfile, time
import metrics
from prepare import acceptable, numbers

TAG = "<bt> "


def keep(source, target):
    """Is (Indonesian, English) fit for training?"""
    return (bool(source) and acceptable(source, target, False) and not metrics.loops(source)
            and source.lower() != target.lower() and sorted(numbers(source)) == sorted(numbers(target)))


def work(job):
    """Translate one shard; returns its pairs. Runs in a process of its own with one thread."""
    folder, lines, sample, seed, batch = job
    import numpy as np
    from onnx_model import OnnxModel
    model, rng = OnnxModel(folder), np.random.default_rng(seed)
    ids = [e.ids for e in model.tokenizer.encode_batch(lines)]
    order = [i for i in sorted(range(len(ids)), key=lambda i: len(ids[i])) if 3 < len(ids[i]) <= 100]
    out = []
    for k in range(0, len(order), batch):
        part = order[k:k + batch]; w = max(len(ids[i]) for i in part)
        rows, _ = model.greedy([ids[i] + [0] * (w - len(ids[i])) for i in part], sample=sample, rng=rng)
        for i, r in zip(part, rows):
            text = "" if r is None else model.tokenizer.decode(r).strip()
            if keep(text, lines[i]):
                out.append((text, lines[i]))
    return out


def export(checkpoint, spm, folder):
    from export import complete, read, write_graphs, write_meta
    from quantize import Int8
    config, tensors = read(checkpoint)
    write_meta(folder, config, spm)
    write_graphs(folder, complete(config, tensors), config, Int8, "_quantized")


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("--checkpoint", required=True); ap.add_argument("--spm", required=True); ap.add_argument("--mono", required=True); ap.add_argument("--out", required=True)
    ap.add_argument("--sentences", type=int, default=200000); ap.add_argument("--sample", type=int, default=3, help="draw among so many best pieces; 0: greedy (better while the model is weak)")
    ap.add_argument("--processes", type=int, default=2); ap.add_argument("--batch", type=int, default=64); ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("--plain", action="store_true", help="no tag")
    a = ap.parse_args()
    lines = [l for l in open(a.mono, encoding="utf-8").read().splitlines() if 20 < len(l) < 400]
    random.Random(a.seed).shuffle(lines)
    lines = lines[:a.sentences]
    folder = tempfile.mkdtemp(); export(a.checkpoint, a.spm, folder)
    jobs = [(folder, lines[k:k + 4000], a.sample, a.seed * 1000 + k, a.batch) for k in range(0, len(lines), 4000)]
    kept = done = 0
    start = time.time()
    with multiprocessing.get_context("spawn").Pool(a.processes) as pool, open(a.out, "w", encoding="utf-8") as f:
        for pairs in pool.imap(work, jobs):
            f.writelines(("" if a.plain else TAG) + f"{s}\t{t}\tbacktranslation\n" for s, t in pairs); f.flush()
            kept += len(pairs); done += 4000
            print(f"{kept} pairs of {min(done, len(lines))} sentences, {time.time() - start:.0f} s", flush=True)


if __name__ == "__main__":
    main()
