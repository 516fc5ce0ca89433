"""The network: a six-layer encoder, a cue head on its windows and a link head on the tokens around each cue."""

import json
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from hearsay.reading.windows import AFTER, BEFORE
from training.crf import Chain

CUE_TAGS = ("O", "B", "I")
LINK_TAGS = ("O", "B-source", "I-source", "B-content", "I-content")
WIDTH = 192
CUE_HEADS = 4
MARKS = 3  # nothing, this cue, another cue


@dataclass(frozen=True, slots=True)
class Shape:
    """Sizes of the base encoder, from its config.json."""

    vocabulary: int
    positions: int
    width: int
    layers: int
    heads: int
    inner: int
    epsilon: float

    @classmethod
    def read(cls, folder: Path) -> "Shape":
        """From the folder of the base encoder."""
        raw = json.loads((folder / "config.json").read_text("utf-8"))
        return cls(raw["vocab_size"], raw["max_position_embeddings"], raw["hidden_size"], raw["num_hidden_layers"],
                   raw["num_attention_heads"], raw["intermediate_size"], raw["layer_norm_eps"])  # fmt: skip


class Layer(nn.Module):
    """A post-norm transformer layer. x: [b, l, width]; bias: [b, 1, 1, l], large negative at padding."""

    def __init__(self, width: int, heads: int, inner: int, epsilon: float, dropout: float) -> None:
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.norm = nn.LayerNorm(width, eps=epsilon)
        self.up = nn.Linear(width, inner)
        self.down = nn.Linear(inner, width)
        self.last_norm = nn.LayerNorm(width, eps=epsilon)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """Attention, then the inner layer, each added and normalised."""
        b, length, width = x.shape
        q, k, v = self.qkv(x).view(b, length, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4).unbind(0)
        seen = functional.scaled_dot_product_attention(q, k, v, attn_mask=bias.to(q.dtype))
        x = self.norm(x + self.dropout(self.out(seen.transpose(1, 2).reshape(b, length, width))))
        added: Tensor = self.last_norm(x + self.dropout(self.down(functional.gelu(self.up(x)))))
        return added


class Encoder(nn.Module):
    """Word pieces and their features to states. ids, mask: [w, l]; features: [w, l, 3] → [w, l, width]."""

    def __init__(self, shape: Shape, features: tuple[int, ...], dropout: float) -> None:
        super().__init__()
        self.words = nn.Embedding(shape.vocabulary, shape.width)
        self.positions = nn.Embedding(shape.positions, shape.width)
        self.features = nn.ModuleList(nn.Embedding(size, shape.width) for size in features)
        for table in self.features:
            nn.init.zeros_(table.weight)  # type: ignore[arg-type]
        self.norm = nn.LayerNorm(shape.width, eps=shape.epsilon)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(
            Layer(shape.width, shape.heads, shape.inner, shape.epsilon, dropout) for _ in range(shape.layers)
        )

    def forward(self, ids: Tensor, mask: Tensor, features: Tensor) -> Tensor:
        """The features join the word and position embeddings before the first layer."""
        x: Tensor = self.words(ids) + self.positions.weight[: ids.shape[1]]
        for number, table in enumerate(self.features):
            x = x + table(features[:, :, number])
        x = self.dropout(self.norm(x))
        bias = padding_bias(mask)
        for layer in self.layers:
            x = layer(x, bias)
        return x

    def load(self, folder: Path) -> None:
        """Take the weights of a BERT-style `model.safetensors`."""
        raw = load_file(folder / "model.safetensors")
        raw = {key.removeprefix("bert."): value for key, value in raw.items()}
        state = {
            "words.weight": raw["embeddings.word_embeddings.weight"],
            "positions.weight": raw["embeddings.position_embeddings.weight"]
            + raw["embeddings.token_type_embeddings.weight"][0],
        }
        for part in ("weight", "bias"):
            state[f"norm.{part}"] = raw[f"embeddings.LayerNorm.{part}"]
            for number in range(len(self.layers)):
                old, new = f"encoder.layer.{number}", f"layers.{number}"
                qkv = [raw[f"{old}.attention.self.{name}.{part}"] for name in ("query", "key", "value")]
                state[f"{new}.qkv.{part}"] = torch.cat(qkv)
                state[f"{new}.out.{part}"] = raw[f"{old}.attention.output.dense.{part}"]
                state[f"{new}.norm.{part}"] = raw[f"{old}.attention.output.LayerNorm.{part}"]
                state[f"{new}.up.{part}"] = raw[f"{old}.intermediate.dense.{part}"]
                state[f"{new}.down.{part}"] = raw[f"{old}.output.dense.{part}"]
                state[f"{new}.last_norm.{part}"] = raw[f"{old}.output.LayerNorm.{part}"]
        missing, unexpected = self.load_state_dict(state, strict=False)
        if unexpected or any(not key.startswith("features.") for key in missing):
            raise ValueError(f"not the base encoder: missing {missing}, unexpected {unexpected}")


