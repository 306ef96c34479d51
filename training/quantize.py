"""Int8 storage for `graph`: symmetric per-column weights, activations quantised as they come.

A product is DynamicQuantizeLinear (uint8, one scale per tensor) + MatMulInteger + one multiplication by the scales, which
onnxruntime fuses into one kernel. Weights have zero point 0. Each column's clipping is chosen to lose least.
"""
import numpy as np
from onnx import TensorProto


def quantise(rows, grid=np.linspace(0.7, 1.0, 16)):
    """Each row of a matrix [n, m] to int8 and a float32 scale [n]; of several clippings the one with the least squared error."""
    top = np.maximum(np.abs(rows).max(1), 1e-8)
    best, error = top.copy(), np.full(len(rows), np.inf)
    for share in grid:
        scale = (top * share / 127)[:, None]
        e = np.square(rows - np.clip(np.round(rows / scale), -127, 127) * scale).sum(1)
        better = e < error
        best[better], error[better] = (top * share)[better], e[better]
    scale = (best / 127).astype(np.float32)
    return np.clip(np.round(rows / scale[:, None]), -127, 127).astype(np.int8), scale


class Int8:
    """As graph.Float, with int8 matrices; the embedding is stored once for look-up and for the output product."""

    def __init__(self, b):
        self.b, self.seen = b, {}

    def product(self, x, weight, scale, bias):
        """weight: name of an int8 [in, out] matrix, scale: name of [out], bias: array [out]."""
        b = self.b
        key = (id(b.nodes), x)  # per graph: a branch of an If has nodes of its own
        if key not in self.seen:
            self.seen[key] = (b.nodes, b.op("DynamicQuantizeLinear", x, n=3))
        q, s, zero = self.seen[key][1]
        y = b.op("Cast", b.op("MatMulInteger", q, weight, zero), to=TensorProto.FLOAT)
        y = b.op("Mul", y, b.op("Mul", s, scale))
        return b.op("Add", y, b.const(bias, "bias"))

    def linear(self, x, weight, bias):
        q, scale = quantise(weight)
        return self.product(x, self.b.const(q.T, "w"), self.b.const(scale, "scale"), bias)

    def embedding(self, table, scale):
        q, row = quantise(table)
        self.table, self.row = self.b.const(q, "embed"), self.b.const(row, "scale")
        self.times = self.b.const(np.float32(scale))

    def rows(self, ids):
        b = self.b
        scale = b.op("Gather", b.op("Mul", self.row, self.times), ids)
        return b.op("Mul", b.op("Cast", b.op("Gather", self.table, ids), to=TensorProto.FLOAT), b.op("Unsqueeze", scale, b.ints(-1)))

    def logits(self, h, bias):
        return self.product(h, self.b.op("Transpose", self.table, perm=[1, 0]), self.row, bias)
