"""The model as ONNX graphs, written node by node: full control over sharing, quantised products and the cache.

`encoder(weights, config, store)` and `decoder(weights, config, store)` return ModelProtos in the input/output convention
of transformers.js's Marian (encoder, merged decoder). `store` says how matrices are kept: `Float` or `quantize.Int8`.
"""
import numpy as np
from onnx import TensorProto, checker, helper, numpy_helper

OPSET = 17
MASKED = -1e9
I64, F32, BOOL = TensorProto.INT64, TensorProto.FLOAT, TensorProto.BOOL


class Builder:
    """Collects nodes and initialisers; every method returns the name of its output."""

    def __init__(self):
        self.nodes, self.inits, self.known, self.count = [], [], {}, 0

    def name(self, hint):
        self.count += 1
        return f"{hint}_{self.count}"

    def const(self, array, hint="c", named=None):
        """An initialiser; equal arrays are stored once, unless they are `named` for readers other than the graph's own nodes."""
        array = np.asarray(array, order="C")
        key = named or (array.dtype.str, array.shape, array.tobytes())
        if key not in self.known:
            self.known[key] = named or self.name(hint)
            self.inits.append(numpy_helper.from_array(array, self.known[key]))
        return self.known[key]

    def ints(self, *values):
        return self.const(np.array(values, np.int64), "ints")

    def op(self, kind, *inputs, out=None, n=1, **attributes):
        """A node of ONNX, or with domain="com.microsoft" one of onnxruntime's own."""
        outs = [out or self.name(kind)] if n == 1 else [self.name(kind) for _ in range(n)]
        self.nodes.append(helper.make_node(kind, list(inputs), outs, name=self.name("n"), **attributes))
        return outs[0] if n == 1 else outs

    def model(self, title, inputs, outputs):
        graph = helper.make_graph(self.nodes, title, inputs, outputs, self.inits)
        opsets = [helper.make_opsetid("", OPSET), helper.make_opsetid("com.microsoft", 1)]
        proto = helper.make_model(graph, opset_imports=opsets, producer_name="sejajar", ir_version=8)
        checker.check_model(proto, full_check=True)
        return proto


class Float:
    """Matrices as float32; the reference that int8 is compared with."""

    def __init__(self, b):
        self.b = b

    def linear(self, x, weight, bias, place):
        """x [..., in] times weight [out, in] transposed, plus bias [out]. `place` names the product, for stores that know its range."""
        y = self.b.op("MatMul", x, self.b.const(weight.T, "w"))
        return self.b.op("Add", y, self.b.const(bias, "bias"))

    def embedding(self, table, scale):
        """Keeps the table [V, d] for `rows` (times `scale`) and `logits`."""
        self.table, self.scale = self.b.const(table, "embed"), float(scale)

    def rows(self, ids):
        return self.b.op("Mul", self.b.op("Gather", self.table, ids), self.b.const(np.float32(self.scale)))

    def relu(self, x, place):
        """Negative numbers to zero, before the product called `place`."""
        return self.b.op("Relu", x)

    def logits(self, h, bias):
        y = self.b.op("MatMul", h, self.b.op("Transpose", self.table, perm=[1, 0]))
        return self.b.op("Add", y, self.b.const(bias, "bias"))