class Pass(nn.Module):
    """What runs once over a document's windows: states for the link head [w, l, WIDTH] and cue scores [w, l, 3]."""

    def __init__(self, shape: Shape, features: tuple[int, ...], dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = Encoder(shape, features, dropout)
        self.narrow = nn.Linear(shape.width, WIDTH)
        self.cue_layer = Layer(WIDTH, CUE_HEADS, 2 * WIDTH, 1e-6, dropout)
        self.cue_in = nn.Linear(shape.width, WIDTH)
        self.cue_norm = nn.LayerNorm(WIDTH)
        self.cue_out = nn.Linear(WIDTH, len(CUE_TAGS))
        self.dropout = nn.Dropout(0.2 if dropout else 0.0)

    def forward(self, ids: Tensor, mask: Tensor, features: Tensor) -> tuple[Tensor, Tensor]:
        """One pass; both outputs come from the same states."""
        states = self.encoder(ids, mask, features)
        cue = self.cue_layer(self.cue_norm(self.cue_in(states)), padding_bias(mask))
        return self.narrow(states), self.cue_out(self.dropout(cue))


class Links(nn.Module):
    """Scores of the link tags for the tokens around each cue.

    states: [c, l, WIDTH] of the tokens around, mask: [c, l], marks: [c, l] 1 on the cue, 2 on other cues → [c, l, 5].
    """

    def __init__(self, dropout: float = 0.1, layers: int = 2) -> None:
        super().__init__()
        self.distance = nn.Parameter(0.02 * torch.randn(BEFORE + AFTER, WIDTH))
        self.marks = nn.Embedding(MARKS, WIDTH)
        self.cue = nn.Linear(WIDTH, WIDTH)
        self.norm = nn.LayerNorm(WIDTH)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(WIDTH, 4, 2 * WIDTH, 1e-6, dropout) for _ in range(layers))
        self.out_dropout = nn.Dropout(0.2 if dropout else 0.0)
        self.out = nn.Linear(WIDTH, len(LINK_TAGS))

    def forward(self, states: Tensor, mask: Tensor, marks: Tensor) -> Tensor:
        """The cue's mean state is added everywhere, so that every token knows what it may belong to."""
        on_cue = (marks == 1).to(states.dtype).unsqueeze(2)
        cue = (states * on_cue).sum(1, keepdim=True) / on_cue.sum(1, keepdim=True)
        x = self.dropout(self.norm(states + self.distance + self.marks(marks) + self.cue(cue)))
        bias = padding_bias(mask)
        for layer in self.layers:
            x = layer(x, bias)
        scores: Tensor = self.out(self.out_dropout(x))
        return scores


class Network(nn.Module):
    """Both parts and the two tag chains."""

    def __init__(self, shape: Shape, features: tuple[int, ...], dropout: float = 0.1) -> None:
        super().__init__()
        self.once = Pass(shape, features, dropout)
        self.links = Links(dropout)
        self.cue_chain = Chain(CUE_TAGS)
        self.link_chain = Chain(LINK_TAGS)


def padding_bias(mask: Tensor) -> Tensor:
    """[b, l] mask to an additive [b, 1, 1, l] attention bias."""
    return ((1.0 - mask.to(torch.float32)) * -1e4)[:, None, None, :]
