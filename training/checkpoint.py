"""Keep, restore and average checkpoints of train.py.

    python checkpoint.py pack run/last.pt checkpoints/sejajar-id-en.npz      # small enough for git (about 4 bytes a weight)
    python checkpoint.py unpack checkpoints/sejajar-id-en.npz run/last.pt    # then train.py --out run --resume
    python checkpoint.py average run/a.pt run/b.pt --out run/average.pt      # mean of the averaged weights, for export.py

Packed: averaged weights in float16; the difference of the masters from them, the momentum and the root of the second moment in
int8 with one scale a row. Unpacked and resumed, the loss goes on where it was.
"""
import argparse, os
import numpy as np
import torch


def rows(t):
    return t.reshape(len(t), -1) if t.dim() > 1 else t.reshape(1, -1)


def small(t, up=False):
    """A tensor as int8 with one scale a row; `up` rounds away from zero, for what will be divided by."""
    m = rows(t.float()).numpy()
    scale = np.maximum(np.abs(m).max(1, keepdims=True), 1e-20) / 127
    return (np.ceil if up else np.round)(np.minimum(m / scale, 127)).astype(np.int8), scale.astype(np.float32)


def large(q, scale, shape):
    return torch.from_numpy(q.astype(np.float32) * scale).reshape(shape)


def pack(source, out):
    s = torch.load(source, map_location="cpu"); o = s["opt"]
    data = {"config": np.array(repr(s["config"])), "numbers": np.array([o["step"], s["elapsed"], s["seen"]], np.float64)}
    for n, ema in o["ema"].items():
        half = ema.half()
        data[f"ema/{n}"] = half.numpy()
        parts = {"master": o["master"][n].float() - half.float(), "first": o["first"][n]}
        if n in o["second"]:
            parts["second"] = o["second"][n].sqrt()
        for kind, t in parts.items():
            data[f"{kind}/{n}"], data[f"{kind}-scale/{n}"] = small(t, kind == "second")
    os.makedirs(os.path.dirname(os.path.abspath(out)), exist_ok=True)
    np.savez_compressed(out, **data)
    print(f"{out}: {os.path.getsize(out)} bytes, step {o['step']}")


def unpack(source, out):
    import ast
    z = np.load(source)
    step, elapsed, seen = z["numbers"].tolist()
    names = [k[4:] for k in z.files if k.startswith("ema/")]
    ema = {n: torch.from_numpy(z[f"ema/{n}"].astype(np.float32)) for n in names}
    get = lambda kind, n: large(z[f"{kind}/{n}"], z[f"{kind}-scale/{n}"], ema[n].shape)
    opt = {"step": int(step), "ema": ema, "master": {n: ema[n] + get("master", n) for n in names}, "first": {n: get("first", n) for n in names},
           "second": {n: get("second", n).square() for n in names if f"second/{n}" in z.files}}
    torch.save({"config": ast.literal_eval(str(z["config"])), "opt": opt, "elapsed": elapsed, "seen": int(seen)}, out)
    print(f"{out}: step {int(step)}, {elapsed:.1f} min trained")


def average(sources, out, which):
    states = [torch.load(p, map_location="cpu") for p in sources]
    sets = [s["opt"][which] if "opt" in s else s["weights"] for s in states]
    torch.save({"config": states[0]["config"], "weights": {n: sum(w[n].float() for w in sets) / len(sets) for n in sets[0]}}, out)
    print(f"{out}: mean of {len(sources)}")


def main():
    ap = argparse.ArgumentParser()
    sub = ap.add_subparsers(dest="what", required=True)
    for name in ("pack", "unpack"):
        p = sub.add_parser(name); p.add_argument("source"); p.add_argument("out")
    p = sub.add_parser("average"); p.add_argument("sources", nargs="+"); p.add_argument("--out", required=True); p.add_argument("--weights", default="ema", choices=("ema", "master"))
    a = ap.parse_args()
    if a.what == "average":
        average(a.sources, a.out, a.weights)
    else:
        (pack if a.what == "pack" else unpack)(a.source, a.out)


if __name__ == "__main__":
    main()
