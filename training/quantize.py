"""Int8 storage for `graph`: symmetric per-column weights; activations quantised by fixed ranges, or as they come.

With the ranges that `calibrate` measured, a product is QuantizeLinear (uint8, constant scale) + onnxruntime's
MatMulIntegerToFloat: nothing depends on what else is in the batch, and no pass looks for the largest number first. A place
without a range gets DynamicQuantizeLinear (one scale per tensor). Weights have zero point 0. Each column's clipping is
chosen to lose least. Weights, scales and ranges carry the names of their places: the page's own kernel finds them by name
(lib/translation/kernel/).
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


def affine(low, high):
    """uint8 scale and zero point for numbers of [low, high], zero included."""
    low, high = min(0.0, float(low)), max(0.0, float(high))
    scale = max(high - low, 1e-8) / 255
    return np.float32(scale), np.uint8(np.clip(round(-low / scale), 0, 255))


class Int8:
    """As graph.Float, with int8 matrices; the embedding is stored once for look-up and for the output product.
    `ranges` gives (lowest, highest) activation by the product's place, from calibrate.ranges."""

    def __init__(self, b, ranges=None):
        self.b, self.ranges, self.seen = b, ranges or {}, {}

    def once(self, key, make):
        """What `make` gives, made once: several products share one quantised input."""
        if key not in self.seen:
            self.seen[key] = make()
        return self.seen[key]

    def product(self, x, weight, scale, bias, place):
        """weight: name of an int8 [in, out] matrix, scale: name of [out], bias: array [out]."""
        b = self.b
        bias = b.const(bias, named=place + ".bias")
        if place in self.ranges:
            limits = affine(*self.ranges[place])
            s, zero = (b.const(v, named=place + name) for v, name in zip(limits, (".input_scale", ".input_zero")))
            q = self.once((x, limits), lambda: b.op("QuantizeLinear", x, s, zero))
            return b.op("MatMulIntegerToFloat", q, weight, s, scale, zero, b.const(np.int8(0), "zero"), bias, domain="com.microsoft")
        q, s, zero = self.once(x, lambda: b.op("DynamicQuantizeLinear", x, n=3))
        y = b.op("Cast", b.op("MatMulInteger", q, weight, zero), to=TensorProto.FLOAT)
        y = b.op("Mul", y, b.op("Mul", s, scale))
        return b.op("Add", y, bias)

    def linear(self, x, weight, bias, place):
        q, scale = quantise(weight)
        return self.product(x, self.b.const(q.T, named=place + ".weight"), self.b.const(scale, named=place + ".scale"), bias, place)

    def relu(self, x, place):
        """Quantising to [0, high] cuts negative numbers off anyway."""
        return x if place in self.ranges and self.ranges[place][0] >= 0 else self.b.op("Relu", x)

    def embedding(self, table, scale):
        q, row = quantise(table)
        self.table, self.row = self.b.const(q, named="embedding.weight"), self.b.const(row, named="embedding.scale")
        self.times = self.b.const(np.float32(scale))

    def rows(self, ids):
        b = self.b
        scale = b.op("Gather", b.op("Mul", self.row, self.times), ids)
        return b.op("Mul", b.op("Cast", b.op("Gather", self.table, ids), to=TensorProto.FLOAT), b.op("Unsqueeze", scale, b.ints(-1)))

    def logits(self, h, bias):
        return self.product(h, self.b.op("Transpose", self.table, perm=[1, 0]), self.row, bias, "logits")
