"""The range of numbers that goes into each product, measured on real sentences: what `quantize` needs for fixed scales.

    ranges(config, tensors, pairs) -> {place: (low, high)}

A place is the name of the first weight matrix that takes the input (q_proj for the joint product of queries, keys and
values), or "logits". The clipping with the least squared error at 8 bits is taken, as for the weights.
"""
import numpy as np
import torch
from parity import torch_model

KEPT = 200_000  # numbers kept for each place


def inputs(model, pairs, batch=32):
    """{place: numbers} that go into each product when (source ids, target ids) are read; padding left out."""
    kept, live = {}, {}

    def keep(place, x):
        of_source = place.startswith("model.encoder") or place.endswith(("encoder_attn.k_proj", "encoder_attn.v_proj"))
        mask = live["source" if of_source else "target"]
        kept.setdefault(place, []).append(x[mask].flatten().numpy())

    hooks = [m.register_forward_pre_hook(lambda m, a, n=n: keep(n, a[0])) for n, m in model.named_modules() if isinstance(m, torch.nn.Linear)]
    order = sorted(range(len(pairs)), key=lambda i: len(pairs[i][0]))
    with torch.no_grad():
        for k in range(0, len(order), batch):
            part = [pairs[i] for i in order[k:k + batch]]
            pad = lambda rows: torch.nn.utils.rnn.pad_sequence([torch.tensor(r) for r in rows], batch_first=True)
            src, tgt = pad([s for s, _ in part]), pad([[0] + t[:-1] for _, t in part])
            real = pad([t for _, t in part]) != 0
            live["source"], live["target"] = src != 0, real
            enc, bias = model.encode(src)
            keep("logits", model.decode(tgt, enc, bias))
    for h in hooks:
        h.remove()
    return {n: np.concatenate(v) for n, v in kept.items()}


def clipped(x, grid=np.linspace(0.3, 1.0, 29)):
    """(low, high) whose rounding to 8 bits loses least of the numbers x."""
    low, high = min(0.0, x.min()), max(0.0, x.max())
    x = x if len(x) <= KEPT else np.random.default_rng(0).choice(x, KEPT)
    def loss(share):
        scale = (high - low) * share / 255
        lo = np.round(low * share / scale)
        return np.square(x - np.clip(np.round(x / scale), lo, lo + 255) * scale).sum()
    best = min(grid, key=loss)
    return float(low * best), float(high * best)


def ranges(config, tensors, pairs):
    """pairs: (source ids with eos, target ids with eos) of some hundred sentences."""
    return {place: clipped(x) for place, x in inputs(torch_model(config, tensors), pairs).items()}
