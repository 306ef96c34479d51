"""A compact Marian-architecture encoder-decoder whose parameter names and maths follow
Hugging Face's MarianMTModel, so that a checkpoint loads there unchanged."""
import math
from dataclasses import dataclass, asdict

import torch
import torch.nn as nn
import torch.nn.functional as F


@dataclass
class Config:
    vocab_size: int = 12000
    d_model: int = 256
    encoder_layers: int = 6
    decoder_layers: int = 2
    encoder_attention_heads: int = 8
    decoder_attention_heads: int = 8
    encoder_ffn_dim: int = 1024
    decoder_ffn_dim: int = 1024
    max_position_embeddings: int = 512
    dropout: float = 0.1
    pad_token_id: int = 0
    eos_token_id: int = 1

    def to_hf(self):
        c = asdict(self)
        c.update(model_type="marian", architectures=["MarianMTModel"], activation_function="relu",
                 scale_embedding=True, static_position_embeddings=True, normalize_before=False,
                 add_final_layer_norm=False, normalize_embedding=False, is_encoder_decoder=True,
                 decoder_start_token_id=self.pad_token_id, forced_eos_token_id=self.eos_token_id,
                 bos_token_id=None, decoder_vocab_size=self.vocab_size, share_encoder_decoder_embeddings=True,
                 tie_word_embeddings=True, attention_dropout=0.0, activation_dropout=0.0,
                 encoder_layerdrop=0.0, decoder_layerdrop=0.0, init_std=0.02, num_hidden_layers=self.encoder_layers,
                 num_beams=1, use_cache=True)
        return c


