"""Train the Indonesian-English Marian model; resumable, on CPU (bf16 copies, float32 masters) or one GPU.

    python train.py --packed data/packed --spm data/joint.model --out run --plan plan.json [--resume]

PLAN says how long to train and on what, and is read again every minute, so that a running training can be steered:
    {"minutes": 120, "decay_from": 0.7, "phases": [{"until": 0.7, "mix": {"reference": 2, "news": 1.5}}, {"until": 1.0, "mix": {...}}]}
The rate is constant after the warm-up and falls linearly to zero from `decay_from` of the minutes on. Hidden matrices are
updated by Muon (Jordan et al. 2024), embeddings, norms and biases by Adam.
"""
import argparse, json, os, queue, random, threading, time
import numpy as np
import sentencepiece as spm
import torch
from casing import Casing
from model import Config, FusedCrossEntropy, Marian
from optimiser import Optimiser

NONE = 255


def inverted(al, n):
    """The alignment read from the other side: for each of `n` source pieces the index of a target piece, NONE without one."""
    out = np.full(n, NONE, np.uint8)
    sure = al != NONE
    out[al[sure]] = np.nonzero(sure)[0]
    return out


class Part:
    """One packed file: `pair(i)` gives source ids, target ids and the aligned source index per target id; `swap` turns it round."""

    def __init__(self, path, swap=False):
        z = np.load(path)
        self.swap = swap
        self.src, self.tgt, self.so, self.to, self.al = z["src"], z["tgt"], z["so"], z["to"], z["al"]
        self.len = np.maximum(np.diff(self.so), np.diff(self.to))

    def __len__(self):
        return len(self.so) - 1

    def pair(self, i):
        s, t = slice(self.so[i], self.so[i + 1]), slice(self.to[i], self.to[i + 1])
        if self.swap:
            return self.tgt[t], self.src[s], inverted(self.al[t], self.so[i + 1] - self.so[i])
        return self.src[s], self.tgt[t], self.al[t]


def draw(parts, mix, rng):
    """One epoch of (part name, index), each part taken `mix[name]` times."""
    items = []
    for name, weight in mix.items():
        n = len(parts[name])
        items += [(name, i) for i in range(n)] * int(weight)
        items += [(name, i) for i in rng.sample(range(n), int(n * (weight - int(weight))))]
    rng.shuffle(items)
    return items


def batches(parts, mix, tokens, rng):
    """Batches of like length, endlessly."""
    while True:
        items = draw(parts, mix, rng)
        for c in range(0, len(items), 40000):
            part = sorted(items[c:c + 40000], key=lambda x: parts[x[0]].len[x[1]] + rng.random() * 2)
            out, cur, width = [], [], 0
            for x in part:
                n = int(parts[x[0]].len[x[1]])
                if cur and max(width, n) * (len(cur) + 1) > tokens:
                    out.append(cur); cur, width = [], 0
                cur.append(x); width = max(width, n)
            out.append(cur)
            rng.shuffle(out)
            for b in out:
                yield [parts[n].pair(i) for n, i in b]


def tensors(batch, dev):
    S, T = max(len(p[0]) for p in batch), max(len(p[1]) for p in batch)
    src, ti, to = (np.zeros((len(batch), n), np.int64) for n in (S, T, T))
    al = np.full((len(batch), T), NONE, np.int64)
    for i, (s, t, a) in enumerate(batch):
        src[i, :len(s)] = s; to[i, :len(t)] = t; ti[i, 1:len(t)] = t[:-1]; al[i, :len(t)] = a
    return tuple(torch.from_numpy(x).to(dev, non_blocking=True) for x in (src, ti, to, al))


class Ahead:
    """Makes the next batches in a thread; `restart` changes the mix."""

    def __init__(self, parts, tokens, seed):
        self.parts, self.tokens, self.rng, self.mix = parts, tokens, random.Random(seed), None

    def restart(self, mix):
        if mix == self.mix:
            return
        self.mix, self.queue = mix, queue.Queue(8)
        threading.Thread(target=self.fill, args=(self.queue, mix), daemon=True).start()

    def fill(self, q, mix):
        for b in batches(self.parts, mix, self.tokens, self.rng):
            if q is not self.queue:
                return
            q.put(b)

    def next(self):
        return self.queue.get()


