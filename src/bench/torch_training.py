"""PyTorch training, as a peer: torch_training.py lstm|gru LAYERSxHIDDEN LANESxSTEPS SYMBOLS THREADS

Forward, backward, clipping by norm and Adam on random tokens, the state carried from one step to the next. PyTorch
clips the norm of all gradients together, Cadenza that of each layer; PyTorch's GRU applies its relevance gate after the
matrix.
"""
import sys

import peer

kind, size, shape, symbols, threads = sys.argv[1:6]
peer.choose_blas(int(threads))

import torch  # noqa: E402: the BLAS must be chosen before
from torch import nn  # noqa: E402

CORPUS = 1_000_000

torch.set_num_threads(int(threads))
torch.manual_seed(1)
layers, hidden = map(int, size.split("x"))
lanes, steps = map(int, shape.split("x"))
symbols = int(symbols)


class Network(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = {"lstm": nn.LSTM, "gru": nn.GRU}[kind](symbols, hidden, layers)
        self.out = nn.Linear(hidden, symbols)

    def forward(self, tokens, state):
        y, state = self.rnn(nn.functional.one_hot(tokens, symbols).float(), state)
        return self.out(y), state


def detached(state):
    return tuple(part.detach() for part in state) if kind == "lstm" else state.detach()


corpus = torch.randint(0, symbols, (CORPUS,))
network = Network()
adam = torch.optim.Adam(network.parameters(), lr=2e-3)
state = None


def step():
    global state
    first = torch.randint(0, CORPUS - steps - 1, (lanes,))
    places = first[None, :] + torch.arange(steps)[:, None]
    logits, state = network(corpus[places], state)
    state = detached(state)
    loss = nn.functional.cross_entropy(logits.reshape(-1, symbols), corpus[places + 1].reshape(-1))
    adam.zero_grad()
    loss.backward()
    nn.utils.clip_grad_norm_(network.parameters(), 5.0)
    adam.step()
    return lanes * steps


peer.serve(step)
