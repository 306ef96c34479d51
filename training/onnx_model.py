"""Runs an exported folder with onnxruntime in Python, the way the page does: greedy, cached, batches of like length."""
import json, os
import numpy as np
import onnxruntime as ort
from tokenizers import Tokenizer


def session(path, threads=1):
    o = ort.SessionOptions()
    o.intra_op_num_threads, o.log_severity_level = threads, 3
    return ort.InferenceSession(path, o, providers=["CPUExecutionProvider"])


class OnnxModel:
    def __init__(self, folder, threads=1, suffix=None):
        self.config = json.load(open(os.path.join(folder, "config.json")))
        onnx = os.path.join(folder, "onnx")
        if suffix is None:
            suffix = "_quantized" if os.path.exists(os.path.join(onnx, "encoder_model_quantized.onnx")) else ""
        self.encoder = session(os.path.join(onnx, f"encoder_model{suffix}.onnx"), threads)
        self.decoder = session(os.path.join(onnx, f"decoder_model_merged{suffix}.onnx"), threads)
        self.tokenizer = Tokenizer.from_file(os.path.join(folder, "tokenizer.json"))
        self.outputs = [o.name for o in self.decoder.get_outputs()]

    def empty(self, b):
        h = self.config["decoder_attention_heads"]; k = self.config["d_model"] // h
        return {f"past_key_values.{i}.{s}.{p}": np.zeros((b, h, 0, k), np.float32)
                for i in range(self.config["decoder_layers"]) for s in ("decoder", "encoder") for p in ("key", "value")}

    def step(self, ids, mask, hidden, past):
        """ids [b, t] after `past` (None at first) -> logits [b, t, V], the new cache, alignment head [b, 1, t, s]."""
        feeds = {"input_ids": ids, "encoder_attention_mask": mask, "encoder_hidden_states": hidden,
                 "use_cache_branch": np.array([past is not None]), **(past or self.empty(len(ids)))}
        out = dict(zip(self.outputs, self.decoder.run(None, feeds)))
        cache = {n.replace("present", "past_key_values"): v for n, v in out.items() if n.startswith("present")}
        return out["logits"], cache, next(v for n, v in out.items() if n.startswith("cross"))

    def encode(self, ids, mask):
        return self.encoder.run(None, {"input_ids": ids, "attention_mask": mask})[0]

    def greedy(self, ids, max_len=200):
        """ids [b, s] padded with 0 -> lists of ids without eos, and per row the alignment [t, s] of each token."""
        ids = np.asarray(ids, np.int64); mask = (ids != 0).astype(np.int64)
        hidden, past = self.encode(ids, mask), None
        y, done = np.zeros((len(ids), 1), np.int64), np.zeros(len(ids), bool)
        rows, align = [[] for _ in ids], [[] for _ in ids]
        for _ in range(min(max_len, ids.shape[1] * 2 + 10)):
            logits, past, cross = self.step(y, mask, hidden, past)
            y = logits[:, -1].argmax(-1)[:, None]
            done |= y[:, 0] == 1
            if done.all():
                break
            for i in np.flatnonzero(~done):
                rows[i].append(int(y[i, 0])); align[i].append(cross[i, 0, -1])
        return rows, align

    def translate(self, texts, batch=32):
        ids = [e.ids[:200] for e in self.tokenizer.encode_batch(texts)]
        order, out = sorted(range(len(ids)), key=lambda i: len(ids[i])), [""] * len(ids)
        for k in range(0, len(order), batch):
            part = order[k:k + batch]; w = max(len(ids[i]) for i in part)
            rows, _ = self.greedy([ids[i] + [0] * (w - len(ids[i])) for i in part])
            for i, r in zip(part, rows):
                out[i] = self.tokenizer.decode(r).strip()
        return out
