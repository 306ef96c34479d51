"""Muon for hidden matrices (Jordan et al. 2024), Adam for embeddings, norms and biases; float32 masters and their average."""
import math
import torch


def orthogonalise(g):
    """Newton-Schulz iteration towards the nearest orthogonal matrix, batched over the first axis."""
    a, b, c = 3.4445, -4.7750, 2.0315
    x = g.to(torch.bfloat16)
    x = x / (x.norm(dim=(1, 2), keepdim=True) + 1e-7)
    for _ in range(5):
        s = x @ x.mT
        x = a * x + (b * s + c * s @ s) @ x
    return x.float()


class Optimiser:
    """Muon for hidden matrices, Adam for the rest; float32 masters beside the model's (bf16) weights."""

    def __init__(self, model, lr, adam_lr):
        self.lr, self.adam_lr, self.step_count = lr, adam_lr, 0
        named = [(n, p) for n, p in model.named_parameters() if p.requires_grad]
        self.names = [n for n, _ in named]; self.params = [p for _, p in named]
        self.master = [p.detach().clone().float() for p in self.params]
        self.ema = [m.clone() for m in self.master]
        self.first = [torch.zeros_like(m) for m in self.master]
        hidden = lambda n, p: p.dim() == 2 and "layers" in n
        self.adam = [i for i, (n, p) in enumerate(named) if not hidden(n, p)]
        self.second = {i: torch.zeros_like(self.master[i]) for i in self.adam}
        self.groups = {}
        for i, (n, p) in enumerate(named):
            if hidden(n, p):
                self.groups.setdefault(tuple(sorted(p.shape)), []).append(i)

    @torch.no_grad()
    def step(self, scale, decay):
        self.step_count += 1
        grads = [p.grad.float() for p in self.params]
        norm = torch.sqrt(sum(g.square().sum() for g in grads))
        clip = min(1.0, 1.0 / (norm.item() + 1e-6))
        for i in self.adam:
            g = grads[i] * clip
            self.first[i].lerp_(g, 0.1); self.second[i].lerp_(g.square(), 0.02)
            m = self.first[i] / (1 - 0.9 ** self.step_count); v = self.second[i] / (1 - 0.98 ** self.step_count)
            self.master[i].addcdiv_(m, v.sqrt().add_(1e-9), value=-self.adam_lr * scale)
        for (small, large), idx in self.groups.items():
            stack = []
            for i in idx:
                self.first[i].lerp_(grads[i], 0.05)
                u = torch.lerp(grads[i], self.first[i], 0.95)
                stack.append(u if u.shape[0] <= u.shape[1] else u.T)
            o = orthogonalise(torch.stack(stack))
            rate = self.lr * scale * 0.2 * math.sqrt(large)
            for i, u in zip(idx, o):
                self.master[i].mul_(1 - self.lr * scale * 0.01)
                self.master[i].add_(u if self.master[i].shape[0] <= self.master[i].shape[1] else u.T, alpha=-rate)
        d = min(decay, (1 + self.step_count) / (10 + self.step_count))
        torch._foreach_lerp_(self.ema, self.master, 1 - d)
        torch._foreach_copy_(self.params, self.master)
        for p in self.params:
            p.grad = None
        return norm.item()

    def state(self):
        return {"step": self.step_count, "master": dict(zip(self.names, self.master)), "ema": dict(zip(self.names, self.ema)),
                "first": dict(zip(self.names, self.first)), "second": {self.names[i]: v for i, v in self.second.items()}}

    @torch.no_grad()
    def load(self, s):
        self.step_count = s["step"]
        for key in ("master", "ema", "first"):
            for n, t in zip(self.names, getattr(self, key)):
                t.copy_(s[key][n])
        for i, v in self.second.items():
            v.copy_(s["second"][self.names[i]])
        torch._foreach_copy_(self.params, self.master)

    @torch.no_grad()
    def use(self, which):
        torch._foreach_copy_(self.params, getattr(self, which))
