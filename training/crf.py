"""A linear-chain conditional random field over BIO tags (Lafferty, McCallum and Pereira 2001)."""

import torch
from torch import Tensor, nn

FORBIDDEN = -1e4


class Chain(nn.Module):
    """Learned transitions; an I may only follow a B or I of its own role."""

    forbidden: Tensor
    forbidden_start: Tensor

    def __init__(self, tags: tuple[str, ...]) -> None:
        super().__init__()
        self.transitions = nn.Parameter(torch.zeros(len(tags), len(tags)))
        self.start = nn.Parameter(torch.zeros(len(tags)))
        allowed = [[not b.startswith("I") or (a[1:] == b[1:] and a != "O") for b in tags] for a in tags]
        self.register_buffer("forbidden", torch.tensor(allowed).logical_not().float() * FORBIDDEN)
        self.register_buffer("forbidden_start", torch.tensor([float(t.startswith("I")) for t in tags]) * FORBIDDEN)

    def matrices(self) -> tuple[Tensor, Tensor]:
        """Transition scores [s, s] (from, to) and start scores [s], constraints included."""
        return self.transitions + self.forbidden, self.start + self.forbidden_start

    def loss(self, scores: Tensor, tags: Tensor, mask: Tensor) -> Tensor:
        """Negative log likelihood of each row [b]. scores: [b, l, s]; tags, mask: [b, l]; padding must be O."""
        transitions, start = self.matrices()
        scores = only_outside(scores.float(), mask)
        return self._partition(scores, transitions, start) - self._path(scores, tags, transitions, start)

    @staticmethod
    def _partition(scores: Tensor, transitions: Tensor, start: Tensor) -> Tensor:
        """Forward algorithm in probability space, rescaled at each step."""
        best = scores.detach().amax(2, keepdim=True)
        local = (scores - best).exp().unbind(1)
        step = transitions.exp()
        alpha = local[0] * start.exp()
        scales = []
        for e in local[1:]:
            scale = alpha.sum(1, keepdim=True)
            scales.append(scale)
            alpha = (alpha / scale) @ step * e
        total = alpha.sum(1).log() + best.sum((1, 2))
        return total + torch.cat(scales, 1).log().sum(1) if scales else total

    @staticmethod
    def _path(scores: Tensor, tags: Tensor, transitions: Tensor, start: Tensor) -> Tensor:
        local = scores.gather(2, tags.unsqueeze(2)).squeeze(2)
        return local.sum(1) + transitions[tags[:, :-1], tags[:, 1:]].sum(1) + start[tags[:, 0]]


def only_outside(scores: Tensor, mask: Tensor) -> Tensor:
    """Scores [b, l, s] that leave nothing but O where the mask [b, l] is 0."""
    fixed = torch.full_like(scores[0, 0], FORBIDDEN)
    fixed[0] = 0.0
    return torch.where(mask.unsqueeze(2) > 0, scores, fixed)