def sinusoid(n, d):
    pos = torch.arange(n).float()[:, None]
    inv = 1.0 / (10000 ** (2 * (torch.arange(d) // 2).float() / d))
    ang = pos * inv[None]
    out = torch.empty(n, d)
    out[:, : (d + 1) // 2] = torch.sin(ang[:, 0::2])
    out[:, (d + 1) // 2:] = torch.cos(ang[:, 1::2])
    return out


class FusedCrossEntropy(torch.autograd.Function):
    """Mean label-smoothed cross entropy of `h @ W.T` against `target`, a slice of rows at a time:
    logits never exist as a whole, and both gradients are made in the forward pass. Softmax in float32."""

    @staticmethod
    def forward(ctx, h, W, target, eps, rows=None):
        n, V = h.shape[0], W.shape[0]
        rows = rows or (512 if h.device.type == "cpu" else 8192)
        gh, gW = torch.empty_like(h), torch.zeros(W.shape, dtype=torch.float32, device=W.device)
        loss, buffer = torch.zeros((), device=h.device), torch.empty(min(rows, n), V, device=h.device)
        Wt = W.t()
        for i in range(0, n, rows):
            x, t = h[i:i + rows], target[i:i + rows, None]
            p = buffer[:len(x)].copy_(x @ Wt)
            p.sub_(p.amax(1, keepdim=True))
            at = p.gather(1, t)
            flat = p.mean(1, keepdim=True) if eps else at
            z = p.exp_().sum(1, keepdim=True)
            loss += (z.log() - at * (1 - eps) - flat * eps).sum()
            p.mul_(1.0 / (z * n)).sub_(eps / V / n)
            p.scatter_add_(1, t, torch.full_like(at, -(1 - eps) / n))
            q = p.to(h.dtype)
            gh[i:i + rows] = q @ W
            gW += q.t() @ x
        ctx.save_for_backward(gh, gW.to(W.dtype))
        return loss / n

    @staticmethod
    def backward(ctx, g):
        gh, gW = ctx.saved_tensors
        return gh * g, gW * g, None, None, None


class Dropout(nn.Module):
    """Dropout by slices of one long random mask: drawing fresh numbers costs a CPU more than the layer itself."""

    POOL = 1 << 24

    def __init__(self, p):
        super().__init__()
        self.p, self.mask = p, None

    def forward(self, x):
        if not self.training or self.p == 0:
            return x
        if x.is_cuda:
            return F.dropout(x, self.p)
        if Dropout.pool is None or Dropout.pool.dtype != x.dtype:
            Dropout.pool = ((torch.rand(Dropout.POOL) >= self.p).to(x.dtype) / (1 - self.p))
        start = int(torch.randint(0, Dropout.POOL - x.numel(), ()))
        return x * Dropout.pool[start:start + x.numel()].view(x.shape)


Dropout.pool = None


class Attention(nn.Module):
    def __init__(self, d, heads):
        super().__init__()
        self.h, self.dk = heads, d // heads
        self.keep_head, self.head = False, None  # log attention of head 0, kept for guided alignment
        self.k_proj, self.v_proj, self.q_proj, self.out_proj = (nn.Linear(d, d) for _ in range(4))

    def split(self, x):
        b, t, _ = x.shape
        return x.view(b, t, self.h, self.dk).transpose(1, 2)

    def forward(self, q, kv, bias, kv_cached=None):
        b, t, d = q.shape
        qh = self.split(self.q_proj(q))
        if kv_cached is None:
            kh, vh = self.split(self.k_proj(kv)), self.split(self.v_proj(kv))
        else:
            kh, vh = kv_cached
        if q.is_cuda and not self.keep_head:
            o = F.scaled_dot_product_attention(qh, kh, vh, attn_mask=bias)
        else:
            # On a CPU plain products are several times faster here than the flash kernel's backward pass.
            s = torch.matmul(qh * self.dk ** -0.5, kh.transpose(2, 3))
            if bias is not None:
                s = s + bias
            o = torch.matmul(torch.softmax(s, -1), vh)
            if self.keep_head:
                self.head = torch.log_softmax(s[:, 0].float(), -1)
        return self.out_proj(o.transpose(1, 2).reshape(b, t, d)), (kh, vh)


class EncoderLayer(nn.Module):
    def __init__(self, c):
        super().__init__()
        self.self_attn = Attention(c.d_model, c.encoder_attention_heads)
        self.self_attn_layer_norm = nn.LayerNorm(c.d_model)
        self.fc1 = nn.Linear(c.d_model, c.encoder_ffn_dim)
        self.fc2 = nn.Linear(c.encoder_ffn_dim, c.d_model)
        self.final_layer_norm = nn.LayerNorm(c.d_model)
        self.drop = Dropout(c.dropout)

    def forward(self, x, bias):
        a, _ = self.self_attn(x, x, bias)
        x = self.self_attn_layer_norm(x + self.drop(a))
        return self.final_layer_norm(x + self.drop(self.fc2(F.relu(self.fc1(x)))))


class DecoderLayer(nn.Module):
    def __init__(self, c):
        super().__init__()
        self.self_attn = Attention(c.d_model, c.decoder_attention_heads)
        self.self_attn_layer_norm = nn.LayerNorm(c.d_model)
        self.encoder_attn = Attention(c.d_model, c.decoder_attention_heads)
        self.encoder_attn_layer_norm = nn.LayerNorm(c.d_model)
        self.fc1 = nn.Linear(c.d_model, c.decoder_ffn_dim)
        self.fc2 = nn.Linear(c.decoder_ffn_dim, c.d_model)
        self.final_layer_norm = nn.LayerNorm(c.d_model)
        self.drop = Dropout(c.dropout)

    def forward(self, x, enc, self_bias, cross_bias, cache=None):
        if cache is None:
            a, _ = self.self_attn(x, x, self_bias)
        else:
            k, v = self.self_attn.split(self.self_attn.k_proj(x)), self.self_attn.split(self.self_attn.v_proj(x))
            if cache.get("k") is not None:
                k, v = torch.cat([cache["k"], k], 2), torch.cat([cache["v"], v], 2)
            cache["k"], cache["v"] = k, v
            a, _ = self.self_attn(x, x, None, (k, v))
        x = self.self_attn_layer_norm(x + self.drop(a))
        a, kv = self.encoder_attn(x, enc, cross_bias, cache.get("cross") if cache is not None else None)
        if cache is not None:
            cache["cross"] = kv
        x = self.encoder_attn_layer_norm(x + self.drop(a))
        return self.final_layer_norm(x + self.drop(self.fc2(F.relu(self.fc1(x)))))


class Stack(nn.Module):
    def __init__(self, c, layer, n, shared):
        super().__init__()
        self.embed_tokens = shared
        self.embed_positions = nn.Embedding(c.max_position_embeddings, c.d_model)
        self.embed_positions.weight.data = sinusoid(c.max_position_embeddings, c.d_model)
        self.embed_positions.weight.requires_grad = False
        self.layers = nn.ModuleList([layer(c) for _ in range(n)])
        self.scale, self.drop = math.sqrt(c.d_model), Dropout(c.dropout)

    def embed(self, ids, offset=0):
        pos = self.embed_positions.weight[offset: offset + ids.shape[1]]
        return self.drop(self.embed_tokens(ids) * self.scale + pos.to(self.embed_tokens.weight.dtype))


class Marian(nn.Module):
    def __init__(self, c):
        super().__init__()
        self.c = c
        self.model = nn.Module()
        self.model.shared = nn.Embedding(c.vocab_size, c.d_model, padding_idx=c.pad_token_id)
        self.model.encoder = Stack(c, EncoderLayer, c.encoder_layers, self.model.shared)
        self.model.decoder = Stack(c, DecoderLayer, c.decoder_layers, self.model.shared)
        self.register_buffer("final_logits_bias", torch.zeros(1, c.vocab_size))
        for n, p in self.named_parameters():
            if "layers" in n and p.dim() == 2:
                nn.init.xavier_uniform_(p)
            elif n.endswith("bias"):
                nn.init.zeros_(p)
        nn.init.normal_(self.model.shared.weight, std=c.d_model ** -0.5)
        self.model.shared.weight.data[c.pad_token_id].zero_()

    def encode(self, src):
        bias = torch.zeros(src.shape, device=src.device, dtype=self.model.shared.weight.dtype).masked_fill_(src == self.c.pad_token_id, -1e9)[:, None, None, :]
        x = self.model.encoder.embed(src)
        for l in self.model.encoder.layers:
            x = l(x, bias)
        return x, bias

    def decode(self, tgt_in, enc, cross_bias):
        t = tgt_in.shape[1]
        causal = torch.full((t, t), -1e9, device=tgt_in.device, dtype=enc.dtype).triu(1)[None, None]
        x = self.model.decoder.embed(tgt_in)
        for l in self.model.decoder.layers:
            x = l(x, enc, causal, cross_bias)
        return x

    def logits(self, h):
        return F.linear(h, self.model.shared.weight)

    def forward(self, src, tgt_in, select=None):
        enc, cb = self.encode(src)
        h = self.decode(tgt_in, enc, cb)
        if select is not None:
            h = h[select]
        return self.logits(h)

    @torch.no_grad()
    def greedy(self, src, max_len=200, sample=0):
        """Best token at each step, or one drawn among the `sample` best. Returns ids up to and with eos, then pad."""
        enc, cb = self.encode(src)
        b = src.shape[0]
        caches = [dict() for _ in self.model.decoder.layers]
        ys = torch.full((b, 1), self.c.pad_token_id, dtype=torch.long, device=src.device)
        done = torch.zeros(b, dtype=torch.bool, device=src.device)
        out = []
        limit = min(max_len, int(src.shape[1] * 2 + 10))
        for i in range(limit):
            x = self.model.decoder.embed(ys, i)
            for l, ca in zip(self.model.decoder.layers, caches):
                x = l(x, enc, None, cb, ca)
            lg = self.logits(x[:, -1])
            lg[:, self.c.pad_token_id] = -1e9
            if sample:
                v, ix = lg.float().topk(sample, -1)
                ys = ix.gather(1, torch.multinomial(v.softmax(-1), 1))
            else:
                ys = lg.argmax(-1, keepdim=True)
            ys[done] = self.c.pad_token_id
            out.append(ys)
            done |= ys[:, 0] == self.c.eos_token_id
            if done.all():
                break
        return torch.cat(out, 1)