class Layers:
    """The parts that encoder and decoder share. Shapes: b batch, t positions of this run, h heads, k = d / h."""

    def __init__(self, weights, config, store):
        self.w, self.c, self.b = weights, config, Builder()
        self.s = store(self.b)
        self.d, self.h = config["d_model"], config["encoder_attention_heads"]
        self.k = self.d // self.h
        self.s.embedding(weights["model.shared.weight"], np.sqrt(self.d))

    def positions(self, offset, length):
        """Rows offset..offset+length of the sinusoid table [t, d]. The table is made from 1 KB of frequencies by nodes
        that onnxruntime folds into a constant when it loads the file."""
        b, n = self.b, self.c["max_position_embeddings"]
        inverse = (1.0 / 10000 ** (2 * (np.arange(0, self.d) // 2).astype(np.float32) / self.d)).astype(np.float32)
        p = b.const(np.arange(n, dtype=np.float32)[:, None], "pos")
        sin = b.op("Sin", b.op("Mul", p, b.const(inverse[None, 0::2])))
        cos = b.op("Cos", b.op("Mul", p, b.const(inverse[None, 1::2])))
        table = b.op("Concat", sin, cos, axis=1)
        return b.op("Slice", table, offset, b.op("Add", offset, length), b.ints(0))

    def length(self, x, axis):
        """The size of one axis as a vector of one number."""
        return self.b.op("Shape", x, start=axis, end=axis + 1)

    def embed(self, ids, offset):
        return self.b.op("Add", self.s.rows(ids), self.positions(offset, self.length(ids, 1)))

    def bias(self, mask):
        """[b, s] of ones and zeros to [b, 1, 1, s] of zeros and MASKED."""
        m = self.b.op("Cast", self.b.op("Unsqueeze", mask, self.b.ints(1, 2)), to=F32)
        return self.b.op("Mul", self.b.op("Sub", self.b.const(np.float32(1)), m), self.b.const(np.float32(MASKED)))

    def linear(self, x, names, scales=None):
        """One product for several projections of one input, their outputs side by side."""
        scales = scales or [1.0] * len(names)
        weight = np.concatenate([self.w[n + ".weight"] * s for n, s in zip(names, scales)]).astype(np.float32)
        bias = np.concatenate([self.w[n + ".bias"] * s for n, s in zip(names, scales)]).astype(np.float32)
        return self.s.linear(x, weight, bias, names[0])

    def project(self, x, prefix, which):
        """Query, key and value projections in one product; heads split off, [b, h, t, k] each. Queries come scaled."""
        b = self.b
        names = [f"{prefix}.{w}_proj" for w in which]
        y = self.linear(x, names, [self.k ** -0.5 if w == "q" else 1.0 for w in which])
        y = b.op("Reshape", y, b.ints(0, 0, len(which) * self.h, self.k))
        y = b.op("Transpose", y, perm=[0, 2, 1, 3])
        return y if len(which) == 1 else b.op("Split", y, b.ints(*[self.h] * len(which)), n=len(which), axis=1)

    def attend(self, q, k, v, bias, prefix):
        """Attention output [b, t, d] and the weights [b, h, t, s]."""
        b = self.b
        scores = b.op("MatMul", q, b.op("Transpose", k, perm=[0, 1, 3, 2]))
        weights = b.op("Softmax", b.op("Add", scores, bias) if bias else scores, axis=-1)
        return self.join(b.op("MatMul", weights, v), prefix), weights

    def join(self, heads, prefix):
        """[b, h, t, k] side by side as [b, t, d], and the output projection."""
        o = self.b.op("Transpose", heads, perm=[0, 2, 1, 3])
        return self.linear(self.b.op("Reshape", o, self.b.ints(0, 0, self.d)), [prefix + ".out_proj"])

    def norm(self, x, y, prefix):
        """Post-norm: layer norm of the sum."""
        scale, shift = (self.b.const(self.w[name], named=name) for name in (prefix + ".weight", prefix + ".bias"))
        return self.normalise(self.b.op("Add", x, y), scale, shift)

    def normalise(self, x, scale, shift):
        """For one position at a time, one node."""
        return self.b.op("LayerNormalization", x, scale, shift, axis=-1, epsilon=1e-5)

    def feed_forward(self, x, prefix):
        y = self.s.relu(self.linear(x, [prefix + ".fc1"]), prefix + ".fc2")
        return self.norm(x, self.linear(y, [prefix + ".fc2"]), prefix + ".final_layer_norm")


class ManyPositions(Layers):
    """For runs over whole sentences."""

    def normalise(self, x, scale, shift):
        """Layer norm in steps. In WebAssembly onnxruntime's own kernel works number by number, simple products and sums do not;
        the sum of squares keeps the optimiser from joining the steps again."""
        b = self.b
        x = b.op("Sub", x, b.op("ReduceMean", x, axes=[-1]))
        spread = b.op("Add", b.op("ReduceSumSquare", x, axes=[-1]), b.const(np.float32(1e-5 * self.d)))
        x = b.op("Mul", x, b.op("Div", b.const(np.float32(np.sqrt(self.d))), b.op("Sqrt", spread)))
        return b.op("Add", b.op("Mul", x, scale), shift)


def encoder(weights, config, store=Float):
    """input_ids, attention_mask [b, s] -> last_hidden_state [b, s, d]."""
    g = ManyPositions(weights, config, store)
    b = g.b
    x, bias = g.embed("input_ids", b.ints(0)), g.bias("attention_mask")
    for i in range(config["encoder_layers"]):
        p = f"model.encoder.layers.{i}"
        q, k, v = g.project(x, p + ".self_attn", "qkv")
        a, _ = g.attend(q, k, v, bias, p + ".self_attn")
        x = g.feed_forward(g.norm(x, a, p + ".self_attn_layer_norm"), p)
    b.op("Identity", x, out="last_hidden_state")
    value = helper.make_tensor_value_info
    return b.model("encoder", [value("input_ids", I64, ["batch_size", "source"]), value("attention_mask", I64, ["batch_size", "source"])],
                   [value("last_hidden_state", F32, ["batch_size", "source", config["d_model"]])])


def attend_source(g, q, layer, prefix, source, bias):
    """Attention to the source: to the cache's keys and values, then to those of `source`. One of the two has no positions, so
    nothing is copied to join them; the fresh ones go out as `present` and are empty once the cache is there."""
    b = g.b
    fresh = g.project(source, prefix, "kv")
    past = [f"past_key_values.{layer}.encoder.{part}" for part in ("key", "value")]
    for part, name in zip(("key", "value"), fresh):
        b.op("Identity", name, out=f"present.{layer}.encoder.{part}")
    scores = [b.op("MatMul", q, b.op("Transpose", k, perm=[0, 1, 3, 2])) for k in (past[0], fresh[0])]
    weights = b.op("Softmax", b.op("Add", b.op("Concat", *scores, axis=3), bias), axis=-1)
    here = b.op("Concat", g.length(past[0], 2), g.length(fresh[0], 2), axis=0)
    parts = b.op("Split", weights, here, n=2, axis=3)
    o = b.op("Add", *(b.op("MatMul", w, v) for w, v in zip(parts, (past[1], fresh[1]))))
    return g.join(o, prefix), weights


def uncached(b):
    """The encoder's states, or none of their positions when `use_cache_branch` says that the cache has the source."""
    fresh = b.op("Sub", b.ints(1), b.op("Cast", "use_cache_branch", to=I64))
    end = b.op("Mul", b.op("Shape", "encoder_hidden_states", start=1, end=2), fresh)
    return b.op("Slice", "encoder_hidden_states", b.ints(0), end, b.ints(1))


def decoder(weights, config, store=Float):
    """One or more steps with cache. Outputs logits [b, t, V], present.* [b, h, length, k] and the guided alignment head
    `cross_attentions.<last>` [b, 1, t, s]: head 0 of the last layer, rows sum to one."""
    g = Layers(weights, config, store)
    b, h, k, V = g.b, g.h, g.k, config["vocab_size"]
    value = helper.make_tensor_value_info
    kinds = [f"{i}.{side}.{part}" for i in range(config["decoder_layers"]) for side in ("decoder", "encoder") for part in ("key", "value")]
    past = lambda kind: "past_key_values." + kind
    before, now = g.length(past("0.decoder.key"), 2), g.length("input_ids", 1)
    x, cross_bias = g.embed("input_ids", before), g.bias("encoder_attention_mask")
    causal, source = causal_bias(b, before, now), uncached(b)
    for i in range(config["decoder_layers"]):
        p = f"model.decoder.layers.{i}"
        q, key, val = g.project(x, p + ".self_attn", "qkv")
        key = b.op("Concat", past(f"{i}.decoder.key"), key, axis=2, out=f"present.{i}.decoder.key")
        val = b.op("Concat", past(f"{i}.decoder.value"), val, axis=2, out=f"present.{i}.decoder.value")
        a, _ = g.attend(q, key, val, causal, p + ".self_attn")
        x = g.norm(x, a, p + ".self_attn_layer_norm")
        a, w = attend_source(g, g.project(x, p + ".encoder_attn", "q"), i, p + ".encoder_attn", source, cross_bias)
        x = g.feed_forward(g.norm(x, a, p + ".encoder_attn_layer_norm"), p)
    last = f"cross_attentions.{config['decoder_layers'] - 1}"
    b.op("Slice", w, b.ints(0), b.ints(1), b.ints(1), out=last)
    b.op("Identity", g.s.logits(x, weights["final_logits_bias"].reshape(V)), out="logits")
    lengths = {"decoder": ("past", "total"), "encoder": ("cached_source", "source_total")}
    side = lambda kind: kind.split(".")[1]
    inputs = [value("input_ids", I64, ["batch_size", "target"]), value("encoder_attention_mask", I64, ["batch_size", "source"]),
              value("encoder_hidden_states", F32, ["batch_size", "fresh_source", config["d_model"]])]
    inputs += [value(past(n), F32, ["batch_size", h, lengths[side(n)][0], k]) for n in kinds] + [value("use_cache_branch", BOOL, [1])]
    outputs = [value("logits", F32, ["batch_size", "target", V])]
    outputs += [value("present." + n, F32, ["batch_size", h, lengths[side(n)][1], k]) for n in kinds]
    return b.model("decoder", inputs, outputs + [value(last, F32, ["batch_size", 1, "target", "source"])])


def causal_bias(b, before, now):
    """[now, before + now]: MASKED where a step would look ahead. A single step gives a row of zeros."""
    at = b.op("Range", b.op("Squeeze", before), b.op("Squeeze", b.op("Add", before, now)), b.const(np.int64(1)))
    seen = b.op("Range", b.const(np.int64(0)), b.op("Squeeze", b.op("Add", before, now)), b.const(np.int64(1)))
    ahead = b.op("Greater", b.op("Unsqueeze", seen, b.ints(0)), b.op("Unsqueeze", at, b.ints(1)))
    return b.op("Mul", b.op("Cast", ahead, to=F32), b.const(np.float32(MASKED)))
