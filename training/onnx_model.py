"""Runs an exported folder with onnxruntime in Python, the way the page does: greedy, cached, batches of like length."""
import json, os
import numpy as np
import onnxruntime as ort
from tokenizers import Tokenizer


def session(path, threads=1):
    o = ort.SessionOptions()
    o.intra_op_num_threads, o.log_severity_level = threads, 3
    return ort.InferenceSession(path, o, providers=["CPUExecutionProvider"])


def pick(logits, sample=0, rng=None):
    """The best piece of each row [b, V], or one drawn among the `sample` best by their probabilities."""
    if not sample:
        return logits.argmax(-1)
    best = np.argpartition(logits, -sample, -1)[:, -sample:]
    noisy = np.take_along_axis(logits, best, -1) + rng.gumbel(size=best.shape)
    return np.take_along_axis(best, noisy.argmax(-1)[:, None], -1)[:, 0]


class OnnxModel:
    def __init__(self, folder, threads=1, suffix=None):
        if suffix is None:
            suffix = "_quantized" if os.path.exists(os.path.join(folder, "onnx", "encoder_model_quantized.onnx")) else ""
        self.open(folder, suffix, threads)
        self.tokenizer = Tokenizer.from_file(os.path.join(folder, "tokenizer.json"))

    def open(self, folder, suffix, threads):
        self.config = json.load(open(os.path.join(folder, "config.json")))
        onnx = os.path.join(folder, "onnx")
        self.encoder = session(os.path.join(onnx, f"encoder_model{suffix}.onnx"), threads)
        self.decoder = session(os.path.join(onnx, f"decoder_model_merged{suffix}.onnx"), threads)
        self.outputs = [o.name for o in self.decoder.get_outputs()]

    def empty(self, b):
        h = self.config["decoder_attention_heads"]; k = self.config["d_model"] // h
        return {f"past_key_values.{i}.{s}.{p}": np.zeros((b, h, 0, k), np.float32)
                for i in range(self.config["decoder_layers"]) for s in ("decoder", "encoder") for p in ("key", "value")}

    def step(self, ids, mask, hidden, past):
        """ids [b, t] after `past` (None at first) -> logits [b, t, V], the new cache, alignment head [b, 1, t, s]."""
        feeds = {"input_ids": ids, "encoder_attention_mask": mask, "encoder_hidden_states": hidden if past is None else hidden[:, :0],
                 "use_cache_branch": np.array([past is not None]), **(past or self.empty(len(ids)))}
        out = dict(zip(self.outputs, self.decoder.run(None, feeds)))
        cache = {n.replace("present", "past_key_values"): v for n, v in out.items() if n.startswith("present")}
        if past is not None:  # those of the source are given once
            cache |= {n: v for n, v in past.items() if ".encoder." in n}
        return out["logits"], cache, next(v for n, v in out.items() if n.startswith("cross"))

    def encode(self, ids, mask):
        return self.encoder.run(None, {"input_ids": ids, "attention_mask": mask})[0]

    def greedy(self, ids, max_len=200, sample=0, rng=None, align=False):
        """ids [b, s] padded with 0 -> per row its ids without eos (None where it never ended) and, with `align`, the alignment
        [s] of each token. `sample` draws among that many best pieces instead. Finished rows leave the batch when half are done."""
        ids = np.asarray(ids, np.int64); mask = (ids != 0).astype(np.int64)
        hidden, past = self.encode(ids, mask), None
        live, y = np.arange(len(ids)), np.zeros((len(ids), 1), np.int64)
        rows, heads, ended = [[] for _ in ids], [[] for _ in ids], np.zeros(len(ids), bool)
        for _ in range(min(max_len, ids.shape[1] * 2 + 10)):
            logits, past, cross = self.step(y, mask, hidden, past)
            y = pick(logits[:, -1], sample, rng)[:, None]
            for k, i in enumerate(live):
                if not ended[i] and y[k, 0] != 1:
                    rows[i].append(int(y[k, 0]))
                    if align:
                        heads[i].append(cross[k, 0, -1])
            ended[live[y[:, 0] == 1]] = True
            keep = np.flatnonzero(~ended[live])
            if not len(keep):
                break
            if len(keep) <= len(live) / 2:
                live, y, mask, hidden = live[keep], y[keep], mask[keep], hidden[keep]
                past = {n: v[keep] for n, v in past.items()}
        return [r if e or not sample else None for r, e in zip(rows, ended)], heads

    def translate(self, texts, batch=32):
        ids = [e.ids[:200] for e in self.tokenizer.encode_batch(texts)]
        order, out = sorted(range(len(ids)), key=lambda i: len(ids[i])), [""] * len(ids)
        for k in range(0, len(order), batch):
            part = order[k:k + batch]; w = max(len(ids[i]) for i in part)
            rows, _ = self.greedy([ids[i] + [0] * (w - len(ids[i])) for i in part])
            for i, r in zip(part, rows):
                out[i] = self.tokenizer.decode(r).strip()
        return out
