"""PyTorch sampling, as a peer: torch_sampling.py lstm|gru LAYERSxHIDDEN BATCH SYMBOLS THREADS

The fastest way that plain PyTorch has: the loop over the tokens is compiled with TorchScript, with one-hot input,
softmax and multinomial. There is no temperature, no top-k and no top-p: it does less than Cadenza.
"""
import sys

import peer

kind, size, batch, symbols, threads = sys.argv[1:6]
peer.choose_blas(int(threads))

import torch  # noqa: E402: the BLAS must be chosen before
from torch import nn  # noqa: E402

TOKENS = 32  # in one call of the compiled loop

torch.set_num_threads(int(threads))
torch.set_grad_enabled(False)
torch.manual_seed(1)
layers, hidden = map(int, size.split("x"))
batch, symbols = int(batch), int(symbols)


class LstmLoop(nn.Module):
    def __init__(self, rnn, out, symbols: int):
        super().__init__()
        self.rnn = rnn
        self.out = out
        self.symbols = symbols

    def forward(self, token: torch.Tensor, h: torch.Tensor, c: torch.Tensor, count: int):
        for _ in range(count):
            one_hot = nn.functional.one_hot(token, self.symbols).float()
            y, (h, c) = self.rnn(one_hot, (h, c))
            token = torch.multinomial(torch.softmax(self.out(y[0]), -1), 1).t()
        return token, h, c


class GruLoop(nn.Module):
    def __init__(self, rnn, out, symbols: int):
        super().__init__()
        self.rnn = rnn
        self.out = out
        self.symbols = symbols

    def forward(self, token: torch.Tensor, h: torch.Tensor, c: torch.Tensor, count: int):
        for _ in range(count):
            one_hot = nn.functional.one_hot(token, self.symbols).float()
            y, h = self.rnn(one_hot, h)
            token = torch.multinomial(torch.softmax(self.out(y[0]), -1), 1).t()
        return token, h, c


network, loop_of = {"lstm": (nn.LSTM, LstmLoop), "gru": (nn.GRU, GruLoop)}[kind]
loop = torch.jit.script(loop_of(network(symbols, hidden, layers).eval(), nn.Linear(hidden, symbols), symbols))
zero = torch.zeros(layers, batch, hidden)
state = (torch.zeros((1, batch), dtype=torch.long), zero, zero)


def step():
    global state
    state = loop(*state, TOKENS)
    return TOKENS * batch


peer.serve(step)