def rate(progress, step, warmup, decay_from):
    up = min(1.0, step / warmup)
    return up * (1.0 if progress < decay_from else max(0.0, (1.0 - progress) / max(1e-9, 1.0 - decay_from)))


class Trainer:
    def __init__(self, a):
        self.a = a
        self.dev = torch.device("cuda" if torch.cuda.is_available() else "cpu")
        self.sp = spm.SentencePieceProcessor(model_file=a.spm)
        self.c = Config(vocab_size=self.sp.get_piece_size(), **{k: getattr(a, k) for k in vars(a) if k in Config.__dataclass_fields__})
        model = Marian(self.c)
        if a.embed:
            e = torch.from_numpy(np.load(a.embed)); model.model.shared.weight.data.copy_(e)
        if a.init:
            model.load_state_dict(torch.load(a.init, map_location="cpu")["opt"]["ema"], strict=False)
        self.opt = None
        self.model = model.to(self.dev, torch.bfloat16)
        for stack in (model.model.encoder, model.model.decoder):
            stack.embed_positions.float()
        self.opt = Optimiser(self.model, a.lr, a.adam_lr)
        if a.embed and not a.init:
            i = self.opt.names.index("model.shared.weight")
            self.opt.master[i].copy_(e); self.opt.ema[i].copy_(e)
        self.elapsed, self.seen = 0.0, 0
        self.path = os.path.join(a.out, "last.pt")
        if a.resume and os.path.exists(self.path):
            s = torch.load(self.path, map_location=self.dev)
            self.opt.load(s["opt"]); self.elapsed, self.seen = s["elapsed"], s["seen"]
            print(f"resumed at step {self.opt.step_count}, {self.elapsed:.1f} min", flush=True)
        self.guided = self.model.model.decoder.layers[-1].encoder_attn
        self.guided.keep_head = True

    def save(self, path):
        torch.save({"config": self.c.__dict__, "opt": self.opt.state(), "elapsed": self.elapsed, "seen": self.seen}, path + ".tmp")
        os.replace(path + ".tmp", path)

    def loss(self, batch, smooth):
        src, ti, to, al = tensors(batch, self.dev)
        sel = to != self.c.pad_token_id
        enc, bias = self.model.encode(src)
        h = self.model.decode(ti, enc, bias)[sel]
        ce = FusedCrossEntropy.apply(h, self.model.model.shared.weight, to[sel], smooth)
        al = al[sel]
        sure = al != NONE
        w = self.guided.head[sel]
        guide = -w[sure].gather(1, al[sure][:, None]).mean()
        return ce, guide, int(sel.sum())

    @torch.no_grad()
    def evaluate(self, dev_part):
        """Per-piece negative log-likelihood of the averaged weights."""
        self.model.eval(); self.opt.use("ema")
        total = n = 0
        order = sorted(range(min(600, len(dev_part))), key=lambda i: dev_part.len[i])
        for k in range(0, len(order), 50):
            ce, _, m = self.loss([dev_part.pair(i) for i in order[k:k + 50]], 0.0)
            total += ce.item() * m; n += m
        self.opt.use("master"); self.model.train()
        return total / n

    @torch.no_grad()
    def bleu(self, rows):
        import sacrebleu
        self.model.eval(); self.opt.use("ema")
        ids = [self.sp.encode(r[0])[:150] + [1] for r in rows]
        order, out = sorted(range(len(ids)), key=lambda i: len(ids[i])), [""] * len(ids)
        for k in range(0, len(order), 50):
            part = order[k:k + 50]; w = max(len(ids[i]) for i in part)
            x = torch.tensor([ids[i] + [0] * (w - len(ids[i])) for i in part], device=self.dev)
            for i, y in zip(part, self.model.greedy(x).tolist()):
                out[i] = self.sp.decode([v for v in (y[: y.index(1)] if 1 in y else y) if v > 2])
        self.opt.use("master"); self.model.train()
        return sacrebleu.corpus_bleu(out, [[r[1] for r in rows]]).score, out[:2]

    def run(self):
        a = self.a
        parts = {os.path.splitext(f)[0]: Part(os.path.join(a.packed, f), a.swap) for f in os.listdir(a.packed) if f.endswith(".npz")}
        dev_part = parts.get(a.dev)
        rows = [l.rstrip("\n").split("\t")[:2] for l in open(a.dev_tsv, encoding="utf-8")][:200] if a.dev_tsv else []
        casing = Casing(self.sp)
        rows = [(casing.source(r[0])[0], r[1]) for r in rows]
        rows = [r[::-1] for r in rows] if a.swap else rows
        ahead = Ahead(parts, a.tokens, int(time.time()))
        print("parameters", sum(p.numel() for p in self.model.parameters()), json.dumps(self.c.__dict__), flush=True)
        self.model.train()
        begin, base = time.time(), self.elapsed
        logged = saved = checked = 0.0
        tokens, closs, gloss, n = 0, 0.0, 0.0, 0
        stable_saved = False
        logged = saved = checked = begin
        while True:
            if n == 0:
                plan = json.load(open(a.plan))
            self.elapsed = base + (time.time() - begin) / 60
            progress = min(1.0, self.elapsed / plan["minutes"])
            ahead.restart(next((p["mix"] for p in plan["phases"] if progress < p["until"]), plan["phases"][-1]["mix"]))
            ce, guide, k = self.loss(ahead.next(), a.smooth)
            weight = max(0.1, 1.0 - self.opt.step_count / 2000)
            (ce + weight * guide).backward()
            norm = self.opt.step(rate(progress, self.opt.step_count + 1, a.warmup, plan["decay_from"]), a.ema)
            self.seen += k; tokens += k; closs += ce.item(); gloss += guide.item(); n += 1
            now = time.time()
            if now - logged > a.log_every:
                print(f"step {self.opt.step_count} {self.elapsed:.1f}/{plan['minutes']} min loss {closs / n:.3f} guide {gloss / n:.3f} {tokens / (now - logged):.0f} tok/s seen {self.seen / 1e6:.2f}M norm {norm:.2f}", flush=True)
                logged, tokens, closs, gloss, n = now, 0, 0.0, 0.0, 0
            done = progress >= 1.0
            if not stable_saved and progress >= plan["decay_from"]:
                self.save(os.path.join(a.out, "stable.pt")); stable_saved = True
            if now - saved > a.save_every * 60 or done:
                self.save(self.path); saved = now
                if dev_part:
                    print(f"step {self.opt.step_count} dev nll {self.evaluate(dev_part):.4f}", flush=True)
            if rows and (now - checked > a.bleu_every * 60 or done):
                score, some = self.bleu(rows); checked = time.time()
                print(f"step {self.opt.step_count} BLEU {score:.2f} on {len(rows)} | {some}", flush=True)
            if done:
                return


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("--packed", required=True); ap.add_argument("--spm", required=True); ap.add_argument("--out", required=True)
    ap.add_argument("--plan", required=True); ap.add_argument("--embed"); ap.add_argument("--init"); ap.add_argument("--resume", action="store_true")
    ap.add_argument("--swap", action="store_true", help="English to Indonesian, for back-translation")
    ap.add_argument("--dev", default="dev-flores"); ap.add_argument("--dev-tsv")
    ap.add_argument("--tokens", type=int, default=6000, help="padded tokens per side in a batch")
    ap.add_argument("--lr", type=float, default=2e-3); ap.add_argument("--adam-lr", type=float, default=1e-3)
    ap.add_argument("--warmup", type=int, default=200); ap.add_argument("--smooth", type=float, default=0.1)
    ap.add_argument("--ema", type=float, default=0.998); ap.add_argument("--threads", type=int, default=2)
    ap.add_argument("--log-every", type=float, default=60); ap.add_argument("--save-every", type=float, default=5); ap.add_argument("--bleu-every", type=float, default=15)
    for k, v in Config().__dict__.items():
        if k not in ("vocab_size", "pad_token_id", "eos_token_id"):
            ap.add_argument("--" + k.replace("_", "-"), type=type(v), default=v)
    a = ap.parse_args()
    torch.set_num_threads(a.threads)
    os.makedirs(a.out, exist_ok=True)
    Trainer(a).run()


if __name__ == "__main__":
    main()
